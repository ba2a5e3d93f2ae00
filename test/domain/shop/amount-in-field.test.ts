import { describe, expect, it } from 'vitest';
import { parseAmount, amountInputText } from '#domain/shop/amount-input.ts';

const pounds = { code: 'GBP', digits: 2 };
const yen = { code: 'JPY', digits: 0 };
const dinars = { code: 'KWD', digits: 3 };

describe('an amount in a field', () => {
  it('is written with all digits of its currency, and not at all where there is none', () => {
    expect(amountInputText(null, pounds)).toBe('');
    expect([0, 5, 50, 1840].map((amount) => amountInputText(amount, pounds))).toEqual([
      '0.00',
      '0.05',
      '0.50',
      '18.40',
    ]);
    expect([0, 1840].map((amount) => amountInputText(amount, yen))).toEqual(['0', '1840']);
    expect([5, 1840].map((amount) => amountInputText(amount, dinars))).toEqual(['0.005', '1.840']);
  });

  it('may be as great as a visit can carry, and no greater', () => {
    expect(parseAmount('9999999.99', pounds)).toBe(999_999_999);
    expect(parseAmount('10000000', pounds)).toBeUndefined();
    expect(parseAmount('999999999', yen)).toBe(999_999_999);
  });

  it('has no fraction in a currency that knows none', () => {
    expect(parseAmount('18', yen)).toBe(18);
    expect(parseAmount('18.4', yen)).toBeUndefined();
    expect(parseAmount('1,234', dinars)).toBe(1234);
    expect(parseAmount('1,2345', dinars)).toBeUndefined();
  });
});
