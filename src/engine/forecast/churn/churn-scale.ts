// Makes the said chance to be gone hold in this shop: ln odds = low · ln p − high · ln(1 − p),
// learned from silences of the shop that have ended one way or the other (beta calibration, Kull,
// Silva Filho and Flach 2017, with priors as Gelman et al. 2008 advise). Low chances and high ones
// move by a parameter each, and who comes before whom cannot change. A line through the ln odds
// (Platt 1999) moves both ends at once: on grocery its Brier score was .202, this one's .201.
// Assumed: the next quarter is like the last year. Wrong when the shop changes, so little is
// believed of any one year, and nothing where later silences of the past speak against it.

import { logistic } from '#engine/math/log-sum-exp.ts';
import { ridgeLogistic } from '#engine/math/ridge-logistic.ts';
import { calibratedScore, type ChurnCalibration, type ClosedSilence } from './churn-calibration.ts';

/** How much low and high chances are stretched; both at least 0, and 1 leaves them as they are. */
export interface ChurnScale {
  readonly low: number;
  readonly high: number;
}

/** The score taken at its word. */
export const unscaled: ChurnScale = { low: 1, high: 1 };

/** Precision of the priors: from shop to shop they differ by .3 or so. */
const priorPrecision = 11;
/**
 * A year of one shop says as much about its next quarter as so many silences would, however many
 * there were: from year to year the odds of a shop move by about .35, and 40 cases of even odds
 * have that standard error twice over (20–100 give nearly the same chances).
 */
const maxInformation = 40;
/** Different silences to begin with; below it two parameters are mostly prior. */
const minSilences = 20;
const trainingShare = 0.7;

/** The scale that these silences teach; `unscaled` where it would have done harm later on. */
export function fitChurnScale(
  closed: readonly ClosedSilence[],
  calibration: ChurnCalibration | null,
): ChurnScale {
  const cases = closed.map((row) => caseOf(row, calibration));
  if (informationIn(cases) < minSilences) return unscaled;
  const days = cases.map(({ from }) => from).toSorted((a, b) => a - b);
  const cut = days[Math.floor(trainingShare * days.length)] ?? 0;
  const later = cases.filter(({ from }) => from > cut);
  const trial = scaleFrom(cases.filter(({ to }) => to <= cut));
  return logLossOf(later, trial) < logLossOf(later, unscaled) ? scaleFrom(cases) : unscaled;
}

/** P(gone) that a score stands for, 0–1. */
export function scaledProbability(score: number, { low, high }: ChurnScale): number {
  const [lnGone, lnStays] = logChances(score);
  return logistic(low * lnGone + high * lnStays);
}

/** ln p and −ln(1 − p) of the chance that the score stands for. */
function logChances(score: number): readonly [number, number] {
  return [
    Math.min(0, score) - Math.log1p(Math.exp(-Math.abs(score))),
    Math.max(0, score) + Math.log1p(Math.exp(-Math.abs(score))),
  ];
}

interface ScaleCase {
  readonly silence: string;
  readonly score: number;
  readonly gone: boolean;
  readonly from: number;
  readonly to: number;
}

function caseOf(
  { silence, gone, closed }: ClosedSilence,
  calibration: ChurnCalibration | null,
): ScaleCase {
  const began = silence.now - silence.elapsed;
  return {
    silence: `${silence.who} ${began.toFixed(3)}`,
    score: calibratedScore(silence, calibration),
    gone,
    from: silence.now,
    to: closed,
  };
}

/** How many silences the cases tell of: one is seen again every week. */
function informationIn(cases: readonly ScaleCase[]): number {
  return Math.min(maxInformation, new Set(cases.map(({ silence }) => silence)).size);
}

// All cases count alike, and together as the information in them: a stronger prior is the same.
function scaleFrom(cases: readonly ScaleCase[]): ChurnScale {
  const repeats = cases.length / Math.max(1, informationIn(cases));
  const strength = repeats * priorPrecision;
  const [low = 1, high = 1] = ridgeLogistic({
    rows: cases.map(({ score }) => Float64Array.from(logChances(score))),
    labels: cases.map(({ gone }) => gone),
    centre: Float64Array.from([unscaled.low, unscaled.high]),
    strength: Float64Array.from([strength, strength]),
    positive: [0, 1],
  });
  return { low, high };
}

function logLossOf(cases: readonly ScaleCase[], scale: ChurnScale): number {
  return cases.reduce((loss, { score, gone }) => {
    const chance = scaledProbability(score, scale);
    return loss - Math.log(Math.max(1e-6, gone ? chance : 1 - chance));
  }, 0);
}
