import type { ComponentChildren, JSX } from 'preact';
import type { Printer } from '#app/print/printer.ts';
import type { PaperSheet } from '#paper/marks.ts';
import { Icon } from '#ui/parts/icons/icon.tsx';
import { OutcomeQuestion, type Outcome } from './outcome-question.tsx';
import { PaperKeys } from './paper-keys.tsx';
import { Preview } from './preview.tsx';
import './studio.css';

/** Where the paper belongs to, and the way back there. */
export interface StudioPlace {
  readonly title: string;
  readonly back: { readonly href: string; readonly word: string };
  /** What else can be printed here. */
  readonly tabs?: ComponentChildren;
}

export interface StudioProps {
  readonly printer: Printer;
  readonly place: StudioPlace;
  readonly sheets: readonly PaperSheet[];
  /** Nothing stands on the sheets: they are shown and cannot be printed. */
  readonly isEmpty?: boolean;
  /** Why there is no sheet, shown in its place. */
  readonly empty?: ComponentChildren;
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
  const { printer, place, sheets, outcome } = props;
  return (
    <div class="studio">
      <div class="studio_head">
        <a class="studio_back" href={place.back.href}>
          <Icon name="chevron-left" size="beside" />
          {place.back.word}
        </a>
        <h1 class="type_title">{place.title}</h1>
        {place.tabs === undefined ? null : <div class="studio_things">{place.tabs}</div>}
      </div>
      <Preview sheets={sheets} overlay={props.overlay} empty={props.empty} />
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
