import type { ComponentChildren, JSX } from 'preact';
import { useState } from 'preact/hooks';
import { markPrinted } from '#app/gestures.ts';
import { thankYouList, type ThankYou, type ThankYouList } from '#app/thank-you-list.ts';
import { useDeps } from '../hooks/use-deps.ts';
import { useLive } from '../hooks/use-live.ts';
import { usePress } from '../hooks/use-press.ts';
import { useSettings } from '../hooks/use-settings.ts';
import { useToday } from '../hooks/use-today.ts';
import { useVerb } from '../hooks/use-verb.ts';
import { ButtonLink } from '../parts/button.tsx';
import { Empty } from '../parts/empty.tsx';
import { Page } from '../parts/page.tsx';
import { PrintRoot } from '../print/print-root.tsx';
import { formatRoute } from '../routes.ts';
import { m } from '../words.ts';
import './print.css';
import { cardPages } from './print/card-pages.tsx';
import { ListPages } from './print/list-pages.tsx';
import { Preview } from './print/preview.tsx';
import { PrintOptions, type Printable, type PrintChoices } from './print/print-options.tsx';

/** What goes on paper: the list of the week, or its cards. What is seen is what is printed. */
export function PrintScreen(): JSX.Element | null {
  const today = useToday();
  const list = useLive((deps) => thankYouList(deps, today), [today]);
  if (list.state === 'failed') throw list.error;
  if (list.state === 'loading') return null;
  return list.value.thankYous.length === 0 ? <NothingYet /> : <PrintDesk list={list.value} />;
}

function PrintDesk({ list }: { readonly list: ThankYouList }): JSX.Element {
  const { paper: usualPaper, shopName } = useSettings();
  const [chosen, setChosen] = useState<PrintChoices>({
    what: 'list',
    paper: usualPaper,
    cards: 'new',
  });
  const { version, print } = usePress(chosen.paper);
  const cards = cardsIn(list, chosen.cards);
  const printing = usePrinting(print, printedBy(list, chosen, cards));
  const choose = (next: PrintChoices): void => {
    printing.forget();
    setChosen(next);
  };
  const frame = (sheets: readonly JSX.Element[]): ComponentChildren => (
    <>
      <Preview paper={chosen.paper} sheets={sheets} />
      <PrintOptions
        chosen={chosen}
        onChoose={choose}
        pages={sheets.length}
        counts={{ fresh: cardsIn(list, 'new').length, all: cardsIn(list, 'all').length }}
        printing={printing}
      />
      <PrintRoot>{sheets}</PrintRoot>
    </>
  );
  return (
    <div class="print">
      {chosen.what === 'list' ? (
        <ListPages list={list} paper={chosen.paper} version={version}>
          {frame}
        </ListPages>
      ) : (
        frame(cardPages(cards, chosen.paper, shopName))
      )}
    </div>
  );
}

function NothingYet(): JSX.Element {
  return (
    <Page title={m.print_title()}>
      <Empty
        title={m.print_nothing_title()}
        action={
          <ButtonLink kind="primary" href={formatRoute({ kind: 'week' })}>
            {m.print_to_week()}
          </ButtonLink>
        }
      >
        {m.print_nothing()}
      </Empty>
    </Page>
  );
}

/** The cards to print. When every card was printed before, "new" means all of them: somebody wants them again. */
function cardsIn({ thankYous }: ThankYouList, which: PrintChoices['cards']): readonly ThankYou[] {
  const cards = thankYous.filter(({ gesture }) => gesture === 'card');
  const fresh = cards.filter(({ isPrinted }) => !isPrinted);
  return which === 'all' || fresh.length === 0 ? cards : fresh;
}

/** What this paper makes printed: the list says all there is to say of words and offers, a card is printed only as a card. */
function printedBy(
  { thankYous }: ThankYouList,
  { what }: Pick<PrintChoices, 'what'>,
  cards: readonly ThankYou[],
): readonly ThankYou[] {
  return what === 'cards' ? cards : thankYous.filter(({ gesture }) => gesture !== 'card');
}

function usePrinting(print: () => Promise<void>, thankYous: readonly ThankYou[]): Printable {
  const deps = useDeps();
  const today = useToday();
  const { run, isRunning } = useVerb();
  const [step, setStep] = useState<Printable['step']>('choosing');
  return {
    step,
    busy: isRunning,
    async print() {
      await print();
      setStep('asking');
    },
    async cameOut() {
      const ids = thankYous.map(({ gestureId }) => gestureId);
      const marked = await run(async () => markPrinted(deps, ids, today));
      if (marked !== undefined) setStep('good');
    },
    adjust: () => setStep('adjusting'),
    forget: () => setStep('choosing'),
  };
}
