// Ranks the tiles by what the shop's own past taught about who comes in when. Loaded long after the
// tiles are shown.

import type { Settings } from '#domain/shop/settings.ts';
import { rankingScores } from '#engine/arrivals/ranking-scores.ts';
import type { Day } from '#lib/day.ts';
import { scheduleAfter } from '#app/worker/live-result.ts';
import { ModelStore } from '#app/insights/model-store.ts';
import type { Deps } from '#app/deps.ts';
import { getCounterStore } from './counter-store.ts';
import type { Roster } from '#app/customers/roster.ts';

export interface LearnedOrderOptions {
  readonly deps: Deps;
  readonly roster: Roster;
  readonly settings: Pick<Settings, 'zone'>;
  readonly today: Day;
}

/** The first taps of the morning and the week's list come before any fitting. */
const scheduleFit = scheduleAfter(10_000);

/** Fits the model for `today` and ranks the tiles by it, until the returned function is called. */
export function followLearnedOrder({
  deps,
  roster,
  settings,
  today,
}: LearnedOrderOptions): () => void {
  const modelStore = new ModelStore({ deps, roster, schedule: scheduleFit });
  const { tileRanking } = getCounterStore(deps, roster, settings);
  modelStore.subscribe(() => {
    const ranker = modelStore.current()?.ranker ?? null;
    tileRanking.quietDays = modelStore.current()?.quietDays ?? [];
    tileRanking.setOrder((states, moment) => rankingScores(states, moment, ranker));
  });
  modelStore.setToday(today);
  return () => modelStore.close();
}
