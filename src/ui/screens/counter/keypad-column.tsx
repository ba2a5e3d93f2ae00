import type { JSX } from 'preact';
import type { CounterStore } from '#app/counter/counter-store.ts';
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
  readonly lines: readonly VisitLine[];
}

/** Letters, digits or the money pad, and what just happened. */
export function KeypadColumn(props: KeypadColumnProps): JSX.Element {
  const { counterStore, counter, typed, money, lines } = props;
  const { state, change } = counter;
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
        lines={lines}
        room={money === null ? 'letters' : 'money'}
        isDayEmpty={
          counterStore.todayVisits.isRead() && counterStore.todayVisits.visits().length === 0
        }
      />
    </>
  );
}
