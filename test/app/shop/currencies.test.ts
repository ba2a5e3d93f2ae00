import { describe, expect, it } from 'vitest';
import { deviceCurrency } from '#app/shop/currencies.ts';

describe('the currency of a tablet', () => {
  it.each([
    ['en-GB', 'GBP'],
    ['en', 'USD'],
    ['de-AT', 'EUR'],
    ['fr-CH', 'CHF'],
    ['en-US@posix', 'USD'],
    ['', 'GBP'],
    ['not a language', 'GBP'],
  ])('whose language is %j is %s', (language, code) => {
    expect(deviceCurrency(language).code).toBe(code);
  });
});
