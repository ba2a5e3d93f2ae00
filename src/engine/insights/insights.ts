// How the shop is doing, once a month: the whole page in one computation. Everything is counted
// from histories and day rows; only what to expect is modelled. It never depends on the order of
// people.

import type { ShopInsights } from '#domain/week/insights.ts';
import { firstVisitDay, type History } from '#domain/visits/history.ts';
import { withClosures } from '#domain/shop/calendar.ts';
import type { Settings } from '#domain/shop/settings.ts';
import type { DaySummary } from '#domain/visits/day-summary.ts';
import type { WeekDecisions } from '#domain/week/week-decisions.ts';
import { dayAt, dayNumber, type Day } from '#lib/day.ts';
import { sumOf } from '#lib/statistics.ts';
import type { FittedModel } from '#engine/forecast/fitted-model.ts';
import { busyHoursOf } from './busy-hours.ts';
import { effectSummaryOf } from './effect-summary.ts';
import { nextOpenDayOf } from './next-open-day.ts';
import { periodsOf } from './periods.ts';
import { takingsOf } from './takings.ts';
import { yearOfWeeksOf } from './year-of-weeks.ts';
import { visitDaysOf } from '#engine/profile/features.ts';

export interface InsightsSource {
  /** Every present customer's history; without amounts in a shop that notes none. */
  readonly histories: readonly History[];
  /** The day rows of the last year, and the shop's first day with a row. */
  readonly days: readonly DaySummary[];
  readonly firstDay: Day | null;
  readonly weeks: readonly WeekDecisions[];
  readonly settings: Settings;
  readonly fittedModel: FittedModel;
  readonly today: Day;
}

/** The page on `today`. Days, people and shares as described in the domain. */
export function insightsOf(source: InsightsSource): ShopInsights {
  const { histories, days, firstDay, weeks, settings, fittedModel, today } = source;
  const calendar = settings;
  return {
    today,
    ...visitsOf(histories, today),
    periods: periodsOf({ histories, calendar, rules: settings.kindRules, today, fittedModel }),
    busy: busyHoursOf({ rows: days, calendar, first: firstDay, today }),
    year: yearOfWeeksOf(days, firstDay, today),
    takings: settings.amounts ? takingsOf({ rows: days, histories, today }) : null,
    help: effectSummaryOf({
      histories,
      weeks,
      calendar: withClosures(calendar, fittedModel.quietDays),
      today,
    }),
    next: nextOpenDayOf({ histories, fittedModel, calendar, today }),
  };
}

function visitsOf(
  histories: readonly History[],
  today: Day,
): Pick<ShopInsights, 'visits' | 'first'> {
  const last = dayNumber(today);
  const first = firstVisitDay(histories);
  return {
    visits: sumOf(
      histories.map((history) => history.older.boughtDays + visitDaysOf(history, last).length),
    ),
    first: first === null ? null : dayAt(first),
  };
}
