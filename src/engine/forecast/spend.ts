// What a visit of somebody is worth: their own mean, drawn towards the shop's by the ratio of
// variance within people to variance between them (Searle, Casella and McCulloch 1992). The
// textbook Gamma-Gamma (Fader and Hardie 2013) diverges on real café amounts; this cannot.

import { meanOf, sumOf } from '#lib/statistics.ts';
import { spendShrinkageOf } from '#engine/amounts/yearly-spend.ts';

/** One person's known amounts. Visits without an amount are left out, never counted as 0. */
export type Amounts = readonly number[];

/** The mean of a visit in this shop, and how many visits it counts for beside a person's own. */
export interface SpendModel {
  readonly shopMean: number;
  /** Variance within people over variance between them, .5–5. */
  readonly shrinkage: number;
  /** Amounts above this (the 99th percentile) count as this: one wedding order is no habit. */
  readonly maxAmount: number;
}

const ceilingShare = 0.99;

/** The model of everybody's amounts; null when no amount is known. */
export function fitSpend(people: readonly Amounts[]): SpendModel | null {
  const all = people.flat().toSorted((a, b) => a - b);
  const ceiling = all[Math.ceil((all.length - 1) * ceilingShare)];
  if (ceiling === undefined) return null;
  const capped = people
    .filter((amounts) => amounts.length > 0)
    .map((amounts) => amounts.map((amount) => Math.min(amount, ceiling)));
  const shopMean = ownMean(capped.map(ownMean));
  return { shopMean, maxAmount: ceiling, shrinkage: shrinkageOf(capped) };
}

/** Expected amount of a visit of somebody with these amounts (none: the shop's mean). */
export function expectedSpend(
  { shopMean, shrinkage, maxAmount }: SpendModel,
  amounts: Amounts,
): number {
  const sum = sumOf(amounts.map((amount) => Math.min(amount, maxAmount)));
  return (sum + shrinkage * shopMean) / (amounts.length + shrinkage);
}

function shrinkageOf(people: readonly Amounts[]): number {
  const several = people.filter((amounts) => amounts.length > 1);
  const means = several.map(ownMean);
  return spendShrinkageOf({
    people: several.length,
    amounts: sumOf(several.map((amounts) => amounts.length)),
    withinSquares: sumOf(several.map((amounts) => squaresAround(amounts, ownMean(amounts)))),
    betweenSquares: squaresAround(means, ownMean(means)),
  });
}

function squaresAround(values: readonly number[], middle: number): number {
  return values.reduce((sum, value) => sum + (value - middle) ** 2, 0);
}

function ownMean(amounts: Amounts): number {
  return meanOf(amounts) ?? 0;
}
