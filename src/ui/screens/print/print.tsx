import type { JSX } from 'preact';
import { useCallback, useState } from 'preact/hooks';
import { fittedSheets, setUsualPrinter, usualPrinter } from '#app/print/printer-fits.ts';
import { changeSettings } from '#app/shop/settings.ts';
import { thankYouList } from '#app/week/thank-you-list.ts';
import type { SettingsValues } from '#domain/shop/settings.ts';
import { keysOf } from '#lib/typed-keys.ts';
import type { PaperSheet } from '#paper/marks.ts';
import { envelopeSizes } from '#paper/sheets/envelope-sheets.ts';
import { useHomes } from '#ui/hooks/use-homes.ts';
import { useLive } from '#ui/hooks/use-live.ts';
import { usePrinter } from '#ui/hooks/use-printer.ts';
import { useAction, useDeps, useSettings, useToday } from '#ui/hooks/use-shop.ts';
import { SegmentedControl } from '#ui/parts/controls/segmented-control.tsx';
import { formatRoute } from '#ui/routes.ts';
import { m } from '#ui/messages.ts';
import { CardsTab } from './cards-tab.tsx';
import { EnvelopesTab } from './envelopes-tab.tsx';
import { LabelsTab } from './labels-tab.tsx';
import { ListTab } from './list-tab.tsx';
import type { OutcomeStep } from '#ui/screens/paper/outcome-question.tsx';
import {
  printedThings,
  type PrintChoices,
  type PrintedThing,
  type PrintTabProps,
} from './print-choices.ts';
import { TestTab } from './test-tab.tsx';

/** What goes on paper: the list of the week, cards, labels, envelopes. What is seen is printed. */
export function PrintScreen(): JSX.Element | null {
  const today = useToday();
  const list = useLive((deps) => thankYouList(deps, today), [today]);
  if (list.state === 'failed') throw list.error;
  const homes = useHomes();
  if (list.state === 'loading' || homes === null) return null;
  return <PrintTabs list={list.value} homes={homes} />;
}

function PrintTabs({ list, homes }: Pick<PrintTabProps, 'list' | 'homes'>): JSX.Element | null {
  const { paper, printers, labels, envelope } = useSettings();
  const deps = useDeps();
  const { run } = useAction();
  const printer = usePrinter();
  const [chosen, setChosen] = useState<PrintChoices>({
    thing: 'list',
    paper,
    cards: 'new',
    cardFormat: 'two-up',
    inside: 'empty',
    audience: 'cards',
    labelSheet: paper === 'letter' && labels === 'L7160' ? '5160' : labels,
    envelope: keysOf(envelopeSizes).find((each) => each === envelope) ?? 'c6',
  });
  const [steps, setSteps] = useState<Readonly<Partial<Record<PrintedThing, OutcomeStep>>>>({});
  const setStep = (of: PrintedThing, step: OutcomeStep): void =>
    setSteps((all) => ({ ...all, [of]: step }));
  const [printerName, setPrinterName] = useState(usualPrinter);
  const fit = useCallback(
    (sheets: readonly PaperSheet[]) => fittedSheets(sheets, printers, printerName),
    [printers, printerName],
  );
  if (printer === null) return null;
  const { thing } = chosen;
  const Tab = tabs[thing];
  const place = {
    title: m.print_title(),
    back: { href: formatRoute({ kind: 'week' }), word: m.print_back() },
    tabs: (
      <SegmentedControl
        label={m.print_what()}
        options={printedThings.map((value) => ({ value, word: thingWords[value]() }))}
        value={thing}
        onChange={(value) => setChosen({ ...chosen, thing: value })}
      />
    ),
  };
  return (
    <Tab
      list={list}
      homes={homes}
      place={place}
      chosen={chosen}
      onChoose={(change) => {
        setChosen({ ...chosen, ...change });
        const kept = keptOf(change);
        if (kept !== null) void run(() => changeSettings(deps, kept));
        // Another sheet is asked about anew; another thing keeps its own question.
        if (!('thing' in change)) setStep(thing, 'choosing');
      }}
      printer={printer}
      fit={fit}
      printerName={printerName}
      onPrinterName={(name) => {
        setUsualPrinter(name);
        setPrinterName(name);
      }}
      step={steps[thing] ?? 'choosing'}
      onStep={(step) => setStep(thing, step)}
    />
  );
}

const tabs: Readonly<Record<PrintedThing, (props: PrintTabProps) => JSX.Element>> = {
  list: ListTab,
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
