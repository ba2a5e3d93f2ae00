// What the Counter shows from the first frame, from the counter store: codes and figures only, the
// screen makes the words. Nothing here reads a table or computes hints: see active-visit-view.ts.

import type { CustomerId } from '#domain/customers/customer.ts';
import type { Settings } from '#domain/shop/settings.ts';
import type { Day } from '#lib/day.ts';
import type { CounterStore } from './counter-store.ts';

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
