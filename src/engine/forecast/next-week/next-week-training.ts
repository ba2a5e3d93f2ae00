// Trains the chance of the next seven days on the shop's own closed weeks of the last half year,
// each knowing only what lay before it, and lets the later ones decide whether it replaces the
// mixture, meets it half-way, or is left out.

import { decayedHorizon } from '#engine/forecast/exponential-decay.ts';
import {
  anyVisitProbability,
  maxRepeatsIn,
  mixtureOf,
  type MixtureParams,
} from '#engine/forecast/mixture.ts';
import { rfmTableAt, type VisitTimes } from '#engine/forecast/recency-frequency.ts';
import { countUntil } from '#engine/math/count-until.ts';
import { logistic } from '#engine/math/log-sum-exp.ts';
import {
  fitNextWeek,
  nextWeekChance,
  type NextWeekModel,
  type NextWeekRules,
  type PersonWeek,
} from './next-week-model.ts';
import { weekFeaturesOf } from './week-features.ts';

export interface NextWeekTraining {
  readonly now: number;
  readonly params: MixtureParams;
  readonly decayWeeks: number;
}

/** Half a year: older weeks are of another season. */
const maxWeeks = 26;
/** Two months to learn from and to try on, and as many visits as ten for each coefficient. */
const minWeeks = 8;
const minVisits = 100;
/** A month of past before the first of them. */
const warmUpWeeks = 4;
/** More person-weeks teach a dozen coefficients nothing and only take time. */
const maxPersonWeeks = 40_000;
const trainingShare = 0.7;
/** What is tried: in the mixture's place, and half-way between both (the mean of the logits). */
const parts: readonly number[] = [1, 0.5];
/** Ridges from weak to strong, three times as strong each. */
const strengths: readonly number[] = [3, 10, 30, 100];

/** The model at `now` (weeks); null with too little past, or where the mixture was better. */
export function trainNextWeek(
  visitTimes: VisitTimes,
  training: NextWeekTraining,
): NextWeekModel | null {
  const weeks = closedWeeks(visitTimes, training);
  const all = weeks.flat();
  if (weeks.length < minWeeks || all.filter(({ came }) => came).length < minVisits) return null;
  const cut = Math.floor(trainingShare * weeks.length);
  const rules = bestRules(weeks.slice(0, cut).flat(), weeks.slice(cut).flat());
  return rules === null ? null : fitNextWeek(all, rules);
}

/** The closed weeks, oldest first, each with its people. */
function closedWeeks(
  visitTimes: VisitTimes,
  training: NextWeekTraining,
): readonly (readonly PersonWeek[])[] {
  const { now } = training;
  const first = visitTimes.reduce((minimum, times) => Math.min(minimum, times[0] ?? minimum), now);
  const step = Math.max(1, Math.ceil((visitTimes.length * maxWeeks) / maxPersonWeeks));
  const weeks: (readonly PersonWeek[])[] = [];
  for (let back = 1; back <= maxWeeks && now - back > first + warmUpWeeks; back += 1) {
    // In a large shop another part of the people each week, so that everybody is seen at times.
    const part = visitTimes.filter((_, index) => (index + back) % step === 0);
    weeks.unshift(personWeeksAt(part, { ...training, now: now - back }));
  }
  return weeks;
}

/** Everybody's week after `now`. */
function personWeeksAt(
  visitTimes: VisitTimes,
  { now, params, decayWeeks }: NextWeekTraining,
): readonly PersonWeek[] {
  const rfm = rfmTableAt(visitTimes, now);
  const mixture = mixtureOf(params, maxRepeatsIn(rfm));
  return Array.from(rfm.who, (who, index) => {
    const times = visitTimes[who] ?? new Float64Array();
    const horizon = decayedHorizon(times, { now, decayWeeks, weeks: 1 });
    const chance = anyVisitProbability(mixture, rfm, { index, horizon });
    return {
      features: weekFeaturesOf(times, { now, chance }),
      came: countUntil(times, now + 1) > countUntil(times, now),
    };
  });
}

/** The rules with the least log loss on the later weeks; null for the mixture alone. */
function bestRules(
  earlier: readonly PersonWeek[],
  later: readonly PersonWeek[],
): NextWeekRules | null {
  let best: NextWeekRules | null = null;
  let least = logLoss(later, ({ features }) => logistic(features[0] ?? 0));
  for (const strength of strengths) {
    const trial = fitNextWeek(earlier, { part: 1, strength });
    for (const part of parts) {
      const loss = logLoss(later, ({ features }) => nextWeekChance(features, { ...trial, part }));
      if (loss < least) [best, least] = [{ part, strength }, loss];
    }
  }
  return best;
}

function logLoss(weeks: readonly PersonWeek[], said: (week: PersonWeek) => number): number {
  return weeks.reduce((sum, week) => {
    const chance = said(week);
    return sum - Math.log(Math.max(1e-6, week.came ? chance : 1 - chance));
  }, 0);
}
