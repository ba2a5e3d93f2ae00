// Learns what one shop's past says about all of its customers: done once a day in the worker, for
// it reads everybody. It never looks at what came after the day, and everything in it is bounded
// for shops of any size.

import type { Calendar } from '#domain/shop/calendar.ts';
import type { History } from '#domain/visits/history.ts';
import { dayNumber, type Day } from '#lib/day.ts';
import { visitDaysOf } from '#engine/profile/features.ts';
import { fittedModelVersion, type FittedModel } from './fitted-model.ts';
import { arrivalTimesOf } from '#engine/arrivals/visit-times.ts';
import { selectRanker } from '#engine/arrivals/select-ranker.ts';
import { rfmTableAt, sampled, visitTimesOn, type VisitTimes } from './recency-frequency.ts';
import { fitVisitModel } from './visit-model.ts';
import { trainChurn } from './churn/churn-training.ts';
import { fitChurnParams } from './churn/churn-score.ts';
import { fitSpend } from './spend.ts';
import { businessClockOf, weeksAt } from '#engine/profile/business-clock.ts';
import { amountsByDay } from '#engine/amounts/amounts-by-day.ts';

/** All that beliefs follow from. */
export interface FitSource {
  /** Every present customer's history; without amounts in a shop that notes none. */
  readonly histories: readonly History[];
  readonly calendar: Calendar;
  readonly today: Day;
}

/**
 * How far ahead forgetting and tempo are tried on the shop's past, in weeks: a quarter, between the
 * week and the year that screens speak of.
 */
const horizonWeeks = 13;

/**
 * People and visits that the few numbers about the whole shop are read from: more would only take
 * time, and a tablet has other work.
 */
const sampleLimit = { people: 10_000, visits: 60_000 };

/**
 * What the past of `histories` up to `todayVisits` teaches. The same shop on the same day gives the
 * same beliefs, in whatever order it comes.
 */
export function fitModel({ histories: given, calendar, today }: FitSource): FittedModel {
  // Sums of floating-point numbers notice who is read first.
  const histories = given.toSorted((a, b) => (a.customerId < b.customerId ? -1 : 1));
  const clock = businessClockOf({ histories, calendar, today });
  const last = dayNumber(today);
  const people = histories
    .map((history) => visitDaysOf(history, last))
    .filter((days) => days.length > 0);
  const visitTimes = sampled(visitTimesOn(clock, people), sampleLimit);
  const now = weeksAt(clock, last);
  return {
    version: fittedModelVersion,
    fittedOn: today,
    visitsSeen: visitsIn(histories, today),
    visitModel: fitVisitModel(visitTimes, { now, weeks: horizonWeeks }),
    clock,
    ...churnModels(visitTimes, now),
    spendModel: fitSpend(histories.map((history) => amountsByDay(history, last))),
    ranker: selectRanker(histories.map(arrivalTimesOf), last),
  };
}

/** Visit days up to `todayVisits` in all `histories`: as many as beliefs of that day have seen. */
export function visitsIn(histories: readonly History[], today: Day): number {
  const last = dayNumber(today);
  return histories.reduce((sum, history) => sum + visitDaysOf(history, last).length, 0);
}

function churnModels(
  visitTimes: VisitTimes,
  now: number,
): Pick<FittedModel, 'churnParams' | 'churnCalibration'> {
  const churnParams = fitChurnParams(rfmTableAt(visitTimes, now));
  return { churnParams, churnCalibration: trainChurn(visitTimes, { now, churnParams }) };
}
