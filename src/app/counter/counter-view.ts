// What the Counter shows from its first moment, worked out from the desk: codes and figures only,
// the words are made on the screen. Nothing here reads a table, nor thinks about anybody: see
// active-visit-view.ts.

import type { CustomerId } from '#domain/customers/customer.ts';
import type { Settings } from '#domain/shop/settings.ts';
import type { Day } from '#lib/day.ts';
import type { CounterStore } from './counter-store.ts';
import type { CounterVisit } from './today-visits.ts';
import type { VisitDraft } from '#app/customers/visits.ts';

/** The shop's settings and the day it is. */
export interface CounterContext {
  readonly settings: Settings;
  readonly today: Day;
}

/** One of the twelve places. `cameAt` is the minute of today's visit, or null. */
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

/** The place of one person, or an empty one. */
export function tileOf(counterStore: CounterStore, id: CustomerId | null): TileView {
  const face = id === null ? undefined : counterStore.roster.tileInfo(id);
  if (face === undefined) return { kind: 'empty' };
  const came = counterStore.todayVisits.latestOf(face.id)?.visit;
  return {
    kind: 'person',
    id: face.id,
    name: face.name,
    cue: face.cue,
    cameAt: came?.minute ?? null,
    isCurrent: came !== undefined && came.id === counterStore.activeVisit?.visitId,
  };
}

/** All visits of the day with their names, latest first. */
export function dayLines(counterStore: CounterStore): readonly DayLine[] {
  return counterStore.todayVisits.visits().map((shown) => lineOf(counterStore, shown));
}

/** What just happened, latest first, at most `count`; the visit in the strip is not repeated. */
export function justNow(counterStore: CounterStore, count: number): readonly DayLine[] {
  const others = counterStore.todayVisits
    .visits()
    .filter(({ visit }) => visit.id !== counterStore.activeVisit?.visitId);
  return others.slice(0, count).map((shown) => lineOf(counterStore, shown));
}

function lineOf(counterStore: CounterStore, shown: CounterVisit): DayLine {
  return { shown, name: visitorName(counterStore, shown.visit) };
}

/** How the visitor is called; null for somebody without a name, or no longer known. */
export function visitorName(counterStore: CounterStore, { customerId }: VisitDraft): string | null {
  return customerId === null ? null : (counterStore.nameOf(customerId) ?? null);
}
