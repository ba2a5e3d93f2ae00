// What somebody spent on each day they came, for the spend model: two coffees on a day are one
// visit day and one amount.

import { dayOfMinutes, type History } from '#domain/visits/history.ts';
import { isBought, yearDays } from '#engine/profile/features.ts';
import type { Amounts } from '#engine/forecast/spend.ts';

/** The noted amounts (minor units) of the 52 weeks up to `today`, summed by day, oldest first. */
export function amountsByDay(history: History, today: number): Amounts {
  const sums: number[] = [];
  let day = Number.NEGATIVE_INFINITY;
  history.stamps.forEach((stamp, index) => {
    const on = dayOfMinutes(stamp);
    const amount = history.amounts[index] ?? -1;
    if (on <= today - yearDays || on > today || amount < 0 || !isBought(history, index)) return;
    if (on === day) sums.push((sums.pop() ?? 0) + amount);
    else sums.push(amount);
    day = on;
  });
  return sums;
}
