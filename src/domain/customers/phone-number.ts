// Phone numbers as people write them: with or without the country, in brackets, with dashes. Two
// that ring the same phone are alike here, without knowing in which country the shop is.

import { withAsciiDigits } from '#lib/ascii-digits.ts';

/** So many digits from the end tell numbers apart: neither the country nor its 0 is in them. */
export const comparedDigits = 9;

/** Fewer digits are an extension, or a slip. */
const minDigits = 7;

/** The digits of `phone` as they are written, without the "(0)" that is not dialled from abroad. */
export function phoneDigits(phone: string): string {
  return withAsciiDigits(phone).replace(/(?<=\d[\s-]*)\(0\)|[^0-9]/gu, '');
}

/** The digits of `phone` as they are dialled within its country, without a 0 before them. */
export function nationalDigits(phone: string): string {
  const digits = phoneDigits(phone);
  const abroad = /^[^\d]*\+/u.test(withAsciiDigits(phone)) ? digits : internationalDigits(digits);
  return abroad === null ? digits.replace(/^0+/u, '') : abroad.replace(countryCode, '');
}

/** What is the same in all ways of writing a number; the text itself where it is none. */
export function phoneKey(phone: string): string {
  const digits = phoneDigits(phone);
  return digits.length < minDigits ? phone.trim() : digits.slice(-comparedDigits);
}

function internationalDigits(digits: string): string | null {
  return digits.startsWith('00') ? digits.slice(2) : null;
}

// As the telephone union gave them out: of one, two or, else, three digits. A 0 after it is not
// dialled from abroad.
const countryCode =
  /^(?:1|7|2[07]|3[0-469]|4[013-9]|5[1-8]|6[0-6]|8[1246]|9[0-58]|\d{3})(?:0(?=\d{8}))?/u;
