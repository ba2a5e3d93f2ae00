import type { JSX } from 'preact';
import { useCallback, useState } from 'preact/hooks';
import { thankYouList, type ThankYouList } from '#app/week/thank-you-list.ts';
import type { PaperSheet } from '#paper/marks.ts';
import { useLive } from '#ui/hooks/use-live.ts';
import { usePrinter } from '#ui/hooks/use-printer.ts';
import { useSettings, useToday } from '#ui/hooks/use-shop.ts';
import { CardsTab } from './cards-tab.tsx';
import { EnvelopesTab } from './envelopes-tab.tsx';
import { LabelsTab } from './labels-tab.tsx';
import { ListTab } from './list-tab.tsx';
import type { OutcomeStep } from './outcome-question.tsx';
import type { PrintChoices, PrintedThing, PrintTabProps } from './print-choices.ts';

/** What goes on paper: the list of the week, cards, labels, envelopes. What is seen is printed. */
export function PrintScreen(): JSX.Element | null {
  const today = useToday();
  const list = useLive((deps) => thankYouList(deps, today), [today]);
  if (list.state === 'failed') throw list.error;
  return list.state === 'loading' ? null : <PrintTabs list={list.value} />;
}

function PrintTabs({ list }: { readonly list: ThankYouList }): JSX.Element | null {
  const { paper } = useSettings();
  const printer = usePrinter();
  const [chosen, setChosen] = useState<PrintChoices>({
    thing: 'list',
    paper,
    cards: 'new',
    cardFormat: 'two-up',
    inside: 'empty',
    audience: 'cards',
    labelSheet: paper === 'a4' ? 'L7160' : '5160',
    envelope: paper === 'a4' ? 'c6' : 'a2',
  });
  const [steps, setSteps] = useState<Readonly<Partial<Record<PrintedThing, OutcomeStep>>>>({});
  const setStep = (of: PrintedThing, step: OutcomeStep): void =>
    setSteps((all) => ({ ...all, [of]: step }));
  const fit = useCallback((sheets: readonly PaperSheet[]) => sheets, []);
  if (printer === null) return null;
  const { thing } = chosen;
  const Tab = tabs[thing];
  return (
    <Tab
      list={list}
      chosen={chosen}
      onChoose={(change) => {
        setChosen({ ...chosen, ...change });
        // Another sheet is asked about anew; another thing keeps its own question.
        if (!('thing' in change)) setStep(thing, 'choosing');
      }}
      printer={printer}
      fit={fit}
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
};
