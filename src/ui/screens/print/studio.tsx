import type { ComponentChildren, JSX } from 'preact';
import type { Printer } from '#app/print/printer.ts';
import type { PaperSheet } from '#paper/marks.ts';
import { SegmentedControl } from '#ui/parts/controls/segmented-control.tsx';
import { Icon } from '#ui/parts/icons/icon.tsx';
import { formatRoute } from '#ui/routes.ts';
import { m } from '#ui/messages.ts';
import { OutcomeQuestion, type Outcome } from './outcome-question.tsx';
import { PaperKeys } from '#ui/screens/paper/paper-keys.tsx';
import { Preview } from './preview.tsx';
import { printedThings, type PrintedThing } from './print-choices.ts';
import './studio.css';

export interface StudioProps {
  readonly printer: Printer;
  readonly thing: PrintedThing;
  readonly onThing: (thing: PrintedThing) => void;
  readonly sheets: readonly PaperSheet[];
  /** Nothing stands on the sheets: they are shown and cannot be printed. */
  readonly isEmpty?: boolean;
  /** Of the PDF. */
  readonly name: string;
  readonly overlay?: ComponentChildren;
  /** Who and what is not on the sheets, and what to do. */
  readonly notice?: ComponentChildren;
  readonly outcome: Outcome;
  /** What the choices come to, in a line or two. */
  readonly about: readonly string[];
  readonly children: ComponentChildren;
}

/** The page as it will be printed, what to choose, and the two keys, always in sight. */
export function Studio(props: StudioProps): JSX.Element {
  const { printer, thing, onThing, sheets, outcome } = props;
  return (
    <div class="studio">
      <div class="studio_head">
        <a class="studio_back" href={formatRoute({ kind: 'week' })}>
          <Icon name="chevron-left" size="beside" />
          {m.print_back()}
        </a>
        <h1 class="type_title">{m.print_title()}</h1>
        <div class="studio_things">
          <SegmentedControl
            label={m.print_what()}
            options={printedThings.map((value) => ({ value, word: thingWords[value]() }))}
            value={thing}
            onChange={onThing}
          />
        </div>
      </div>
      <Preview sheets={sheets} overlay={props.overlay} />
      <div class="studio_choices">
        {props.children}
        {props.notice}
        <div class="studio_about">
          {props.about.map((line) => (
            <p key={line}>{line}</p>
          ))}
        </div>
      </div>
      <div class="studio_foot">
        <OutcomeQuestion outcome={outcome} />
        <PaperKeys
          printer={printer}
          sheets={props.isEmpty === true ? noSheets : sheets}
          name={props.name}
          onHandedOver={outcome.ask}
        />
      </div>
    </div>
  );
}

const noSheets: readonly PaperSheet[] = [];

const thingWords: Readonly<Record<(typeof printedThings)[number], () => string>> = {
  list: m.print_list,
  cards: m.print_cards,
  labels: m.print_labels,
  envelopes: m.print_envelopes,
};
