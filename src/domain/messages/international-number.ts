// A phone number as it is dialled from anywhere, which a chat needs: with the country in front.
// Without it, only the shop's own country says which (`calling-codes.ts`).

import { phoneDigits } from '#domain/customers/phone-number.ts';
import { withAsciiDigits } from '#lib/ascii-digits.ts';
import { callingCodeOf } from './calling-codes.ts';

/** A chat reaches a mobile phone there by a digit more, which no number written at home has. */
const needMore = new Set(['AR']);

const zones: Readonly<Record<string, string>> = {
  'Europe/London': 'GB',
  'Europe/Dublin': 'IE',
  'Europe/Berlin': 'DE',
  'Europe/Vienna': 'AT',
  'Europe/Zurich': 'CH',
  'Europe/Paris': 'FR',
  'Europe/Brussels': 'BE',
  'Europe/Rome': 'IT',
  'Europe/Amsterdam': 'NL',
  'Europe/Athens': 'GR',
  'Europe/Bratislava': 'SK',
  'Europe/Bucharest': 'RO',
  'Europe/Budapest': 'HU',
  'Europe/Copenhagen': 'DK',
  'Europe/Helsinki': 'FI',
  'Europe/Istanbul': 'TR',
  'Europe/Lisbon': 'PT',
  'Europe/Ljubljana': 'SI',
  'Europe/Luxembourg': 'LU',
  'Europe/Madrid': 'ES',
  'Europe/Oslo': 'NO',
  'Europe/Prague': 'CZ',
  'Europe/Riga': 'LV',
  'Europe/Sofia': 'BG',
  'Europe/Stockholm': 'SE',
  'Europe/Tallinn': 'EE',
  'Europe/Vilnius': 'LT',
  'Europe/Warsaw': 'PL',
  'Europe/Zagreb': 'HR',
  'Australia/Sydney': 'AU',
  'Pacific/Auckland': 'NZ',
  'America/New_York': 'US',
  'America/Chicago': 'US',
  'America/Los_Angeles': 'US',
  'America/Toronto': 'CA',
};

const minDigits = 8;
const maxDigits = 15;

/** The country of the shop: as set, else as its time zone says; empty when neither does. */
export function shopCountry(settings: { readonly region: string; readonly zone: string }): string {
  return settings.region === '' ? (zones[settings.zone] ?? '') : settings.region;
}

/** Digits with the country first and no sign; null where the country is unknown. */
export function internationalNumber(phone: string, country: string): string | null {
  const digits = phoneDigits(phone);
  if (/^[^\d]*\+/u.test(withAsciiDigits(phone))) return whole(digits);
  if (digits.startsWith('00')) return whole(digits.slice(2));
  const own = needMore.has(country) ? undefined : callingCodeOf(country);
  return own === undefined ? null : whole(own.code + digits.replace(own.trunk, ''));
}

function whole(digits: string): string | null {
  return digits.length >= minDigits && digits.length <= maxDigits ? digits : null;
}
