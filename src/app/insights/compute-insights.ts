// The page of insights, computed by the worker from all histories, a year of day rows and the
// weeks' decisions. It never reads visits.

import type { ShopInsights } from '#domain/week/insights.ts';
import { fitModel } from '#engine/forecast/fit-model.ts';
import { insightsOf } from '#engine/insights/insights.ts';
import { addDays, type Day } from '#lib/day.ts';
import { readFirstDay, readDaySummaries } from '#storage/tables/days.ts';
import { readWeeks } from '#storage/tables/weeks.ts';
import type { Deps } from '#app/deps.ts';
import { fitDaily } from './fit-daily.ts';
import { readKnownHistories } from '#app/worker/read-known-histories.ts';
import { loadSettings } from '#app/shop/settings.ts';

/** A year of whole weeks and the running one. */
const daysRead = 371;

/** The same shop on the same day always gives the same page. */
export async function computeInsights(deps: Deps, today: Day): Promise<ShopInsights> {
  const { db } = deps;
  const [known, settings, weeks, firstDay, days] = await Promise.all([
    readKnownHistories(deps),
    loadSettings(deps),
    readWeeks(db),
    readFirstDay(db),
    readDaySummaries(db, addDays(today, -daysRead), today),
  ]);
  const histories = settings.amounts ? known.histories : known.withoutAmounts;
  const fitted = await fitDaily(deps, today);
  // On a full disk the model cannot be saved; the page is computed all the same.
  const fittedModel = fitted.ok ? fitted.value : fitModel({ histories, calendar: settings, today });
  return insightsOf({ histories, days, firstDay, weeks, settings, fittedModel, today });
}
