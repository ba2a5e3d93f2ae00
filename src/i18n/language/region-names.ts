// The countries that a shop may stand in: numbers, dates, the first day of the week and telephone
// numbers are written as there.

import { locale } from './locale.ts';

/** By name, as the language of the screen calls them. */
export function regionNames(): readonly { readonly code: string; readonly name: string }[] {
  return regionCodes
    .map((code) => ({ code, name: regionName(code) }))
    .toSorted((a, b) => a.name.localeCompare(b.name, locale()));
}

/** "Austria" for AT. */
export function regionName(code: string): string {
  return new Intl.DisplayNames([locale()], { type: 'region' }).of(code) ?? code;
}

/** The country that figures and days are written for now; empty where the tablet names none. */
export function spokenRegion(): string {
  return new Intl.Locale(locale()).maximize().region ?? '';
}

const regionCodes = (
  'AE AR AT AU BE BG BH BR CA CH CL CO CY CZ DE DK DZ EE EG ES FI FR GB GR HK HR HU ID IE IL IN IQ ' +
  'IS IT JO JP KE KR KW LB LI LT LU LV LY MA MT MX MY NG NL NO NZ OM PE PH PK PL PT QA RO RS SA SE ' +
  'SG SI SK SN TH TN TR TW UA US VN ZA'
).split(' ');
