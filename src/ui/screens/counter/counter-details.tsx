import type { JSX } from 'preact';
import { useEffect } from 'preact/hooks';
import type { CustomerId } from '#domain/customers/customer.ts';
import { followPerks } from '#app/counter/counter-perks.ts';
import type { CounterStore } from '#app/counter/counter-store.ts';
import type { CounterContext } from '#app/counter/counter-view.ts';
import { dayLines, justNow, type DayLine } from '#app/counter/day-lines.ts';
import { distinctionFor } from '#app/customers/distinction-for.ts';
import { restoreUndone, undoVisit } from '#app/counter/visit-actions.ts';
import type { VisitId } from '#domain/visits/visit.ts';
import { timeText } from '#i18n/date-time.ts';
import { distinctionText } from '#i18n/story.ts';
import { RecentVisits, type VisitLine } from '#ui/parts/counter/recent-visits.tsx';
import { WhoWasHere } from '#ui/screens/closing/who-was-here.tsx';
import { Announcer } from './announcer.tsx';
import { DaySheet } from './day-sheet.tsx';
import type { CounterPanelProps } from './panel.tsx';
import { useCounterKeys } from './use-counter-keys.ts';
import { useIdleReorder } from './use-idle-reorder.ts';
import { WipeSheet } from './wipe-sheet.tsx';

export { activeVisitView, tileBadge } from '#app/counter/active-visit-view.ts';
export { otherLettersIn } from '#domain/customers/other-letters.ts';
export { AmountKeypad } from './amount-keypad.tsx';
export { CounterPanel } from './panel.tsx';

export interface CounterOverlayProps extends CounterPanelProps {
  /** Whom Enter logs: the first who was found, or null. */
  readonly first: CustomerId | null;
}

export function CounterOverlay(props: CounterOverlayProps): JSX.Element {
  const { counterStore, counter, strip } = props;
  useIdleReorder(counterStore, counter.state.typed !== '');
  useEffect(() => followPerks(counterStore), [counterStore]);
  useCounterKeys(props);
  return (
    <>
      <Announcer strip={strip} />
      {counter.state.isDayOpen ? (
        <DaySheet
          lines={dayLines(counterStore).map((line) => visitLine(props, line))}
          counter={counter}
          onClose={() => counter.change({ isDayOpen: false })}
        />
      ) : null}
      {counter.state.isRecalling ? (
        <WhoWasHere onClose={() => counter.change({ isRecalling: false })} />
      ) : null}
      {counter.state.isWiping ? (
        <WipeSheet onEnd={() => counter.change({ isWiping: false })} />
      ) : null}
    </>
  );
}

/** What stands on a tile below a name that somebody else has too; null for any other. */
export function tileCue(
  { roster }: CounterStore,
  id: CustomerId,
  { today }: Pick<CounterContext, 'today'>,
): string | null {
  const distinction = distinctionFor(roster, id);
  return distinction === null ? null : distinctionText(distinction, today);
}

export interface JustNowProps extends Pick<CounterPanelProps, 'counterStore' | 'counter'> {
  readonly room: 'letters' | 'money';
}

export function JustNow(props: JustNowProps): JSX.Element {
  const { counterStore, room } = props;
  const { todayVisits } = counterStore;
  return (
    <RecentVisits
      lines={justNow(counterStore, 4).map((line) => visitLine(props, line))}
      room={room}
      isDayEmpty={todayVisits.isRead() && todayVisits.withUndone().length === 0}
    />
  );
}

function visitLine(
  { counterStore, counter }: Pick<CounterPanelProps, 'counterStore' | 'counter'>,
  { shown, name }: DayLine,
): VisitLine {
  function onOpen(id: VisitId): void {
    counterStore.open(id);
    counter.escape();
  }
  return {
    key: shown.visit.id,
    time: shown.visit.minute === null ? '–' : timeText(shown.visit.minute),
    name,
    isLooking: shown.visit.kind === 'browsed',
    isFailed: shown.state === 'failed',
    isUndone: shown.visit.voided,
    onOpen: () => onOpen(shown.visit.id),
    onUndo: () => undoVisit(counterStore, shown.visit.id),
    onRestore: () => restoreUndone(counterStore, shown.visit.id),
    onRetry: () => void counterStore.outbox.retry(),
  };
}
