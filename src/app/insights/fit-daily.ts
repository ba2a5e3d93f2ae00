// Learning from the shop's past, done by the worker at most once a day: reads all histories, takes up to a second in a large shop, and
// keeps what it learned for the screens and for the week's list.

import type { History } from '#domain/visits/history.ts';
import type { WriteProblem } from '#domain/shop/shop-problem.ts';
import { unpricedHistory } from '#domain/visits/without-amounts.ts';
import type { ShopBeliefs } from '#engine/forecast/fitted-model.ts';
import { learnBeliefs, visitsIn } from '#engine/forecast/fit-model.ts';
import type { Day } from '#lib/day.ts';
import { ok, type Result } from '#lib/result.ts';
import { attempt } from '#storage/attempt.ts';
import { readHistories } from '#storage/tables/histories.ts';
import { keepModel } from '#storage/tables/models.ts';
import type { Deps } from '#app/deps.ts';
import { beliefsId, keptBeliefs } from './load-model.ts';
import { settingsOf } from '#app/shop/settings.ts';

/** The beliefs of `today`: those learned today already, unless a list or a copy has changed the shop since; else learned now and kept. */
export async function learnToday(
  deps: Deps,
  today: Day,
): Promise<Result<ShopBeliefs, WriteProblem>> {
  const [kept, histories, settings] = await Promise.all([
    keptBeliefs(deps),
    readHistories(deps.db),
    settingsOf(deps),
  ]);
  if (kept?.fittedOn === today && !isOutgrown(kept, histories)) return ok(kept);
  const counted = settings.amounts ? histories : histories.map(unpricedHistory);
  const beliefs = learnBeliefs({ histories: counted, calendar: settings, today });
  const written = await attempt(() => keepModel(deps.db, beliefsId, beliefs));
  return written.ok ? ok(beliefs) : written;
}

/** A day at the counter adds few visits; a tenth more or less is a list that came or went. */
const outgrownShare = 0.1;

function isOutgrown({ fittedOn, visitsSeen }: ShopBeliefs, histories: readonly History[]): boolean {
  const now = visitsIn(histories, fittedOn);
  return Math.abs(now - visitsSeen) > outgrownShare * visitsSeen;
}
