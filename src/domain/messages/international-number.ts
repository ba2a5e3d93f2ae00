// A phone number as it is dialled from anywhere, which a chat needs: with the country in front.
// Without it, only the shop's own country says which. A table of twelve: a library of all of them
// weighs more than the Counter.

import { phoneDigits } from '#domain/customers/phone-number.ts';
import { withAsciiDigits } from '#lib/ascii-digits.ts';

/** The country's code, and the digit that is only dialled within it. */
const countries: Readonly<Record<string, { readonly code: string; readonly trunk: string }>> = {
  GB: { code: '44', trunk: '0' },
  IE: { code: '353', trunk: '0' },
  US: { code: '1', trunk: '1' },
  CA: { code: '1', trunk: '1' },
  AU: { code: '61', trunk: '0' },
  NZ: { code: '64', trunk: '0' },
  DE: { code: '49', trunk: '0' },
  AT: { code: '43', trunk: '0' },
  CH: { code: '41', trunk: '0' },
  FR: { code: '33', trunk: '0' },
  BE: { code: '32', trunk: '0' },
  // Italy dials its 0 from abroad too.
  IT: { code: '39', trunk: '' },
};

const zones: Readonly<Record<string, string>> = {
  'Europe/London': 'GB',
  'Europe/Dublin': 'IE',
  'Europe/Berlin': 'DE',
  'Europe/Vienna': 'AT',
  'Europe/Zurich': 'CH',
  'Europe/Paris': 'FR',
  'Europe/Brussels': 'BE',
  'Europe/Rome': 'IT',
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
  const own = countries[country];
  if (own === undefined) return null;
  const { code, trunk } = own;
  const national = trunk !== '' && digits.startsWith(trunk) ? digits.slice(1) : digits;
  return whole(code + national);
}

function whole(digits: string): string | null {
  return digits.length >= minDigits && digits.length <= maxDigits ? digits : null;
}
