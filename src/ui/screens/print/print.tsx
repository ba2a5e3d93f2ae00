import type { ComponentChildren, JSX } from 'preact';
import { useState } from 'preact/hooks';
import { markPrinted } from '#app/week/gestures.ts';
import { thankYouList, type ThankYou, type ThankYouList } from '#app/week/thank-you-list.ts';
import { useDeps, useSettings, useToday, useAction } from '#ui/hooks/use-shop.ts';
import { useLive } from '#ui/hooks/use-live.ts';
import { usePrinter } from '#ui/hooks/use-printer.ts';
import { ButtonLink } from '#ui/parts/controls/button.tsx';
import { Empty } from '#ui/parts/feedback/empty.tsx';
import { Page } from '#ui/parts/layout/page.tsx';
import { PrintRoot } from '#ui/print/print-root.tsx';
import { formatRoute } from '#ui/routes.ts';
import { m } from '#ui/messages.ts';
import './print.css';
import { cardPages } from './card-pages.tsx';
import { ListPages } from './list-pages.tsx';
import { Preview } from './preview.tsx';
import { PrintOptions, type Printable, type PrintChoices } from './print-options.tsx';

/** What goes on paper: the list of the week, or its cards. What is seen is what is printed. */
export function PrintScreen(): JSX.Element | null {
  const today = useToday();
  const list = useLive((deps) => thankYouList(deps, today), [today]);
  if (list.state === 'failed') throw list.error;
  if (list.state === 'loading') return null;
  return list.value.thankYous.length === 0 ? <NothingYet /> : <PrintLayout list={list.value} />;
}

function PrintLayout({ list }: { readonly list: ThankYouList }): JSX.Element {
  const { paper: usualPaper, shopName } = useSettings();
  const [chosen, setChosen] = useState<PrintChoices>({
    what: 'list',
    paper: usualPaper,
    cards: 'new',
  });
  const { version, print } = usePrinter(chosen.paper);
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

/** The cards to print. When all were printed before, `new` means all: they are wanted again. */
function cardsIn({ thankYous }: ThankYouList, which: PrintChoices['cards']): readonly ThankYou[] {
  const cards = thankYous.filter(({ gesture }) => gesture === 'card');
  const fresh = cards.filter(({ isPrinted }) => !isPrinted);
  return which === 'all' || fresh.length === 0 ? cards : fresh;
}

/** What this paper marks as printed: words and offers by the list, a card only as a card. */
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
  const { run, isRunning } = useAction();
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
