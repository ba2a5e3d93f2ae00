// Who comes in the next seven days: a ridge logistic regression (le Cessie and van Houwelingen
// 1992) on the shop's own closed weeks, drawn to the mixture's own chance, and blended with it as
// far as later weeks of the past say so. It assumes that next week is like the last half year, and
// that people's weeks do not hang together; a feast or a strike is not foreseen. For order and for
// the chance of a week alone: expected numbers of visits stay with the mixture.

import { dot } from '#engine/math/linear-solve.ts';
import { logistic } from '#engine/math/log-sum-exp.ts';
import { ridgeLogistic } from '#engine/math/ridge-logistic.ts';

/** A past week of one person. Index 0 of the features is the mixture's own logit. */
export interface PersonWeek {
  readonly features: Float64Array;
  readonly came: boolean;
}

/** Plain values: the regression on standardised features, and its part (.5 or 1) of the logit. */
export interface NextWeekModel {
  readonly means: Float64Array;
  readonly spreads: Float64Array;
  /** One for each feature, then the constant. */
  readonly coefficients: Float64Array;
  readonly part: number;
}

/** How a regression is fitted, as later weeks chose it. */
export interface NextWeekRules {
  readonly part: number;
  /** Of the ridge, in person-weeks of even odds. */
  readonly strength: number;
}

/** The regression that these weeks teach. */
export function fitNextWeek(
  weeks: readonly PersonWeek[],
  { part, strength }: NextWeekRules,
): NextWeekModel {
  const { means, spreads } = scaleOf(weeks);
  const width = means.length;
  // The mixture taken at its word, and nothing else: where the ridge draws to.
  const centre = new Float64Array(width + 1);
  centre[0] = spreads[0] ?? 1;
  centre[width] = means[0] ?? 0;
  const coefficients = ridgeLogistic({
    rows: weeks.map(({ features }) => standardised(features, means, spreads)),
    labels: weeks.map(({ came }) => came),
    centre,
    strength: new Float64Array(width + 1).fill(strength),
    positive: [],
  });
  return { means, spreads, coefficients, part };
}

/** The chance of a visit within a week, of somebody with these features. */
export function nextWeekChance(
  features: Float64Array,
  { means, spreads, coefficients, part }: NextWeekModel,
): number {
  const own = dot(standardised(features, means, spreads), coefficients);
  return logistic(part * own + (1 - part) * (features[0] ?? 0));
}

function scaleOf(weeks: readonly PersonWeek[]): Pick<NextWeekModel, 'means' | 'spreads'> {
  const width = weeks[0]?.features.length ?? 0;
  const means = new Float64Array(width);
  const spreads = new Float64Array(width);
  for (const { features } of weeks)
    features.forEach((value, i) => (means[i] = (means[i] ?? 0) + value / weeks.length));
  for (const { features } of weeks)
    features.forEach(
      (value, i) => (spreads[i] = (spreads[i] ?? 0) + (value - (means[i] ?? 0)) ** 2),
    );
  return {
    means,
    spreads: spreads.map((sum) => Math.max(1e-6, Math.sqrt(sum / Math.max(1, weeks.length)))),
  };
}

function standardised(
  features: Float64Array,
  means: Float64Array,
  spreads: Float64Array,
): Float64Array {
  const row = new Float64Array(features.length + 1);
  features.forEach((value, i) => (row[i] = (value - (means[i] ?? 0)) / (spreads[i] ?? 1)));
  row[features.length] = 1;
  return row;
}
