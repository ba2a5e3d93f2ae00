import type { JSX } from 'preact';
import type { CounterStore } from '#app/counter/counter-store.ts';
import { justNow, type DayLine } from '#app/counter/counter-view.ts';
import { timeText } from '#i18n/date-time.ts';
import type { Counter } from './use-counter.ts';
import { RecentVisits, type VisitLine } from '#ui/parts/counter/recent-visits.tsx';
import { LetterPad } from '#ui/parts/counter/letter-pad.tsx';

export interface KeypadColumnProps {
  readonly counterStore: CounterStore;
  readonly counter: Counter;
  /** What was typed, as it is drawn. */
  readonly typed: string;
  /** The keys for an amount while one is typed, otherwise null. */
  readonly money: JSX.Element | null;
}

export function KeypadColumn(props: KeypadColumnProps): JSX.Element {
  const { counterStore, counter, typed, money } = props;
  const { state, change } = counter;
  const { todayVisits } = counterStore;
  return (
    <>
      {money ?? (
        <LetterPad
          kind={state.panel === 'naming' ? 'names' : state.pad === 'digits' ? 'digits' : 'letters'}
          typed={typed}
          onType={counter.type}
          onBack={counter.back}
          onKind={(pad) => change({ pad })}
          onClose={counter.escape}
        />
      )}
      <RecentVisits
        lines={justNow(counterStore, 4).map((line) => visitLine(counterStore, line))}
        room={money === null ? 'letters' : 'money'}
        isDayEmpty={todayVisits.isRead() && todayVisits.visits().length === 0}
      />
    </>
  );
}

export function visitLine(counterStore: CounterStore, { shown, name }: DayLine): VisitLine {
  return {
    time: timeText(shown.visit.minute ?? 0),
    name,
    isFailed: shown.state === 'failed',
    onUndo: () => counterStore.undo(shown.visit.id),
    onRetry: () => void counterStore.outbox.retry(),
  };
}
