// What a visit of somebody is worth: their own mean, drawn towards the shop's by as much as people
// differ less than their visits do. The textbook model (Gamma-Gamma) runs off to infinity on real
// café amounts; this cannot. Amounts are in the caller's units.

import { meanOf, sumOf } from '#lib/statistics.ts';
import { spendShrinkageOf } from '#engine/amounts/yearly-spend.ts';

/** One person's known amounts. Visits without an amount are left out, never counted as nothing. */
export type Amounts = readonly number[];

/**
 * What the shop's amounts say: the mean of a visit, and how many visits the shop's mean counts for
 * beside a person's own.
 */
export interface SpendModel {
  readonly shopMean: number;
  /** Within-person over between-person variance, kept in [0.5, 5]. */
  readonly shrinkage: number;
  /** Amounts above this (the 99th percentile) count as this: one wedding order is no habit. */
  readonly maxAmount: number;
}

const ceilingShare = 0.99;

/** The belief from everybody's amounts; null when no amount is known. */
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

/** Expected amount of a visit for somebody with these amounts (none: the shop's mean). */
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
