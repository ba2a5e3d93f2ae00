// How near a list of predictions came to what happened, in the measures that the literature uses.

import { standardError } from './bootstrap.ts';

export interface Accuracy {
  /** (predicted − actual) / actual over everybody: +.1 is ten per cent too many. */
  readonly bias: number;
  readonly mae: number;
  readonly rmse: number;
  readonly correlation: number;
  /** Share of the truly best tenth and fifth of people that the predictions name. */
  readonly top10: number;
  readonly top20: number;
}

/** The accuracy of `predicted` against `actual`, person by person. */
export function accuracyOf(predicted: readonly number[], actual: readonly number[]): Accuracy {
  const errors = predicted.map((value, index) => value - (actual[index] ?? 0));
  return {
    bias: sum(errors) / Math.max(1, sum(actual)),
    mae: mean(errors.map(Math.abs)),
    rmse: Math.sqrt(mean(errors.map((error) => error * error))),
    correlation: correlationOf(predicted, actual),
    top10: topShare(predicted, actual, 0.1),
    top20: topShare(predicted, actual, 0.2),
  };
}

/** With standard errors of the two errors by customer, when they were asked for. */
export interface AccuracyWithErrors extends Accuracy {
  readonly errors?: { readonly mae: number; readonly rmse: number };
}

/** The accuracy, with standard errors from `times` draws of customers. */
export function accuracyWithErrors(
  predicted: readonly number[],
  actual: readonly number[],
  times: number,
): AccuracyWithErrors {
  const accuracy = accuracyOf(predicted, actual);
  if (times === 0) return accuracy;
  const misses = predicted.map((value, index) => Math.abs(value - (actual[index] ?? 0)));
  const errorOf = (figure: (missed: readonly number[]) => number): number =>
    standardError([...misses.keys()], times, (rows) =>
      figure(rows.map((row) => misses[row] ?? 0)),
    ) ?? 0;
  return {
    ...accuracy,
    errors: {
      mae: errorOf(mean),
      rmse: errorOf((missed) => Math.sqrt(mean(missed.map((miss) => miss * miss)))),
    },
  };
}

/** The share of the truly best `share` of people that the predictions also name; ties by order. */
function topShare(predicted: readonly number[], actual: readonly number[], share: number): number {
  const count = Math.max(1, Math.round(share * actual.length));
  const best = new Set(highest(actual, count));
  return highest(predicted, count).filter((index) => best.has(index)).length / count;
}

/** The indexes of the `count` highest values. */
export function highest(values: readonly number[], count: number): readonly number[] {
  return values
    .map((_, index) => index)
    .toSorted((a, b) => (values[b] ?? 0) - (values[a] ?? 0) || a - b)
    .slice(0, count);
}

function correlationOf(a: readonly number[], b: readonly number[]): number {
  const [meanA, meanB] = [mean(a), mean(b)];
  let [together, squaresA, squaresB] = [0, 0, 0];
  a.forEach((value, index) => {
    const [fromA, fromB] = [value - meanA, (b[index] ?? 0) - meanB];
    together += fromA * fromB;
    squaresA += fromA ** 2;
    squaresB += fromB ** 2;
  });
  return together / Math.sqrt(squaresA * squaresB);
}

export function mean(values: readonly number[]): number {
  return sum(values) / Math.max(1, values.length);
}

function sum(values: readonly number[]): number {
  return values.reduce((total, value) => total + value, 0);
}
