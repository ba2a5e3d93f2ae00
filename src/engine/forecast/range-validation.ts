// What the shop's own past says about forecasts of a quarter and more: how much of "just as often
// as lately" they need, and how wide their ranges must be. From the origins and fits that the
// rolling-origin validation made; nothing after `now` is read.

import { countUntil } from '#engine/math/count-until.ts';
import { minGaps } from './churn/churn-score.ts';
import { decayedHorizon } from './exponential-decay.ts';
import {
  maxRepeatsIn,
  mixtureOf,
  visitDistributionOf,
  type MixtureParams,
  type VisitDistribution,
} from './mixture.ts';
import { expectedRangeLevel, levelToHold, rangeLevelFrom } from './range-level.ts';
import { rfmTableAt, type VisitTimes } from './recency-frequency.ts';
import { sameAgainShares, visitsLately, withSameAgain } from './same-again.ts';

/** How forecasts of a quarter and more are made from the model. */
export interface RangeRules {
  /** Share (0–.5) of "as often as lately". */
  readonly sameAgain: number;
  /** Level (0–1) at which ranges hold eight times in ten. */
  readonly rangeLevel: number;
}

/** Before a shop has a past to try on. */
export const untriedRanges: RangeRules = { sameAgain: 0, rangeLevel: 0.8 };

/** An earlier day, and what was fitted to the past of that day. */
export interface EarlierFit {
  readonly origin: number;
  readonly params: MixtureParams;
}

export interface RangeTrial {
  readonly now: number;
  readonly rangeWeeks: number;
  readonly decayWeeks: number;
}

/** Fewer origins say nothing about a share. */
const minFits = 4;
/** Counts of a few weeks are mostly 0: only long looks ahead tell how ranges of a year do. */
const longShare = 2 / 3;

/** The rules that would have done best at the earlier days. */
export function rangeRulesFrom(
  visitTimes: VisitTimes,
  fits: readonly EarlierFit[],
  trial: RangeTrial,
): RangeRules {
  const looks = fits.map((fit) => lookFrom(visitTimes, fit, trial));
  const maxWeeks = looks.reduce((most, { weeks }) => Math.max(most, weeks), 0);
  const sameAgain = looks.length < minFits ? 0 : bestShare(looks);
  const ranged = looks
    .filter(({ weeks }) => weeks >= longShare * maxWeeks)
    .flatMap(({ people }) => rangedOf(people, sameAgain));
  const levels = ranged.map(({ distribution, came }) => levelToHold(distribution, came));
  const expected = expectedRangeLevel(ranged.map(({ distribution }) => distribution));
  const known = new Set(ranged.map(({ who }) => who)).size;
  return { sameAgain, rangeLevel: rangeLevelFrom(levels, { expected, people: known }) };
}

/** What was foretold of everybody at an earlier day, and what came. */
interface Look {
  readonly weeks: number;
  readonly people: readonly Foretold[];
}

interface Foretold {
  readonly who: number;
  readonly repeats: number;
  readonly distribution: VisitDistribution;
  readonly lately: number;
  readonly came: number;
}

function lookFrom(
  visitTimes: VisitTimes,
  { origin, params }: EarlierFit,
  { now, rangeWeeks, decayWeeks }: RangeTrial,
): Look {
  const weeks = Math.min(rangeWeeks, now - origin);
  const rfm = rfmTableAt(visitTimes, origin);
  const mixture = mixtureOf(params, maxRepeatsIn(rfm));
  const people = Array.from(rfm.who, (who, index) => {
    const times = visitTimes[who] ?? new Float64Array();
    const horizon = decayedHorizon(times, { now: origin, decayWeeks, weeks });
    return {
      who,
      repeats: rfm.repeats[index] ?? 0,
      distribution: visitDistributionOf(mixture, rfm, { index, horizon }),
      lately: visitsLately(times, { now: origin, weeks }),
      came: countUntil(times, origin + weeks) - countUntil(times, origin),
    };
  });
  return { weeks, people };
}

/** The share with the least mean log of the squared error: every origin counts alike. */
function bestShare(looks: readonly Look[]): number {
  const costs = sameAgainShares.map((share) =>
    looks.reduce((sum, { people }) => sum + Math.log(squaresOf(people, share) + 1e-8), 0),
  );
  return sameAgainShares[costs.indexOf(Math.min(...costs))] ?? 0;
}

function squaresOf(people: readonly Foretold[], share: number): number {
  const squares = people.reduce(
    (sum, { distribution, lately, came }) =>
      sum + ((1 - share) * distribution.expected + share * lately - came) ** 2,
    0,
  );
  return squares / Math.max(1, people.length);
}

/** Ranges are only said of people with an interval of their own. */
function rangedOf(
  people: readonly Foretold[],
  share: number,
): readonly Pick<Foretold, 'who' | 'distribution' | 'came'>[] {
  return people
    .filter(({ repeats }) => repeats >= minGaps)
    .map(({ who, distribution, lately, came }) => ({
      who,
      distribution: withSameAgain(distribution, { lately, share }),
      came,
    }));
}
