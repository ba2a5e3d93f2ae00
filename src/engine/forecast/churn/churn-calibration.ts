// Corrects the churn score by what became of earlier silences in this very shop: ridge logistic
// regression (le Cessie and van Houwelingen 1992) on closed windows only, with a strong ridge
// towards the untrained score. It keeps the law that a longer silence never looks better, and is
// used only where it was not worse on a later part of the past.

import { areaUnderCurve } from '#engine/math/area-under-curve.ts';
import { ridgeLogistic } from '#engine/math/ridge-logistic.ts';
import type { VisitTimes } from '#engine/forecast/recency-frequency.ts';
import { countUntil } from '#engine/math/count-until.ts';
import { gapsToReturn, type Silence } from './churn-score.ts';

/** A past silence and what became of it. */
export interface ClosedSilence {
  readonly silence: Silence;
  /** When its window closed (weeks). */
  readonly closed: number;
  /** True when nobody came within the window. */
  readonly gone: boolean;
}

/** A correction of the churn score. Plain values. */
export interface ChurnCalibration {
  readonly means: readonly number[];
  readonly spreads: readonly number[];
  /** Added to the untrained score per standard deviation of each feature. */
  readonly lifts: readonly number[];
}

/** Closed silences to begin training: about ten people, silent some weeks, four times. */
const minSilences = 500;
/** A silence is seen again every week and counts about ten times: ten times a usual ridge of 30. */
const strength = 300;
const trainingShare = 0.7;
const minHoldOut = 100;
/**
 * Scores closer than this are equal: a fifth of the comparison's standard error. Without it the
 * choice would flicker from week to week.
 */
const aucTolerance = 0.005;
/** Own gaps of silence worth worrying about: before it is nothing, after it is known. */
const lateFrom = 1;
const lateTo = 4;
/** Days are sevenths of a week: whoever is back on the very day is back, however sums round. */
const rounding = 1e-6;

/** Whether a silence is in the range that the score is made for. */
function isLateSilence({ latenessRatio }: Silence): boolean {
  return latenessRatio >= lateFrom - rounding && latenessRatio <= lateTo + rounding;
}

/** The late ones of `silences` whose windows closed by `until`, with what became of them. */
export function closedSilences(
  silences: readonly Silence[],
  visitTimes: VisitTimes,
  until: number,
): readonly ClosedSilence[] {
  return silences.flatMap((silence) => {
    const closed = silence.now + gapsToReturn * silence.medianGap;
    if (closed > until + rounding || !isLateSilence(silence)) return [];
    const times = visitTimes[silence.who] ?? new Float64Array();
    return [
      {
        silence,
        closed,
        gone: countUntil(times, closed + rounding) === countUntil(times, silence.now),
      },
    ];
  });
}

/**
 * The correction that these silences teach, or null where it does not help. All windows must be
 * closed.
 */
export function fitChurnCalibration(closed: readonly ClosedSilence[]): ChurnCalibration | null {
  if (closed.length < minSilences || !hasBoth(closed)) return null;
  const byDay = closed.map(({ silence }) => silence.now).toSorted((a, b) => a - b);
  const cut = byDay[Math.floor(trainingShare * byDay.length)] ?? 0;
  const training = closed.filter((row) => row.closed <= cut);
  const holdOut = closed.filter(({ silence }) => silence.now > cut);
  if (!hasBoth(training) || holdOut.length < minHoldOut || !hasBoth(holdOut)) return null;
  const trial = calibrationFrom(training);
  const gone = holdOut.map((row) => row.gone);
  const trained = areaUnderCurve(
    holdOut.map(({ silence }) => calibratedScore(silence, trial)),
    gone,
  );
  const untrained = areaUnderCurve(
    holdOut.map(({ silence }) => silence.score),
    gone,
  );
  return trained >= untrained - aucTolerance ? calibrationFrom(closed) : null;
}

/** The churn score with its correction, or untrained without one. */
export function calibratedScore(silence: Silence, correction: ChurnCalibration | null): number {
  if (correction === null) return silence.score;
  const features = silenceFeatures(silence);
  return correction.lifts.reduce((score, lift, index) => {
    const spread = correction.spreads[index] ?? 1;
    return score + (lift * ((features[index] ?? 0) - (correction.means[index] ?? 0))) / spread;
  }, silence.score);
}

/** The features of the correction. Only `shorter` depends on the silence, and may only raise it. */
function silenceFeatures(silence: Silence): readonly number[] {
  return [
    silence.shorter,
    Math.log(silence.gaps),
    Math.log(silence.lastGap),
    silence.trend,
    Math.log(silence.medianGap),
  ];
}

const mayOnlyRaise: readonly number[] = [0, 1];

function calibrationFrom(closed: readonly ClosedSilence[]): ChurnCalibration {
  const features = closed.map(({ silence }) => silenceFeatures(silence));
  const labels = closed.map(({ gone }) => gone);
  const scores = closed.map(({ silence }) => [silence.score]);
  const { means, spreads, rows } = standardised(features);
  const scale = standardised(scores);
  const base = ridgeLogistic({
    rows: scale.rows.map((row) => Float64Array.from([...row, 1])),
    labels,
    centre: new Float64Array(2),
    strength: new Float64Array(2),
    positive: [0],
  });
  const weight = base[0] ?? 0;
  const fitted = ridgeLogistic({
    rows: rows.map((row, index) => Float64Array.from([...(scale.rows[index] ?? []), ...row, 1])),
    labels,
    centre: Float64Array.from([weight, ...means.map(() => 0), base[1] ?? 0]),
    strength: Float64Array.from([strength, ...means.map(() => strength), 0]),
    positive: mayOnlyRaise,
  });
  // On the scale of the untrained score, so that corrected and uncorrected scores can be compared.
  const perScore = (fitted[0] ?? 0) / (scale.spreads[0] ?? 1);
  const lifts = means.map((_, i) => (perScore > 1e-6 ? (fitted[i + 1] ?? 0) / perScore : 0));
  return { means, spreads, lifts };
}

interface Standardised {
  readonly means: readonly number[];
  readonly spreads: readonly number[];
  readonly rows: readonly (readonly number[])[];
}

function standardised(rows: readonly (readonly number[])[]): Standardised {
  const width = rows[0]?.length ?? 0;
  const means = Array.from({ length: width }, (_, index) =>
    mean(rows.map((row) => row[index] ?? 0)),
  );
  const spreads = means.map((middle, index) =>
    Math.max(1e-6, Math.sqrt(mean(rows.map((row) => ((row[index] ?? 0) - middle) ** 2)))),
  );
  return {
    means,
    spreads,
    rows: rows.map((row) =>
      row.map((part, index) => (part - (means[index] ?? 0)) / (spreads[index] ?? 1)),
    ),
  };
}

function mean(values: readonly number[]): number {
  return values.reduce((sum, value) => sum + value, 0) / Math.max(1, values.length);
}

function hasBoth(closed: readonly ClosedSilence[]): boolean {
  return closed.some(({ gone }) => gone) && closed.some(({ gone }) => !gone);
}
