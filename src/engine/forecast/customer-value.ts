// What somebody may bring in the year ahead, as ranges: their visits, and the spend of those
// visits. Never one sum and never a rank: one person's year is uncertain, and people are more than
// their baskets. Not for the Counter.

import type { History } from '#domain/visits/history.ts';
import { dayNumber, type Day } from '#lib/day.ts';
import type { VisitRange } from './mixture.ts';
import type { FittedModel } from './fitted-model.ts';
import { expectedSpend } from './spend.ts';
import type { CustomerForecast } from './forecast.ts';
import { amountsByDay } from '#engine/amounts/amounts-by-day.ts';
import { twoFigures } from '#engine/amounts/two-figures.ts';

/** A year ahead in parts. */
export interface CustomerValue {
  /** Visit days in the next 365 days: eight of ten such ranges hold. */
  readonly visits: VisitRange;
  /** Minor units to two figures: a visit, and the range. Null without an amount in 52 weeks. */
  readonly spend: ({ readonly perVisit: number } & VisitRange) | null;
}

/** Whose year, and what was fitted. */
export interface CustomerValueSource {
  readonly history: History;
  readonly forecast: CustomerForecast;
  readonly fittedModel: FittedModel;
  readonly today: Day;
}

/** The year ahead of somebody with an interval of their own; null for anybody else. */
export function customerValueOf({
  history,
  forecast,
  fittedModel,
  today,
}: CustomerValueSource): CustomerValue | null {
  const { year } = forecast;
  if (year === null) return null;
  const { low, high } = year;
  return { visits: { low, high }, spend: spendOf({ low, high }) };

  function spendOf(visits: CustomerValue['visits']): CustomerValue['spend'] {
    const amounts = amountsByDay(history, dayNumber(today));
    if (fittedModel.spendModel === null || amounts.length === 0) return null;
    const perVisit = expectedSpend(fittedModel.spendModel, amounts);
    return {
      perVisit: twoFigures(perVisit),
      low: twoFigures(visits.low * perVisit),
      high: twoFigures(visits.high * perVisit),
    };
  }
}
