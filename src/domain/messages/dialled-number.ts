// The number to ring from anywhere: people write down how it is dialled at home. Never guesses:
// where the country is not known, the number is rung as it is written.

import { withAsciiDigits } from '#lib/ascii-digits.ts';
import { phoneDigits } from '#domain/customers/phone-number.ts';
import { callingCodeOf } from './calling-codes.ts';

/** "+43664123456" for "0664 123456" in Austria; as it is written where the country is not known. */
export function dialledNumber(phone: string, region: string): string {
  const digits = phoneDigits(phone);
  if (/^[^\d]*\+/u.test(withAsciiDigits(phone))) return `+${digits}`;
  if (digits.startsWith('00')) return `+${digits.slice(2)}`;
  const country = callingCodeOf(region);
  // Short numbers ring at home alone, and so does whatever begins without the 0 of its country.
  if (country === undefined || digits.length < minDigits) return digits;
  const { code, trunk, isTrunkOptional } = country;
  return isTrunkOptional || trunk.test(digits) ? `+${code}${digits.replace(trunk, '')}` : digits;
}

const minDigits = 7;
