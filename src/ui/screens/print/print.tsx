import type { JSX } from 'preact';
import { useMemo } from 'preact/hooks';
import { thankYouList } from '#app/week/thank-you-list.ts';
import { ok } from '#lib/result.ts';
import { useHomes } from '#ui/hooks/use-homes.ts';
import { useLive } from '#ui/hooks/use-live.ts';
import { useToday } from '#ui/hooks/use-shop.ts';
import { formatRoute } from '#ui/routes.ts';
import { m } from '#ui/messages.ts';
import { ListTab } from './list-tab.tsx';
import type { PrintSource, PrintedThing } from './print-choices.ts';
import { PrintTabs } from './print-tabs.tsx';

export interface PrintScreenProps {
  /** What is shown at first. */
  readonly thing?: PrintedThing;
}

/** What goes on paper: the list of the week, cards, labels, envelopes. What is seen is printed. */
export function PrintScreen({ thing = 'list' }: PrintScreenProps): JSX.Element | null {
  const today = useToday();
  const live = useLive((deps) => thankYouList(deps, today), [today]);
  if (live.state === 'failed') throw live.error;
  const homes = useHomes();
  const list = live.state === 'ready' ? live.value : null;
  const source = useMemo(
    (): PrintSource | null =>
      list === null || homes === null
        ? null
        : {
            list,
            homes,
            letterIds: list.thankYous
              .filter(({ gesture }) => gesture === 'card')
              .map(({ customerId }) => customerId),
            lettersWord: (count) => m.print_for_cards({ count }),
            greeting: null,
            onLetters: async () => ok(null),
          },
    [list, homes],
  );
  if (source === null) return null;
  const back =
    thing === 'test'
      ? { href: formatRoute({ kind: 'printing' }), word: m.printing_title() }
      : { href: formatRoute({ kind: 'week' }), word: m.print_back() };
  const title = thing === 'test' ? m.print_test_title() : m.print_title();
  return <PrintTabs source={source} title={title} back={back} ListTab={ListTab} first={thing} />;
}
