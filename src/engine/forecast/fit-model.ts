// Fits everything that one shop's past says about all of its customers: once a day in the worker,
// for it reads everybody. It never looks past the day, and its work is bounded for shops of any
// size.

import { withClosures, type Calendar } from '#domain/shop/calendar.ts';
import type { History } from '#domain/visits/history.ts';
import { dayNumber, type Day } from '#lib/day.ts';
import { visitDaysOf } from '#engine/profile/features.ts';
import { fittedModelVersion, type FittedModel } from './fitted-model.ts';
import { arrivalTimesOf } from '#engine/arrivals/visit-times.ts';
import { selectRanker } from '#engine/arrivals/select-ranker.ts';
import { rfmTableAt, sampled, visitTimesOn, type VisitTimes } from './recency-frequency.ts';
import { fitVisitModel } from './visit-model.ts';
import { trainNextWeek } from './next-week/next-week-training.ts';
import { trainChurn, type TrainedChurn } from './churn/churn-training.ts';
import { fitChurnParams } from './churn/churn-score.ts';
import { fitSpend } from './spend.ts';
import { logStartOf } from '#engine/profile/log-reach.ts';
import { businessClockOf, weeksAt } from '#engine/profile/business-clock.ts';
import { quietDaysIn } from '#engine/profile/quiet-days.ts';
import { riseLeftOf } from '#engine/profile/rise-left.ts';
import { defaultSegmentRules } from '#domain/week/segment.ts';
import { amountsByDay } from '#engine/amounts/amounts-by-day.ts';

export interface FitSource {
  /** Every present customer's history; without amounts in a shop that notes none. */
  readonly histories: readonly History[];
  readonly calendar: Calendar;
  readonly today: Day;
}

/** Decay and tempo are validated a quarter ahead: between the week and the year of the screens. */
const horizonWeeks = 13;
/** Screens give ranges for a year. */
const rangeWeeks = 52;

/** The few numbers about the whole shop are read from a sample: more would only take time. */
const sampleLimit = { people: 10_000, visits: 60_000 };

/** What the past of `histories` up to `today` teaches; the same in whatever order it comes. */
export function fitModel({ histories: unordered, calendar: noted, today }: FitSource): FittedModel {
  // Floating-point sums depend on who is read first.
  const histories = unordered.toSorted((a, b) => (a.customerId < b.customerId ? -1 : 1));
  const last = dayNumber(today);
  const people = histories
    .map((history) => visitDaysOf(history, last))
    .filter((days) => days.length > 0);
  const quietDays = quietDaysIn({ people, calendar: noted, today: last });
  const calendar = withClosures(noted, quietDays);
  const clock = businessClockOf({ histories, calendar, today });
  const visitTimes = sampled(visitTimesOn(clock, people), sampleLimit);
  const now = weeksAt(clock, last);
  const visitModel = fitVisitModel(visitTimes, { now, weeks: horizonWeeks, rangeWeeks });
  return {
    version: fittedModelVersion,
    fittedOn: today,
    visitsSeen: visitsIn(histories, today),
    logSince: logStartOf(histories),
    visitModel,
    nextWeek: trainNextWeek(visitTimes, { ...visitModel, now }),
    clock,
    quietDays,
    ...churnModels(visitTimes, now),
    riseLeft: riseLeftOf({ people, clock, rules: defaultSegmentRules }),
    spendModel: fitSpend(histories.map((history) => amountsByDay(history, last))),
    ranker: selectRanker(histories.map(arrivalTimesOf), last),
  };
}

/** Visit days up to `today` in all `histories`: what a fit of that day has seen. */
export function visitsIn(histories: readonly History[], today: Day): number {
  const last = dayNumber(today);
  return histories.reduce((sum, history) => sum + visitDaysOf(history, last).length, 0);
}

function churnModels(
  visitTimes: VisitTimes,
  now: number,
): Pick<FittedModel, 'churnParams' | keyof TrainedChurn> {
  const churnParams = fitChurnParams(rfmTableAt(visitTimes, now));
  return { churnParams, ...trainChurn(visitTimes, { now, churnParams }) };
}
