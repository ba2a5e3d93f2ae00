// What to expect of one customer, from their own history and what the shop believes: asked anew at each look, so a visit counts at once.
// Somebody with fewer than three gaps gets no forecast of their own: two visits are no rhythm. Never a certainty: no chance under 1 %.

import { openTest, type Calendar } from '#domain/shop/calendar.ts';
import type { CustomerId } from '#domain/customers/customer.ts';
import type { History } from '#domain/visits/history.ts';
import { dayAt, dayNumber, type Day } from '#lib/day.ts';
import type { ShopBeliefs } from './fitted-model.ts';
import { visitDaysOf } from '#engine/profile/features.ts';
import { fadedPast, usualFadeWeeks } from './exponential-decay.ts';
import type { Ahead } from './horizon.ts';
import {
  anyVisitUnder,
  hereUnder,
  mixtureOf,
  outlookOf as outlookUnder,
  type Mixture,
  type MixtureParams,
} from './mixture.ts';
import type { Outlook as Forecast } from './mixture.ts';
import { rangeOf } from './forecast-range.ts';
import { pastOf, type Pasts } from './recency-frequency.ts';
import { clockUntil, weeksAt, type ShopClock } from './week-clock.ts';
import { fewestGaps, silenceOf } from './churn/churn-score.ts';
import { correctedScore } from './churn/churn-calibration.ts';
import { logistic } from '#engine/math/log-sum-exp.ts';

/** What the forecast stands on: one visit or none, the shop's rhythm after two or three, the own rhythm from three gaps on. */
export type OutlookBasis = 'new' | 'cohort' | 'own';

/** What to expect of one customer. All but the first two are null without three own gaps. */
export interface Outlook {
  readonly customerId: CustomerId;
  readonly basis: OutlookBasis;
  /** Chance that they are still a customer, .01–1. */
  readonly alive: number | null;
  /** Chance that they are not back within their own next three gaps, .01–.99. */
  readonly lost: number | null;
  /** The slipping score, for order alone: the higher, the likelier gone. Never falls while they stay away. */
  readonly slipping: number | null;
  /** Visit days in the next seven days, and the chance of any (0–1; 0 when the shop is shut). */
  readonly week: Coming | null;
  /** Visit days in the next 365 days, with the 10–90 % range. */
  readonly year: {
    readonly expected: number;
    readonly low: number;
    readonly high: number;
  } | null;
  /** The first day by which they come with a chance of .8; null when none of the next thirteen weeks is. */
  readonly expectedBy: Day | null;
}

/** Visit days expected within some days, and the chance of at least one. */
export interface Coming {
  readonly expected: number;
  readonly chance: number;
}

/** When the looking is done, and the hours that the shop keeps. */
export interface LookedAt {
  readonly calendar: Calendar;
  readonly today: Day;
}

/** Looks ahead for any number of people on one day. */
export interface Lookout {
  readonly person: (history: History) => Outlook;
  /** The slipping score alone, and the chance that goes with it; null without three gaps. */
  readonly slipping: (history: History) => number | null;
  readonly lost: (history: History) => number | null;
  /** Visit days within the next `days` days, for sums over many people: also of people with fewer than three gaps, by the shop's rhythm. */
  readonly coming: (history: History, days: number) => Coming;
}

/** What to expect of the customer of `history`. */
export function outlookOf(history: History, beliefs: ShopBeliefs, when: LookedAt): Outlook {
  return lookoutOf(beliefs, when).person(history);
}

/** Looks ahead from one day: made once for many people. */
export function lookoutOf(beliefs: ShopBeliefs, when: LookedAt): Lookout {
  const view = viewOf(beliefs, when);
  return {
    person: (history) => personOutlook(view, history),
    slipping: (history) => slippingOf(view, knownOf(view, history)),
    lost: (history) => lostBy(slippingOf(view, knownOf(view, history))),
    coming: (history, days) => {
      const known = knownOf(view, history);
      return known === null ? nothing : comingOf(forecastOf(askingOf(view, known), days));
    },
  };
}

/** Below this a chance would claim to know too much. */
const leastChance = 0.01;
const mostChance = 0.99;
/** A day to be expected by: four times in five they have come. */
const likelyEnough = 0.8;
const daysOfWeek = 7;
const daysOfYear = 365;
/** Nobody plans further ahead than a quarter. */
const mostDaysAhead = 91;
const nothing: Coming = { expected: 0, chance: 0 };

/** The beliefs made ready for one day. */
interface View {
  readonly beliefs: ShopBeliefs;
  readonly today: number;
  readonly clock: ShopClock;
  readonly mixtureFor: (repeats: number) => Mixture;
  readonly steadyFor: (repeats: number) => Mixture;
}

/** One person's visit days on the shop's clock (weeks), and the moment of asking. */
interface Known {
  readonly times: Float64Array;
  readonly now: number;
  readonly pasts: Pasts;
}

function viewOf(beliefs: ShopBeliefs, { calendar, today }: LookedAt): View {
  const day = dayNumber(today);
  return {
    beliefs,
    today: day,
    clock: clockUntil(beliefs.clock, day + daysOfYear, openTest(calendar)),
    mixtureFor: growing(beliefs.outlook.params),
    steadyFor: growing(beliefs.steady),
  };
}

// The tables of a mixture grow with the most frequent customer met.
function growing(params: MixtureParams): (repeats: number) => Mixture {
  let mostRepeats = 64;
  let mixture = mixtureOf(params, mostRepeats);
  return (repeats) => {
    if (repeats > mostRepeats) {
      mostRepeats = 2 * repeats;
      mixture = mixtureOf(params, mostRepeats);
    }
    return mixture;
  };
}

// A visit on a day that the clock took for closed still takes a day of its own.
function knownOf({ clock, today }: View, history: History): Known | null {
  const days = visitDaysOf(history, today);
  if (days.length === 0) return null;
  const least = 1 / clock.perWeek;
  const times = new Float64Array(days.length);
  days.forEach((day, index) => {
    const time = weeksAt(clock, day);
    times[index] = index === 0 ? time : Math.max(time, (times[index - 1] ?? 0) + least);
  });
  const now = Math.max(weeksAt(clock, today), times.at(-1) ?? 0);
  return { times, now, pasts: pastOf(times, now) };
}

function personOutlook(view: View, history: History): Outlook {
  const known = knownOf(view, history);
  const { customerId } = history;
  const basis = basisOf(known);
  if (known === null || basis !== 'own') return { ...noForecast, customerId, basis };
  const asking = askingOf(view, known);
  const week = forecastOf(asking, daysOfWeek);
  const year = forecastOf(asking, daysOfYear);
  const slipping = slippingOf(view, known);
  return {
    customerId,
    basis,
    alive: Math.max(leastChance, week.alive),
    lost: lostBy(slipping),
    slipping,
    week: comingOf(week),
    year: { expected: year.expected, ...rangeOf(year) },
    expectedBy: expectedByOf(asking),
  };
}

const noForecast = {
  alive: null,
  lost: null,
  slipping: null,
  week: null,
  year: null,
  expectedBy: null,
} as const;

function basisOf(known: Known | null): OutlookBasis {
  const visits = known?.times.length ?? 0;
  if (visits < 2) return 'new';
  return visits <= fewestGaps ? 'cohort' : 'own';
}

/** One person made ready to be asked for several horizons: what is known of their rate, and the chances that they are still here. */
interface Asking {
  readonly view: View;
  readonly pasts: Pasts;
  readonly mixture: Mixture;
  readonly here: Float64Array;
  readonly rate: Ahead;
}

function askingOf(view: View, { times, now, pasts }: Known): Asking {
  const { fadeWeeks } = view.beliefs.outlook;
  const mixture = view.mixtureFor(times.length);
  return {
    view,
    pasts,
    mixture,
    here: hereUnder(mixture, pasts, 0),
    rate: fadedPast(times, { now, fadeWeeks, weeks: 0 }),
  };
}

/** The model's forecast for the next `days` calendar days. */
function forecastOf(asking: Asking, days: number): Forecast {
  const { mixture, pasts, here } = asking;
  return outlookUnder(mixture, pasts, { index: 0, here, ahead: aheadOf(asking, days) });
}

/** Tempo stretches the weeks, as in visit-model.ts. */
function aheadOf({ view, rate }: Asking, days: number): Ahead {
  const { beliefs, clock, today } = view;
  const weeks = beliefs.outlook.tempo * (weeksAt(clock, today + days) - weeksAt(clock, today));
  return { weeks, rateRepeats: rate.rateRepeats, rateAge: rate.rateAge };
}

function comingOf({ expected, more }: Forecast): Coming {
  return { expected, chance: more[0] ?? 0 };
}

function slippingOf({ beliefs, steadyFor }: View, known: Known | null): number | null {
  if (known === null) return null;
  const { times, now, pasts } = known;
  const silence = silenceOf(times, {
    pasts,
    index: 0,
    mixture: steadyFor(times.length),
    now,
    fadeWeeks: usualFadeWeeks,
  });
  return silence === null ? null : correctedScore(silence, beliefs.slipping);
}

function lostBy(score: number | null): number | null {
  return score === null ? null : Math.min(mostChance, Math.max(leastChance, logistic(score)));
}

// The chance grows with the days, so halving finds the first day.
function expectedByOf(asking: Asking): Day | null {
  const { view, mixture, pasts, here } = asking;
  const isLikely = (days: number): boolean =>
    anyVisitUnder(mixture, pasts, { index: 0, here, ahead: aheadOf(asking, days) }) >= likelyEnough;
  if (!isLikely(mostDaysAhead)) return null;
  let below = 0;
  let enough = mostDaysAhead;
  while (enough - below > 1) {
    const middle = (below + enough) >> 1;
    if (isLikely(middle)) enough = middle;
    else below = middle;
  }
  return dayAt(view.today + enough);
}
