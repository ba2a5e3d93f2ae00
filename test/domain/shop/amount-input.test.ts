import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { maxAmount } from '#domain/shop/money.ts';
import { parseAmount, amountInputText } from '#domain/shop/amount-input.ts';

const pounds = { code: 'GBP', digits: 2 };
const yen = { code: 'JPY', digits: 0 };

describe('an amount typed into a field', () => {
  it.each([
    ['18.40', 1840],
    ['18,4', 1840],
    ['18', 1800],
    [' 1 018 ', 101800],
    ['0', 0],
    ['', null],
  ])('"%s" is %s', (text, amount) => {
    expect(parseAmount(text, pounds)).toBe(amount);
  });

  it.each(['18.405', '-5', '1e3', 'a lot', '1.000.000', '£', '99999999999'])(
    '"%s" is never guessed at',
    (text) => {
      expect(parseAmount(text, pounds)).toBeUndefined();
    },
  );

  it('goes into the field and out again unchanged, in any currency', () => {
    fc.assert(
      fc.property(fc.nat(maxAmount), fc.constantFrom(pounds, yen), (amount, currency) => {
        expect(parseAmount(amountInputText(amount, currency), currency)).toBe(amount);
      }),
    );
  });
});
