import { locale } from './locale.ts';

/** Digits to press, "7" or "00", as the region writes them. */
export function digitsText(digits: string): string {
  return new Intl.NumberFormat(locale(), {
    minimumIntegerDigits: digits.length,
    useGrouping: false,
  }).format(Number(digits));
}
