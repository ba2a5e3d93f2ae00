// What the Counter shows from the first frame, from the counter store: codes and figures only, the
// screen makes the words. Nothing here reads a table or computes hints: see active-visit-view.ts.

import type { VisitDraft } from '#domain/visits/visit.ts';
import type { CustomerId } from '#domain/customers/customer.ts';
import type { Settings } from '#domain/shop/settings.ts';
import type { Day } from '#lib/day.ts';
import type { CounterStore } from './counter-store.ts';
import type { CounterVisit } from './today-visits.ts';

export interface CounterContext {
  readonly settings: Settings;
  readonly today: Day;
}

/** One of the twelve tiles. `cameAt` is the minute of today's visit, or null. */
export type TileView =
  | { readonly kind: 'empty' }
  | {
      readonly kind: 'person';
      readonly id: CustomerId;
      readonly name: string;
      readonly cue: string;
      readonly cameAt: number | null;
      readonly isCurrent: boolean;
    };

/** A line of Just now and of the whole day. */
export interface DayLine {
  readonly shown: CounterVisit;
  readonly name: string | null;
}

export function tileOf(counterStore: CounterStore, id: CustomerId | null): TileView {
  const info = id === null ? undefined : counterStore.roster.tileInfo(id);
  if (info === undefined) return { kind: 'empty' };
  const came = counterStore.todayVisits.latestOf(info.id)?.visit;
  return {
    kind: 'person',
    id: info.id,
    name: info.name,
    cue: info.cue,
    cameAt: came?.minute ?? null,
    isCurrent: came !== undefined && came.id === counterStore.activeVisit?.visitId,
  };
}

/** All visits of the day with their names, latest first, the undone ones in their places. */
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
