// Lets a shop's own past decide what no theory can: how fast to decay it and whether its tempo
// lasts. Rolling-origin validation (Tashman 2000): stand on earlier days, forecast from what was
// known then, and compare with what came. Nothing after `now` is read.

import { decayCandidates, decayedHorizon, defaultDecayWeeks } from './exponential-decay.ts';
import { mixtureOf, maxRepeatsIn, visitDistributionOf, type MixtureParams } from './mixture.ts';
import { rfmTableAt, sampled, type VisitTimes, type RfmTable } from './recency-frequency.ts';
import { countUntil } from '#engine/math/count-until.ts';
import { rangeRulesFrom, type RangeRules } from './range-validation.ts';
import { driftPersistence, standardisedResidual, tempoOf, tempoWeeks } from './drift.ts';

export interface ValidationResult extends RangeRules {
  readonly decayWeeks: number;
  readonly tempo: number;
}

interface ValidationOptions {
  readonly now: number;
  /** How far ahead the model shall forecast, and how far its ranges reach. */
  readonly weeks: number;
  readonly rangeWeeks: number;
  readonly params: MixtureParams;
  readonly fit: (rfm: RfmTable, start: MixtureParams) => MixtureParams;
}

/** One origin: its fit, and by decay the log of its RMSE and the residual that followed. */
interface Fold {
  readonly origin: number;
  readonly params: MixtureParams;
  readonly logErrors: readonly number[];
  readonly after: readonly number[];
}

/** A first quarter teaches nothing that lasts; then an origin at least every four weeks. */
const minOriginWeeks = 12;
const maxFolds = 9;
/** More people or visits teach no more about a whole shop and only take time. */
const maxPeople = 2000;
const maxVisits = 20_000;
/** Another decay must be better by so many standard errors, for the origins overlap. */
const minStandardErrors = 2;

/** The decay and the tempo, from the shop's past up to `now`. */
export function rollingOriginValidation(
  everybody: VisitTimes,
  options: ValidationOptions,
): ValidationResult {
  const visitTimes = sampled(everybody, { people: maxPeople, visits: maxVisits });
  const folds = originsOf(visitTimes, options.now).map((origin) =>
    foldAt(visitTimes, origin, options),
  );
  const index = bestDecay(folds);
  const decayWeeks = decayCandidates[index] ?? defaultDecayWeeks;
  const pairs = folds.map(({ origin, params, after }) => ({
    before: residualBefore(visitTimes, origin, { params, decayWeeks }),
    after: after[index] ?? 0,
  }));
  const lately = residualBefore(visitTimes, options.now, { params: options.params, decayWeeks });
  return {
    decayWeeks,
    tempo: tempoOf(lately, driftPersistence(pairs)),
    ...rangeRulesFrom(visitTimes, folds, { ...options, decayWeeks }),
  };
}

/** The origins, latest first. */
function originsOf(visitTimes: VisitTimes, now: number): readonly number[] {
  const first = visitTimes.reduce((minimum, times) => Math.min(minimum, times[0] ?? minimum), now);
  const step = Math.max(tempoWeeks, (now - first) / maxFolds);
  const origins: number[] = [];
  for (let origin = now - step; origin >= first + minOriginWeeks; origin -= step)
    origins.push(origin);
  return origins;
}

function foldAt(
  visitTimes: VisitTimes,
  origin: number,
  { now, weeks, params, fit }: ValidationOptions,
): Fold {
  const then = fit(rfmTableAt(visitTimes, origin), params);
  const found = decayCandidates.map((decayWeeks) =>
    comparison(visitTimes, origin, {
      params: then,
      decayWeeks,
      weeks: Math.min(weeks, now - origin),
    }),
  );
  return {
    origin,
    params: then,
    // A ten-thousandth of a visit keeps the log finite where there was no error at all.
    logErrors: found.map(
      ({ squares, people }) => Math.log(squares / Math.max(1, people) + 1e-8) / 2,
    ),
    after: found.map(({ seen, expected }) => standardisedResidual(seen, expected)),
  };
}

function bestDecay(folds: readonly Fold[]): number {
  const usual = decayCandidates.indexOf(defaultDecayWeeks);
  let best = usual;
  let minimum = 0;
  decayCandidates.forEach((_, index) => {
    const gains = folds.map((fold) => (fold.logErrors[index] ?? 0) - (fold.logErrors[usual] ?? 0));
    const mean = gains.reduce((sum, gain) => sum + gain, 0) / Math.max(1, gains.length);
    const spread = gains.reduce((sum, gain) => sum + (gain - mean) ** 2, 0);
    const error = Math.sqrt(spread / Math.max(1, gains.length * (gains.length - 1)));
    if (gains.length >= 4 && mean < -minStandardErrors * error && mean < minimum) {
      best = index;
      minimum = mean;
    }
  });
  return best;
}

interface DecayFit {
  readonly params: MixtureParams;
  readonly decayWeeks: number;
}

/** The residual of the last weeks before `now`, forecast from their beginning. */
function residualBefore(visitTimes: VisitTimes, now: number, decayFit: DecayFit): number {
  const { seen, expected } = comparison(visitTimes, now - tempoWeeks, {
    ...decayFit,
    weeks: tempoWeeks,
  });
  return standardisedResidual(seen, expected);
}

function comparison(
  visitTimes: VisitTimes,
  origin: number,
  { params, decayWeeks, weeks }: DecayFit & { readonly weeks: number },
): {
  readonly seen: number;
  readonly expected: number;
  readonly squares: number;
  readonly people: number;
} {
  const rfm = rfmTableAt(visitTimes, origin);
  const mixture = mixtureOf(params, maxRepeatsIn(rfm));
  let seen = 0;
  let expected = 0;
  let squares = 0;
  for (let index = 0; index < rfm.size; index += 1) {
    const times = visitTimes[rfm.who[index] ?? 0] ?? new Float64Array();
    const came = countUntil(times, origin + weeks) - countUntil(times, origin);
    const horizon = decayedHorizon(times, { now: origin, decayWeeks, weeks });
    const distribution = visitDistributionOf(mixture, rfm, { index, horizon });
    seen += came;
    expected += distribution.expected;
    squares += (distribution.expected - came) ** 2;
  }
  return { seen, expected, squares, people: rfm.size };
}
