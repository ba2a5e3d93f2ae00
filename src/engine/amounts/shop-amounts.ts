// What people pay in this shop, from the amounts noted in the last 52 weeks: for what a big basket
// is, and for asking when an amount looks mistyped.

import { dayOfMinutes, type History } from '#domain/visits/history.ts';
import { dayNumber, type Day } from '#lib/day.ts';
import { isBought, yearDays } from '#engine/profile/features.ts';
import { quantileOfSorted } from '#lib/statistics.ts';

/** Percentiles of noted amounts in minor units. */
export interface ShopAmounts {
  readonly count: number;
  readonly median: number;
  readonly p90: number;
  readonly p99: number;
}

/** The shop's amounts in the 52 weeks up to `today`, or null when none was noted. */
export function shopAmountsOf(histories: readonly History[], today: Day): ShopAmounts | null {
  const sorted = yearAmountsOf(histories, dayNumber(today)).toSorted();
  if (sorted.length === 0) return null;
  return {
    count: sorted.length,
    median: quantileOfSorted(sorted, 0.5),
    p90: quantileOfSorted(sorted, 0.9),
    p99: quantileOfSorted(sorted, 0.99),
  };
}

/** Calls `take` with each noted amount of the 52 weeks up to day `today`, newest first. */
export function eachYearAmount(
  history: History,
  today: number,
  take: (amount: number) => void,
): void {
  for (let index = history.stamps.length - 1; index >= 0; index -= 1) {
    const day = dayOfMinutes(history.stamps[index] ?? 0);
    if (day <= today - yearDays) return;
    const amount = history.amounts[index] ?? -1;
    if (day <= today && amount >= 0 && isBought(history, index)) take(amount);
  }
}

function yearAmountsOf(histories: readonly History[], today: number): Int32Array {
  const rows = histories.reduce((sum, history) => sum + history.amounts.length, 0);
  const amounts = new Int32Array(rows);
  let count = 0;
  for (const history of histories) {
    eachYearAmount(history, today, (amount) => {
      amounts[count] = amount;
      count += 1;
    });
  }
  return amounts.subarray(0, count);
}
