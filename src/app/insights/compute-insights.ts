// How the shop is doing, asked of the worker: the engine's page over all histories, a year of day rows and the weeks' decisions. It never reads
// visits.

import type { DoingView } from '#domain/week/insights.ts';
import { unpricedHistory } from '#domain/visits/without-amounts.ts';
import { learnBeliefs } from '#engine/forecast/fit-model.ts';
import { doingView } from '#engine/insights/insights.ts';
import { addDays, type Day } from '#lib/day.ts';
import { readFirstDay, readShopDays } from '#storage/tables/days.ts';
import { readHistories } from '#storage/tables/histories.ts';
import { readWeeks } from '#storage/tables/weeks.ts';
import type { Deps } from '#app/deps.ts';
import { learnToday } from './fit-daily.ts';
import { settingsOf } from '#app/shop/settings.ts';

/** A year of whole weeks and the running one. */
const daysRead = 371;

/** The page on `today`. The same shop on the same day always gives the same page. */
export async function doingOn(deps: Deps, today: Day): Promise<DoingView> {
  const { db } = deps;
  const [all, settings, weeks, firstDay, days] = await Promise.all([
    readHistories(db),
    settingsOf(deps),
    readWeeks(db),
    readFirstDay(db),
    readShopDays(db, addDays(today, -daysRead), today),
  ]);
  const histories = settings.amounts ? all : all.map(unpricedHistory);
  const learned = await learnToday(deps, today);
  // A disk that is full keeps no beliefs; the page is thought out all the same.
  const beliefs = learned.ok
    ? learned.value
    : learnBeliefs({ histories, calendar: settings, today });
  return doingView({ histories, days, firstDay, weeks, settings, beliefs, today });
}
