// Lets the tiles go by what the shop's own past taught about who comes in when. Fetched long after the tiles stand.

import type { Settings } from '#domain/shop/settings.ts';
import { arrivalScores } from '#engine/arrivals/rank.ts';
import type { Day } from '#lib/day.ts';
import { openBeliefs, type Beliefs } from '#app/insights/model-store.ts';
import type { Deps } from '#app/deps.ts';
import { deskOf } from './counter-store.ts';
import type { Likely } from './tile-ranking.ts';
import type { Roster } from '#app/customers/roster.ts';

/** What the learning of one day is about. */
export interface DayOfLearning {
  readonly deps: Deps;
  readonly roster: Roster;
  readonly settings: Pick<Settings, 'zone'>;
  readonly today: Day;
}

/** Has the shop learn from its past in a quiet moment of `today`, and the tiles follow, until the returned function is called. */
export function learnToday({ deps, roster, settings, today }: DayOfLearning): () => void {
  const beliefs = openBeliefs({ deps, roster, later });
  letTilesFollow(beliefs, deskOf(deps, roster, settings).likely);
  beliefs.setToday(today);
  return beliefs.close;
}

/** From the next beliefs on the tiles are put in the order they hold; which ones change, and when, stays the tiles' own affair. */
function letTilesFollow(beliefs: Beliefs, likely: Likely): void {
  beliefs.subscribe(() => {
    const arrivals = beliefs.current()?.arrivals ?? null;
    likely.orderBy((standings, moment) => arrivalScores(standings, moment, arrivals));
  });
}

function later(step: () => void): () => void {
  const timer = setTimeout(step, quietMs);
  return () => clearTimeout(timer);
}

/** The first taps of the morning and the week's list come before any learning. */
const quietMs = 10_000;
