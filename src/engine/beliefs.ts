// What one shop's past taught about all of its customers, learned once a day in the worker and kept. Plain values that can be cloned and
// stored; what it means for one person is worked out from their own history at the moment of asking (outlook.ts), so a visit counts at once.

import type { Calendar } from '#domain/calendar.ts';
import type { History } from '#domain/history.ts';
import { dayNumber, type Day } from '#lib/day.ts';
import { visitDaysOf } from './features.ts';
import { beliefsVersion } from './kept-beliefs.ts';
import type { ArrivalBeliefs } from './models/arrivals-beliefs.ts';
import type { MixtureParams } from './models/mixture.ts';
import { pastsAt, type Comings } from './models/past.ts';
import { clockFrom, comingsOn, weeksAt, type ShopClock } from './models/shop-clock.ts';
import { fitShop, type ShopModel } from './models/shop-model.ts';
import { slippingLesson } from './models/slipping-lesson.ts';
import { fitSteady } from './models/slipping.ts';
import type { SlippingCorrection } from './models/slipping-trained.ts';
import { spendBelief, type SpendBelief } from './models/spend.ts';
import { openDaysOf } from './open-days.ts';
import { amountsByDay } from './visit-amounts.ts';

/** What the shop believes. */
export interface ShopBeliefs {
  readonly version: typeof beliefsVersion;
  /** The day up to which the past was looked at. */
  readonly fittedOn: Day;
  /** Visit days of everybody that were looked at. */
  readonly visitsSeen: number;
  /** How people come and leave, how fast to forget, and the shop's tempo. */
  readonly outlook: ShopModel;
  /** Open days so far, days with a visit among them. */
  readonly clock: ShopClock;
  /** The parameters that the slipping score asks, and its correction by the shop's own ended silences where that helps. */
  readonly steady: MixtureParams;
  readonly slipping: SlippingCorrection | null;
  /** Spend of a visit day in minor units; null where no amount is noted. */
  readonly spend: SpendBelief | null;
  /** Who comes in when; null until it was learned. */
  readonly arrivals: ArrivalBeliefs | null;
}

/** All that beliefs follow from. */
export interface BeliefsSource {
  /** Every present customer's history; without amounts in a shop that notes none. */
  readonly histories: readonly History[];
  readonly calendar: Calendar;
  readonly today: Day;
}

/** How far ahead forgetting and tempo are tried on the shop's past, in weeks: a quarter, between the week and the year that screens speak of. */
const weeksAhead = 13;

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
  const comings = comingsOn(clock, people);
  const now = weeksAt(clock, last);
  return {
    version: beliefsVersion,
    fittedOn: today,
    visitsSeen: visitsIn(histories, today),
    outlook: fitShop(comings, { now, weeks: weeksAhead }),
    clock,
    ...slippingBeliefs(comings, now),
    spend: spendBelief(histories.map((history) => amountsByDay(history, last))),
    arrivals: null,
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
