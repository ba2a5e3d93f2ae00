// Learns what one shop's past says about all of its customers: done once a day in the worker, for it reads everybody. It never looks at
// what came after the day, and everything in it is bounded for shops of any size.

import type { Calendar } from '#domain/shop/calendar.ts';
import type { History } from '#domain/visits/history.ts';
import { dayNumber, type Day } from '#lib/day.ts';
import { visitDaysOf } from '#engine/profile/features.ts';
import { beliefsVersion, type ShopBeliefs } from './fitted-model.ts';
import { arrivalTimesOf } from '#engine/arrivals/visit-times.ts';
import { learnArrivals } from '#engine/arrivals/select-ranker.ts';
import { pastsAt, thinned, type Comings } from './recency-frequency.ts';
import { clockFrom, comingsOn, weeksAt } from './week-clock.ts';
import { fitShop } from './visit-model.ts';
import { slippingLesson } from './churn/churn-training.ts';
import { fitSteady } from './churn/churn-score.ts';
import { spendBelief } from './spend.ts';
import { openDaysOf } from '#engine/profile/business-clock.ts';
import { amountsByDay } from '#engine/amounts/amounts-by-day.ts';

/** All that beliefs follow from. */
export interface BeliefsSource {
  /** Every present customer's history; without amounts in a shop that notes none. */
  readonly histories: readonly History[];
  readonly calendar: Calendar;
  readonly today: Day;
}

/** How far ahead forgetting and tempo are tried on the shop's past, in weeks: a quarter, between the week and the year that screens speak of. */
const weeksAhead = 13;

/** People and visits that the few numbers about the whole shop are read from: more would only take time, and a tablet has other work. */
const enough = { people: 10_000, visits: 60_000 };

/** What the past of `histories` up to `today` teaches. The same shop on the same day gives the same beliefs, in whatever order it comes. */
export function learnBeliefs({ histories: given, calendar, today }: BeliefsSource): ShopBeliefs {
  // Sums of floating-point numbers notice who is read first.
  const histories = given.toSorted((a, b) => (a.customerId < b.customerId ? -1 : 1));
  const { firstDay, before } = openDaysOf({ histories, calendar, today });
  const clock = clockFrom(firstDay, before);
  const last = dayNumber(today);
  const people = histories
    .map((history) => visitDaysOf(history, last))
    .filter((days) => days.length > 0);
  const comings = thinned(comingsOn(clock, people), enough);
  const now = weeksAt(clock, last);
  return {
    version: beliefsVersion,
    fittedOn: today,
    visitsSeen: visitsIn(histories, today),
    outlook: fitShop(comings, { now, weeks: weeksAhead }),
    clock,
    ...slippingBeliefs(comings, now),
    spend: spendBelief(histories.map((history) => amountsByDay(history, last))),
    arrivals: learnArrivals(histories.map(arrivalTimesOf), last),
  };
}

/** Visit days up to `today` in all `histories`: as many as beliefs of that day have seen. */
export function visitsIn(histories: readonly History[], today: Day): number {
  const last = dayNumber(today);
  return histories.reduce((sum, history) => sum + visitDaysOf(history, last).length, 0);
}

function slippingBeliefs(comings: Comings, now: number): Pick<ShopBeliefs, 'steady' | 'slipping'> {
  const steady = fitSteady(pastsAt(comings, now));
  return { steady, slipping: slippingLesson(comings, { now, steady }) };
}
