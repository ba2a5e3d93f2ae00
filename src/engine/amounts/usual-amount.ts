// The amount somebody usually pays, offered with one tap, and a question when an amount looks
// mistyped. Slips by one digit are the commonest mistake when numbers are entered, so what was
// meant is found by moving the point. It only asks: it never stops anybody.

import type { History } from '#domain/visits/history.ts';
import type { Currency } from '#domain/shop/money.ts';
import { isBought } from '#engine/profile/features.ts';
import { medianOf } from '#lib/statistics.ts';

/** An amount that looks wrong, in minor units; null where there is no good guess. */
export interface AmountWarning {
  readonly kind: 'too-much' | 'too-little';
  readonly usual: number | null;
  readonly suggested: number | null;
}

/** What an amount is compared with, in minor units; null where nothing is known. */
export interface AmountCheck {
  readonly amount: number;
  readonly usual: number | null;
  /** The shop's 99th percentile. */
  readonly shopP99: number | null;
}

const latestAmounts = 10;
const minAmounts = 3;
const outlierFactor = 5;

/**
 * The usual amount in minor units: the median of the last ten noted amounts, rounded as people say
 * it. When most of them are the same amount, it is that one. Undefined with fewer than three.
 */
export function usualAmountOf(history: History, currency: Currency): number | undefined {
  const latest = latestAmountsOf(history);
  if (latest.length < minAmounts) return undefined;
  const same = latest.find(
    (amount) => 2 * latest.filter((other) => other === amount).length > latest.length,
  );
  return same ?? roundedAsSaid(medianOf(latest) ?? 0, currency);
}

/**
 * Why an amount looks mistyped: over five times or under a fifth of the usual, or above the shop's
 * 99th percentile. Undefined when it does not.
 */
export function amountWarningOf({
  amount,
  usual,
  shopP99,
}: AmountCheck): AmountWarning | undefined {
  if (amount <= 0) return undefined;
  const isAboveOwn = usual !== null && amount > outlierFactor * usual;
  // What is usual for this person is no surprise, however rare it is in the shop.
  const isAboveShop =
    shopP99 !== null && amount > shopP99 && (usual === null || amount > usual * 1.5);
  if (isAboveOwn || isAboveShop)
    return {
      kind: 'too-much',
      usual,
      suggested: suggestedAmount(amount, [0.1, 0.01], { usual, shopP99 }),
    };
  if (usual !== null && amount * outlierFactor < usual)
    return {
      kind: 'too-little',
      usual,
      suggested: suggestedAmount(amount, [10, 100], { usual, shopP99 }),
    };
  return undefined;
}

interface Likely {
  readonly usual: number | null;
  readonly shopP99: number | null;
}

// A digit too many moves the point by one; "00" too many moves it by two and leaves noughts behind.
// Nothing else is a slip of the finger.
function suggestedAmount(
  amount: number,
  shifts: readonly number[],
  { usual, shopP99 }: Likely,
): number | null {
  const [byOne = 1, byTwo = 1] = shifts;
  const whole = [byOne, ...(byTwo > 1 || amount % 100 === 0 ? [byTwo] : [])]
    .map((shift) => Math.round(amount * shift))
    .filter((each) => each > 0);
  if (usual === null) return whole.find((each) => shopP99 === null || each <= shopP99) ?? null;
  const near = whole.filter((each) => distance(each, usual) <= Math.log(outlierFactor));
  return near.toSorted((a, b) => distance(a, usual) - distance(b, usual))[0] ?? null;
}

function distance(amount: number, usual: number): number {
  return Math.abs(Math.log(amount / usual));
}

function latestAmountsOf(history: History): readonly number[] {
  const latest: number[] = [];
  for (
    let index = history.amounts.length - 1;
    index >= 0 && latest.length < latestAmounts;
    index -= 1
  ) {
    const amount = history.amounts[index] ?? -1;
    if (amount > 0 && isBought(history, index)) latest.push(amount);
  }
  return latest;
}

// Rounded to about a fiftieth, in steps people say: tenths under five units, halves under fifteen,
// then units, fives, tens …
function roundedAsSaid(amount: number, { digits }: Currency): number {
  const unit = 10 ** digits;
  const step = stepFor(amount / unit) * unit;
  const whole = Math.max(1, Math.round(step));
  return Math.max(whole, Math.round(amount / whole) * whole);
}

function stepFor(units: number): number {
  if (units < 5) return 0.1;
  if (units < 15) return 0.5;
  if (units < 150) return 1;
  return 5 * 10 ** Math.max(0, Math.floor(Math.log10(units)) - 2);
}
