import type { JSX } from 'preact';
import { useCallback, useMemo } from 'preact/hooks';
import { roundView, type RoundLine, type RoundView } from '#app/rounds/round-view.ts';
import type { ThankYou } from '#app/week/thank-you-list.ts';
import { markPrinted } from '#app/week/gestures.ts';
import type { Deps } from '#app/deps.ts';
import type { RoundId } from '#domain/week/round.ts';
import { mondayOf, type Day } from '#lib/day.ts';
import { useDeps, useToday } from '#ui/hooks/use-shop.ts';
import { formatRoute } from '#ui/routes.ts';
import type { PrintSource, PrintTabProps } from '#ui/screens/print/print-choices.ts';
import { PrintTabs } from '#ui/screens/print/print-tabs.tsx';
import { m } from '#ui/messages.ts';
import { RoundListTab } from './round-list-tab.tsx';
import { useRounds } from './use-rounds.ts';

/** The paper of a round: its list, cards, labels and envelopes, all in one order. */
export function RoundPrintScreen({ id }: { readonly id: RoundId }): JSX.Element | null {
  const context = useRounds();
  const deps = useDeps();
  const today = useToday();
  const view = useMemo(() => {
    const round = context?.rounds.find((each) => each.id === id);
    return context === null || round === undefined ? null : roundView(round, context);
  }, [context, id]);
  const homes = context?.homes ?? null;
  const source = useMemo(
    () => (view === null || homes === null ? null : sourceOf(view, { homes, deps, today })),
    [view, homes, deps, today],
  );
  const ListTab = useCallback(
    (props: PrintTabProps) => (view === null ? <></> : <RoundListTab {...props} view={view} />),
    [view],
  );
  if (source === null || view === null) return null;
  const { name, year } = view.round;
  const title = m.rounds_name({ name, year });
  const back = { href: formatRoute({ kind: 'round', id }), word: title };
  return <PrintTabs source={source} title={m.print_title()} back={back} ListTab={ListTab} />;
}

interface SourceParts {
  readonly homes: PrintSource['homes'];
  readonly deps: Deps;
  readonly today: Day;
}

function sourceOf(view: RoundView, { homes, deps, today }: SourceParts): PrintSource {
  const waiting = view.lines.filter(
    ({ gesture }) => gesture.skippedOn === null && gesture.handedOverOn === null,
  );
  const { name, year } = view.round;
  return {
    homes,
    list: { week: mondayOf(today), thankYous: waiting.map(thankYouFor) },
    letterIds: waiting.flatMap(({ people }) => people.map(({ id }) => id)),
    lettersWord: () => m.rounds_for({ name, year, count: waiting.length }),
    greeting: [m.print_front_wishes_1(), m.print_front_wishes_2()],
    onLetters: (ids) => {
      const written = waiting.filter(({ people }) => people.some((each) => ids.includes(each.id)));
      return markPrinted(
        deps,
        written.map(({ gesture }) => gesture.id),
        today,
      );
    },
  };
}

function thankYouFor({ gesture, name, people }: RoundLine): ThankYou {
  const { id, kind, words, plannedOn, printedOn } = gesture;
  return {
    gestureId: id,
    customerId: people[0].id,
    name,
    group: kind === 'card' ? 'cards' : 'offers',
    gesture: kind,
    words,
    reasons: [],
    advice: null,
    front: 'thank-you',
    since: plannedOn,
    isPrinted: printedOn !== null,
  };
}
