import type { JSX } from 'preact';
import { useCallback, useState } from 'preact/hooks';
import { fittedSheets, setUsualPrinter, usualPrinter } from '#app/print/printer-fits.ts';
import { changeSettings } from '#app/shop/change-settings.ts';
import type { SettingsValues } from '#domain/shop/settings.ts';
import { keysOf } from '#lib/typed-keys.ts';
import type { PaperSheet } from '#paper/marks.ts';
import { envelopeSizes } from '#paper/sheets/envelope-sheets.ts';
import { usePrinter } from '#ui/hooks/use-printer.ts';
import { useDeps, useSettings } from '#ui/hooks/use-shop.ts';
import { useAction } from '#ui/hooks/use-action.ts';
import { Page } from '#ui/parts/layout/page.tsx';
import { SegmentedControl } from '#ui/parts/controls/segmented-control.tsx';
import { m } from '#ui/messages.ts';
import { CardsTab } from './cards-tab.tsx';
import { EnvelopesTab } from './envelopes-tab.tsx';
import { LabelsTab } from './labels-tab.tsx';
import type { OutcomeStep } from '#ui/screens/paper/outcome-question.tsx';
import {
  printedThings,
  type PrintChoices,
  type PrintSource,
  type PrintedThing,
  type PrintTabProps,
} from './print-choices.ts';
import type { StudioPlace } from '#ui/screens/paper/studio.tsx';
import { TestTab } from './test-tab.tsx';

export interface PrintTabsProps {
  readonly source: PrintSource;
  /** What is shown at first. */
  readonly first?: PrintedThing;
  readonly title: string;
  readonly back: StudioPlace['back'];
  /** Its own list on paper. */
  readonly ListTab: (props: PrintTabProps) => JSX.Element;
  /** Cards are decided by the week or a round: other lists leave them out. */
  readonly things?: readonly (typeof printedThings)[number][];
}

/** The list, the cards, the labels and the envelopes of one source: a week, or a round. */
export function PrintTabs({
  source,
  title,
  back,
  ListTab,
  first = 'list',
  things = printedThings,
}: PrintTabsProps): JSX.Element {
  const { printers } = useSettings();
  const printer = usePrinter();
  const choosing = useChoices(first);
  const [printerName, setPrinterName] = useState(usualPrinter);
  const fit = useCallback(
    (sheets: readonly PaperSheet[]) => fittedSheets(sheets, printers, printerName),
    [printers, printerName],
  );
  // A title that went away and came back would take the focus and the finger with it.
  if (printer === null)
    return (
      <Page title={title} back={back}>
        {null}
      </Page>
    );
  const { thing } = choosing.chosen;
  const Tab = thing === 'list' ? ListTab : tabs[thing];
  // The sheet that a printer is measured with is no part of what goes to people.
  const keys =
    first === 'test' ? undefined : (
      <SegmentedControl
        label={m.print_what()}
        options={things.map((value) => ({ value, word: thingWords[value]() }))}
        value={thing}
        onChange={choosing.turnTo}
      />
    );
  return (
    <Tab
      {...source}
      {...choosing}
      place={{ title, back, tabs: keys }}
      printer={printer}
      fit={fit}
      printerName={printerName}
      onPrinterName={(name) => {
        setUsualPrinter(name);
        setPrinterName(name);
      }}
    />
  );
}

type Choices = Pick<PrintTabProps, 'chosen' | 'onChoose' | 'step' | 'onStep'> & {
  readonly turnTo: (thing: PrintedThing) => void;
};

/** What is chosen for paper, and how far each thing is with its question after printing. */
function useChoices(first: PrintedThing): Choices {
  const { paper, labels, envelope } = useSettings();
  const deps = useDeps();
  const { run } = useAction();
  const [chosen, setChosen] = useState<PrintChoices>({
    thing: first,
    paper,
    cards: 'new',
    cardFormat: 'two-up',
    inside: 'empty',
    audience: 'cards',
    labelSheet: paper === 'letter' && labels === 'L7160' ? '5160' : labels,
    envelope: keysOf(envelopeSizes).find((each) => each === envelope) ?? 'c6',
  });
  const [steps, setSteps] = useState<Readonly<Partial<Record<PrintedThing, OutcomeStep>>>>({});
  const { thing } = chosen;
  const onStep = (step: OutcomeStep): void => setSteps((all) => ({ ...all, [thing]: step }));
  return {
    chosen,
    onChoose(change) {
      setChosen({ ...chosen, ...change });
      const kept = keptOf(change);
      if (kept !== null) void run(() => changeSettings(deps, kept));
      // Another sheet is asked about anew; another thing keeps its own question.
      if (!('thing' in change)) onStep('choosing');
    },
    turnTo: (other) => setChosen({ ...chosen, thing: other }),
    step: steps[thing] ?? 'choosing',
    onStep,
  };
}

const tabs: Readonly<Record<Exclude<PrintedThing, 'list'>, (props: PrintTabProps) => JSX.Element>> =
  {
    cards: CardsTab,
    labels: LabelsTab,
    envelopes: EnvelopesTab,
    test: TestTab,
  };

const thingWords: Readonly<Record<(typeof printedThings)[number], () => string>> = {
  list: m.print_list,
  cards: m.print_cards,
  labels: m.print_labels,
  envelopes: m.print_envelopes,
};

/** What every tablet of the shop uses: which labels and envelopes are in the drawer. */
function keptOf({ labelSheet, envelope }: Partial<PrintChoices>): Partial<SettingsValues> | null {
  if (labelSheet !== undefined) return { labels: labelSheet };
  return envelope === undefined ? null : { envelope };
}
