// The visits of the day as lines with names, for Just now and for the whole day. Their order is
// that of `today-visits.ts`.

import type { VisitDraft } from '#domain/visits/visit.ts';
import type { CounterStore } from './counter-store.ts';
import type { CounterVisit } from './today-visits.ts';

/** A line of Just now and of the whole day. */
export interface DayLine {
  readonly shown: CounterVisit;
  readonly name: string | null;
}

/** All visits of the day with their names, the undone ones in their places. */
export function dayLines(counterStore: CounterStore): readonly DayLine[] {
  return counterStore.todayVisits.withUndone().map((shown) => lineOf(counterStore, shown));
}

/** The latest visits, at most `count`, without the one in the strip. */
export function justNow(counterStore: CounterStore, count: number): readonly DayLine[] {
  const others = counterStore.todayVisits
    .withUndone()
    .filter(({ visit }) => visit.id !== counterStore.activeVisit?.visitId);
  return others.slice(0, count).map((shown) => lineOf(counterStore, shown));
}

function lineOf(counterStore: CounterStore, shown: CounterVisit): DayLine {
  return { shown, name: visitorName(counterStore, shown.visit) };
}

/** Null for somebody without a name, or no longer known. */
export function visitorName(counterStore: CounterStore, { customerId }: VisitDraft): string | null {
  return customerId === null ? null : (counterStore.nameOf(customerId) ?? null);
}
