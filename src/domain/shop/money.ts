// Money is whole minor units (pence, cents), never a fraction: £18.40 is 1840. What a unit is worth
// belongs to the currency.

/** An ISO 4217 code and how many digits its minor unit has: GBP 2, JPY 0, KWD 3. */
export interface Currency {
  readonly code: string;
  readonly digits: number;
}

/**
 * The greatest amount one visit may carry, in minor units: it fits the 32-bit whole numbers of a
 * history.
 */
export const maxAmount = 999_999_999;

/** Whether `amount` is whole minor units that a visit may carry. */
export function isAmount(amount: number): boolean {
  return Number.isInteger(amount) && amount >= 0 && amount <= maxAmount;
}
