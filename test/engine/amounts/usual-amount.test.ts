import { describe, expect, it } from 'vitest';
import { shopAmountsOf } from '#engine/amounts/shop-amounts.ts';
import { amountWarningOf, usualAmountOf } from '#engine/amounts/usual-amount.ts';
import { daysAgo, personWith, today } from '../../support/shops/shop-with.ts';

const pounds = { code: 'GBP', digits: 2 };

describe('the usual amount', () => {
  it.each([
    ['three like amounts, said in pounds', [1790, 1840, 1815], pounds, 1800],
    ['always the same coffee', [320, 320, 480, 320], pounds, 320],
    ['small amounts, said in tens of pence', [312, 338, 345], pounds, 340],
    ['yen, which have no pence', [780, 812, 845], { code: 'JPY', digits: 0 }, 810],
    ['dinars of a thousand fils', [18_390, 18_420, 18_510], { code: 'KWD', digits: 3 }, 18_000],
    [
      'only the latest ten',
      [...Array.from({ length: 20 }, () => 9000), ...Array.from({ length: 10 }, () => 1000)],
      pounds,
      1000,
    ],
  ])('is found from %s', (...[, amounts, currency, usual]) => {
    expect(usualAmountOf(payer(amounts), currency)).toBe(usual);
  });

  it('is unknown with fewer than three noted', () => {
    expect(usualAmountOf(payer([1800, null, 1800]), pounds)).toBeUndefined();
  });
});

describe('an amount that looks mistyped', () => {
  it.each([
    ['ten times too much', 18_400, 1800, null, { kind: 'too-much', usual: 1800, suggested: 1840 }],
    [
      'a hundred times too much',
      184_000,
      1800,
      null,
      { kind: 'too-much', usual: 1800, suggested: 1840 },
    ],
    ['ten times too little', 184, 1800, null, { kind: 'too-little', usual: 1800, suggested: 1840 }],
    [
      'a hundred times too little',
      18,
      1800,
      null,
      { kind: 'too-little', usual: 1800, suggested: 1800 },
    ],
    [
      'a digit too many for a small coffee, which is not two digits too many',
      18_450,
      470,
      null,
      { kind: 'too-much', usual: 470, suggested: 1845 },
    ],
    [
      'a double nought too many',
      47_000,
      470,
      null,
      { kind: 'too-much', usual: 470, suggested: 470 },
    ],
    [
      'above nearly all amounts of the shop',
      60_000,
      null,
      9000,
      { kind: 'too-much', usual: null, suggested: 6000 },
    ],
    [
      'far too much, but near to nothing usual',
      1_000_000,
      1800,
      null,
      { kind: 'too-much', usual: 1800, suggested: null },
    ],
  ])('is asked about: %s', (...[, amount, usual, shopP99, doubt]) => {
    expect(amountWarningOf({ amount, usual, shopP99 })).toEqual(doubt);
  });

  it.each([
    ['the usual', 1840, 1800, 9000],
    ['five times the usual', 9000, 1800, 9000],
    ['a fifth of the usual', 360, 1800, 9000],
    ['much for the shop but usual for this person', 10_000, 9800, 9000],
    ['anything while nothing is known', 5_000_000, null, null],
    ['nothing paid', 0, 1800, 9000],
  ])('is not asked about: %s', (...[, amount, usual, shopP99]) => {
    expect(amountWarningOf({ amount, usual, shopP99 })).toBeUndefined();
  });

  it('is measured by the amounts of the last year', () => {
    const shop = [payer(Array.from({ length: 101 }, (_, index) => (index + 1) * 10))];
    expect(shopAmountsOf(shop, today)).toMatchObject({ count: 101, median: 510, p90: 910 });
    expect(shopAmountsOf([payer([null])], today)).toBeNull();
  });
});

function payer(amounts: readonly (number | null)[]) {
  return personWith({
    name: 'Payer',
    visits: amounts.map((amount, index) => ({ day: daysAgo(amounts.length - index), amount })),
  }).history;
}
