// Lets the tiles go by what the shop's own past taught about who comes in when. Fetched long after
// the tiles stand.

import type { Settings } from '#domain/shop/settings.ts';
import { rankingScores } from '#engine/arrivals/rank.ts';
import type { Day } from '#lib/day.ts';
import { openModelStore, type ModelStore } from '#app/insights/model-store.ts';
import type { Deps } from '#app/deps.ts';
import { getCounterStore } from './counter-store.ts';
import type { TileRanking } from './tile-ranking.ts';
import type { Roster } from '#app/customers/roster.ts';

/** What the learning of one day is about. */
export interface LearnedOrderOptions {
  readonly deps: Deps;
  readonly roster: Roster;
  readonly settings: Pick<Settings, 'zone'>;
  readonly today: Day;
}

/**
 * Has the shop learn from its past in a quiet moment of `todayVisits`, and the tiles follow, until
 * the returned function is called.
 */
export function followLearnedOrder({
  deps,
  roster,
  settings,
  today,
}: LearnedOrderOptions): () => void {
  const fittedModel = openModelStore({ deps, roster, later });
  applyLearnedOrder(fittedModel, getCounterStore(deps, roster, settings).tileRanking);
  fittedModel.setToday(today);
  return fittedModel.close;
}

/**
 * From the next beliefs on the tiles are put in the order they hold; which ones change, and when,
 * stays the tiles' own affair.
 */
function applyLearnedOrder(fittedModel: ModelStore, likely: TileRanking): void {
  fittedModel.subscribe(() => {
    const arrivals = fittedModel.current()?.ranker ?? null;
    likely.setOrder((states, moment) => rankingScores(states, moment, arrivals));
  });
}

function later(step: () => void): () => void {
  const timer = setTimeout(step, quietMs);
  return () => clearTimeout(timer);
}

/** The first taps of the morning and the week's list come before any learning. */
const quietMs = 10_000;
