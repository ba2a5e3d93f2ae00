// The currency is guessed from the device and always shown to be changed.

import { currencyCalled, type Currency } from '#domain/shop/money.ts';

/** The currency of the region in a language tag such as `en-GB`; pounds for an unknown one. */
export function deviceCurrency(language: string): Currency {
  const region = regionOf(language);
  return currencyCalled(codeByRegion[region] ?? (euroRegions.has(region) ? 'EUR' : 'GBP'));
}

// Chromium on a Linux without languages calls its own `en-US@posix`, which it does not accept.
function regionOf(language: string): string {
  try {
    return new Intl.Locale(language.replace(/@.*/, '')).maximize().region ?? '';
  } catch {
    return '';
  }
}

/** The currencies offered, in alphabetical order. */
export const currencyCodes: readonly string[] = [
  'AED',
  'AUD',
  'BRL',
  'CAD',
  'CHF',
  'CZK',
  'DKK',
  'EUR',
  'GBP',
  'HUF',
  'INR',
  'JPY',
  'KWD',
  'MXN',
  'NGN',
  'NOK',
  'NZD',
  'PLN',
  'RON',
  'SEK',
  'TRY',
  'UAH',
  'USD',
  'ZAR',
];

const euroRegions = new Set([
  'AT',
  'BE',
  'CY',
  'DE',
  'EE',
  'ES',
  'FI',
  'FR',
  'GR',
  'HR',
  'IE',
  'IT',
  'LT',
  'LU',
  'LV',
  'MT',
  'NL',
  'PT',
  'SI',
  'SK',
]);

const codeByRegion: Readonly<Record<string, string>> = {
  AE: 'AED',
  AU: 'AUD',
  BR: 'BRL',
  CA: 'CAD',
  CH: 'CHF',
  CZ: 'CZK',
  DK: 'DKK',
  HU: 'HUF',
  IN: 'INR',
  JP: 'JPY',
  KW: 'KWD',
  MX: 'MXN',
  NG: 'NGN',
  NO: 'NOK',
  NZ: 'NZD',
  PL: 'PLN',
  RO: 'RON',
  SE: 'SEK',
  TR: 'TRY',
  UA: 'UAH',
  US: 'USD',
  ZA: 'ZAR',
};
