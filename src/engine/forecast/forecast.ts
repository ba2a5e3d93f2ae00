// What to expect of one customer, from their own history and the fitted model: asked anew each
// time, so a visit counts at once. With fewer than three gaps nobody gets a forecast of their own.
// No probability is below 1 %: nothing here is certain.

import { openDayTest, type Calendar } from '#domain/shop/calendar.ts';
import type { CustomerId } from '#domain/customers/customer.ts';
import type { History } from '#domain/visits/history.ts';
import { dayAt, dayNumber, type Day } from '#lib/day.ts';
import type { FittedModel } from './fitted-model.ts';
import { visitDaysOf } from '#engine/profile/features.ts';
import { decayedHorizon, defaultDecayWeeks } from './exponential-decay.ts';
import type { Horizon } from './horizon.ts';
import {
  anyVisitProbability,
  aliveByPart,
  mixtureOf,
  visitDistributionOf,
  type Mixture,
  type MixtureParams,
  type VisitDistribution,
  rangeOf,
  type VisitRange,
} from './mixture.ts';
import { visitsLately, withSameAgain } from './same-again.ts';
import { nextWeekChance } from './next-week/next-week-model.ts';
import { weekFeaturesOf } from './next-week/week-features.ts';
import { rfmRowOf, type RfmTable } from './recency-frequency.ts';
import { extendedClock, weeksAt, type BusinessClock } from '#engine/profile/business-clock.ts';
import { minGaps, silenceOf } from './churn/churn-score.ts';
import { calibratedScore } from './churn/churn-calibration.ts';
import { scaledProbability } from './churn/churn-scale.ts';

/**
 * At most one visit; two or three, with the shop's interval; or the own interval from three gaps
 * on.
 */
export type ForecastBasis = 'new' | 'cohort' | 'own';

/** What to expect of one customer. All but the first two are null without three own gaps. */
export interface CustomerForecast {
  readonly customerId: CustomerId;
  readonly basis: ForecastBasis;
  /** P(still a customer), .01–1. */
  readonly alive: number | null;
  /** P(not back within the next three own gaps), .01–.99. */
  readonly churnProbability: number | null;
  /** For order alone: the higher, the likelier gone. Never falls while they stay away. */
  readonly churnScore: number | null;
  /** The next seven days; 0 when the shop is shut. */
  readonly week: ExpectedVisits | null;
  /** Visit days in the next 365 days, with the 10–90 % range. */
  readonly year: ({ readonly expected: number } & VisitRange) | null;
  /** The first day by which they come with a chance of .8; null beyond thirteen weeks. */
  readonly expectedBy: Day | null;
}

/** Visit days expected within some days, and the chance of at least one. */
export interface ExpectedVisits {
  readonly expected: number;
  readonly chance: number;
}

/** The day of the forecast, and the hours that the shop keeps. */
export interface ForecastOptions {
  readonly calendar: Calendar;
  readonly today: Day;
}

/** Forecasts for any number of people on one day. */
export interface Forecaster {
  readonly forecast: (history: History) => CustomerForecast;
  /** The churn score alone, and its probability; null without three gaps. */
  readonly churnScore: (history: History) => number | null;
  readonly churnProbability: (history: History) => number | null;
  /**
   * Visit days within `days` days, for sums over many people: also of those with fewer than three
   * gaps, by the shop's interval.
   */
  readonly visitsWithin: (history: History, days: number) => ExpectedVisits;
}

/** What to expect of the customer of `history`. */
export function forecastFor(
  history: History,
  fittedModel: FittedModel,
  when: ForecastOptions,
): CustomerForecast {
  return createForecaster(fittedModel, when).forecast(history);
}

/** Made once for many people of one day. */
export function createForecaster(fittedModel: FittedModel, when: ForecastOptions): Forecaster {
  const forecastDay = forecastDayOf(fittedModel, when);
  return {
    forecast: (history) => customerForecast(forecastDay, history),
    churnScore: (history) => churnScoreOf(forecastDay, customerTimesOf(forecastDay, history)),
    churnProbability: (history) =>
      churnProbabilityOf(
        fittedModel,
        churnScoreOf(forecastDay, customerTimesOf(forecastDay, history)),
      ),
    visitsWithin: (history, days) => {
      const customerTimes = customerTimesOf(forecastDay, history);
      return customerTimes === null
        ? noVisits
        : expectedVisitsOf(distributionOf(requestOf(forecastDay, customerTimes), days));
    },
  };
}

const minChance = 0.01;
const maxChance = 0.99;
/** An expected day: four times in five they have come by then. */
const expectedByChance = 0.8;
const daysOfWeek = 7;
const daysOfYear = 365;
/** Nobody plans further ahead than a quarter. */
const maxDaysAhead = 91;
const noVisits: ExpectedVisits = { expected: 0, chance: 0 };

/** The fitted model made ready for one day. */
interface ForecastDay {
  readonly fittedModel: FittedModel;
  readonly today: number;
  readonly clock: BusinessClock;
  readonly mixtureFor: (repeats: number) => Mixture;
  readonly steadyFor: (repeats: number) => Mixture;
}

/** One person's visit days on the shop's clock (weeks), and the time of asking. */
interface CustomerTimes {
  readonly times: Float64Array;
  readonly now: number;
  readonly rfm: RfmTable;
}

function forecastDayOf(
  fittedModel: FittedModel,
  { calendar, today }: ForecastOptions,
): ForecastDay {
  const day = dayNumber(today);
  return {
    fittedModel,
    today: day,
    clock: extendedClock(fittedModel.clock, day + daysOfYear, openDayTest(calendar)),
    mixtureFor: lazyMixture(fittedModel.visitModel.params),
    steadyFor: lazyMixture(fittedModel.churnParams),
  };
}

// The tables of a mixture grow with the most frequent customer met.
function lazyMixture(params: MixtureParams): (repeats: number) => Mixture {
  let maxRepeats = 64;
  let mixture = mixtureOf(params, maxRepeats);
  return (repeats) => {
    if (repeats > maxRepeats) {
      maxRepeats = 2 * repeats;
      mixture = mixtureOf(params, maxRepeats);
    }
    return mixture;
  };
}

// A visit on a day that the clock took for closed still takes a day of its own.
function customerTimesOf({ clock, today }: ForecastDay, history: History): CustomerTimes | null {
  const days = visitDaysOf(history, today);
  if (days.length === 0) return null;
  const minGap = 1 / clock.perWeek;
  const times = new Float64Array(days.length);
  days.forEach((day, index) => {
    const time = weeksAt(clock, day);
    times[index] = index === 0 ? time : Math.max(time, (times[index - 1] ?? 0) + minGap);
  });
  const now = Math.max(weeksAt(clock, today), times.at(-1) ?? 0);
  return { times, now, rfm: rfmRowOf(times, now) };
}

function customerForecast(forecastDay: ForecastDay, history: History): CustomerForecast {
  const customerTimes = customerTimesOf(forecastDay, history);
  const { customerId } = history;
  const basis = basisOf(customerTimes);
  if (customerTimes === null || basis !== 'own') return { ...noForecast, customerId, basis };
  const request = requestOf(forecastDay, customerTimes);
  const week = distributionOf(request, daysOfWeek);
  const year = yearOf(request, customerTimes);
  const churnScore = churnScoreOf(forecastDay, customerTimes);
  return {
    customerId,
    basis,
    alive: Math.max(minChance, week.alive),
    churnProbability: churnProbabilityOf(forecastDay.fittedModel, churnScore),
    churnScore,
    week: { expected: week.expected, chance: weekChanceOf(request, customerTimes) },
    year: {
      expected: year.expected,
      ...rangeOf(year, forecastDay.fittedModel.visitModel.rangeLevel),
    },
    expectedBy: expectedByOf(request),
  };
}

const noForecast = {
  alive: null,
  churnProbability: null,
  churnScore: null,
  week: null,
  year: null,
  expectedBy: null,
} as const;

function basisOf(customerTimes: CustomerTimes | null): ForecastBasis {
  const visits = customerTimes?.times.length ?? 0;
  if (visits < 2) return 'new';
  return visits <= minGaps ? 'cohort' : 'own';
}

/** One person made ready for several horizons. */
interface ForecastRequest {
  readonly forecastDay: ForecastDay;
  readonly rfm: RfmTable;
  readonly mixture: Mixture;
  readonly here: Float64Array;
  readonly rate: Horizon;
}

function requestOf(forecastDay: ForecastDay, { times, now, rfm }: CustomerTimes): ForecastRequest {
  const { decayWeeks } = forecastDay.fittedModel.visitModel;
  const mixture = forecastDay.mixtureFor(times.length);
  return {
    forecastDay,
    rfm,
    mixture,
    here: aliveByPart(mixture, rfm, 0),
    rate: decayedHorizon(times, { now, decayWeeks, weeks: 0 }),
  };
}

/** The distribution of visits in the next `days` calendar days. */
function distributionOf(request: ForecastRequest, days: number): VisitDistribution {
  const { mixture, rfm, here } = request;
  return visitDistributionOf(mixture, rfm, { index: 0, here, horizon: horizonOf(request, days) });
}

/** The year ahead, with as much of "as often as in the last year" as helped in this shop. */
function yearOf(request: ForecastRequest, { times, now }: CustomerTimes): VisitDistribution {
  const { clock, today, fittedModel } = request.forecastDay;
  const weeks = weeksAt(clock, today) - weeksAt(clock, today - daysOfYear);
  return withSameAgain(distributionOf(request, daysOfYear), {
    lately: visitsLately(times, { now, weeks }),
    share: fittedModel.visitModel.sameAgain,
  });
}

/** Tempo stretches the weeks, so that probabilities and ranges agree with the expectation. */
function horizonOf({ forecastDay, rate }: ForecastRequest, days: number): Horizon {
  const { fittedModel, clock, today } = forecastDay;
  const weeks =
    fittedModel.visitModel.tempo * (weeksAt(clock, today + days) - weeksAt(clock, today));
  return { weeks, rateRepeats: rate.rateRepeats, rateAge: rate.rateAge };
}

/**
 * The chance of a visit in the next seven days, learned from the shop's own weeks where they taught
 * it. On closed days nobody comes, so a week with some of them counts in proportion.
 */
function weekChanceOf(request: ForecastRequest, { times, now }: CustomerTimes): number {
  const { forecastDay, mixture, rfm, here, rate } = request;
  const { clock, today, fittedModel } = forecastDay;
  const open = weeksAt(clock, today + daysOfWeek) - weeksAt(clock, today);
  const horizon = { ...rate, weeks: 1 };
  const chance = anyVisitProbability(mixture, rfm, { index: 0, here, horizon });
  const { nextWeek } = fittedModel;
  if (nextWeek === null) return distributionOf(request, daysOfWeek).more[0] ?? 0;
  const learned = nextWeekChance(weekFeaturesOf(times, { now, chance }), nextWeek);
  return 1 - (1 - learned) ** open;
}

function expectedVisitsOf({ expected, more }: VisitDistribution): ExpectedVisits {
  return { expected, chance: more[0] ?? 0 };
}

function churnScoreOf(
  { fittedModel, steadyFor }: ForecastDay,
  customerTimes: CustomerTimes | null,
): number | null {
  if (customerTimes === null) return null;
  const { times, now, rfm } = customerTimes;
  const silence = silenceOf(times, {
    rfm,
    index: 0,
    mixture: steadyFor(times.length),
    now,
    decayWeeks: defaultDecayWeeks,
  });
  return silence === null ? null : calibratedScore(silence, fittedModel.churnCalibration);
}

function churnProbabilityOf({ churnScale }: FittedModel, score: number | null): number | null {
  if (score === null) return null;
  return Math.min(maxChance, Math.max(minChance, scaledProbability(score, churnScale)));
}

// The chance grows with the days, so bisection finds the first day.
function expectedByOf(request: ForecastRequest): Day | null {
  const { forecastDay, mixture, rfm, here } = request;
  const isLikely = (days: number): boolean =>
    anyVisitProbability(mixture, rfm, { index: 0, here, horizon: horizonOf(request, days) }) >=
    expectedByChance;
  if (!isLikely(maxDaysAhead)) return null;
  let below = 0;
  let reached = maxDaysAhead;
  while (reached - below > 1) {
    const middle = (below + reached) >> 1;
    if (isLikely(middle)) reached = middle;
    else below = middle;
  }
  return dayAt(forecastDay.today + reached);
}
