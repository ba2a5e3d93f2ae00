// Money is whole minor units (pence, cents), never a fraction: £18.40 is 1840.

/** An ISO 4217 code and how many digits its minor unit has: GBP 2, JPY 0, KWD 3. */
export interface Currency {
  readonly code: string;
  readonly digits: number;
}

/** The currency with this ISO 4217 code and the digits its minor unit has. */
export function currencyCalled(code: string): Currency {
  const format = new Intl.NumberFormat('en', { style: 'currency', currency: code });
  return { code, digits: format.resolvedOptions().maximumFractionDigits ?? 2 };
}

/** The greatest amount of one visit, in minor units: it fits the 32-bit integers of a history. */
export const maxAmount = 999_999_999;

export function isAmount(amount: number): boolean {
  return Number.isInteger(amount) && amount >= 0 && amount <= maxAmount;
}
