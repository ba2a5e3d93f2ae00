import { describe, expect, it } from 'vitest';
import { amountOf, decimalSignFrom, withDecimalEvidence } from '#formats/cells/cell-amount.ts';
import { isWeekdayName, monthFrom } from '#formats/cells/month-names.ts';
import { withPlainDigits } from '#formats/cells/plain-digits.ts';

describe('an amount', () => {
  it.each([
    ['12', null, 1200],
    ['12.', null, 1200],
    ['12,', null, 1200],
    ['0.005', null, 1],
    ['0.004', null, 0],
    ['-0.00', null, 0],
    ['1.234', null, 123_400],
    ['0.125', null, 13],
    ['00.125', null, 13],
    ['10.125', '.', 1013],
    ['10,125', '.', 1_012_500],
    ['1.234.567', '.', 123_456_700],
    ['1.234,567', null, 123_457],
    ['1,23,456.70', null, 12_345_670],
    ['-(3.00)', null, -300],
    ['3.00-', null, -300],
    ['+3.00', null, 300],
    ['(3.00', null, 300],
    ['.5', null, 50],
    [',5', null, 50],
    ['Rs. 1,200.50', null, 120_050],
    ['5 kg 3', null, undefined],
    ['12.50 total', null, undefined],
    ['1.2.3', null, undefined],
    ['1,2345', null, 123],
    ['12:50', null, 1250],
    ['12:505', null, undefined],
    ['1:12:50', null, undefined],
    ['', null, undefined],
  ] as const)('written as "%s" in a column of %s', (cell, sign, units) => {
    expect(amountOf(cell, sign, 2)).toBe(units);
  });

  it.each([
    ['1.234', null, 3, 1234],
    ['1,234', null, 3, 1_234_000],
    ['1.2345', null, 3, 1235],
    ['1840', null, 0, 1840],
    ['1.840', null, 0, 1840],
    ['18.5', null, 0, 19],
    ['18.4', null, 0, 18],
  ] as const)('"%s" in a currency of other decimals', (...[cell, sign, digits, units]) => {
    expect(amountOf(cell, sign, digits)).toBe(units);
  });

  it('shows the decimal sign of its column, where it can be told', () => {
    const signs = (cells: readonly string[]) =>
      decimalSignFrom(cells.reduce(withDecimalEvidence, { dots: 0, commas: 0 }));
    expect(signs(['12', '1.234', '12.', '12,'])).toBeNull();
    expect(signs(['1.234', '18,40'])).toBe(',');
    expect(signs(['18.40', '18,40'])).toBe('.');
    expect(signs(['18.40', '18,40', '0,125'])).toBe(',');
    expect(signs(['1,234.50'])).toBe('.');
    expect(signs(['1.234,50'])).toBe(',');
  });
});

describe('a month', () => {
  it.each([
    'January enero gennaio styczeń января janvier',
    'February février fevereiro luty февраля Feb.',
    'March März maart mrt marzec марта',
    'April avril abril kwiecień апреля',
    'May maggio maj mei май',
    'June juin giugno czerwiec июня junio',
    'July juillet luglio lipiec июля julio',
    'August août agosto sierpień августа ago',
    'September settembre wrzesień сентября Sept',
    'October Oktober ottobre outubro październik октября',
    'November listopad ноября novembre',
    'December Dezember dicembre grudzień декабря diciembre',
  ])('is told by its name: %s', (names) => {
    const number = 1 + months.findIndex((month) => names.startsWith(month));
    for (const name of names.split(' ')) expect(monthFrom(name), name).toBe(number);
  });

  it.each(['', 'Monday', 'x', 'ma', 'Kasse', 'total'])('is not told by "%s"', (word) => {
    expect(monthFrom(word)).toBeUndefined();
  });

  const months =
    'January February March April May June July August September October November December'.split(
      ' ',
    );
});

it.each([
  ['Sa', true],
  ['Saturday', true],
  ['Satu', false],
  ['Doomsday', true],
  ['day', false],
  ['Sunny', true],
  ['Sun', true],
  ['May', false],
  ['воскресенье', false],
  ['вс', true],
])('"%s" as a day of the week: %s', (word, isOne) => {
  expect(isWeekdayName(word)).toBe(isOne);
});

it.each([
  '٠١٢٣٤٥٦٧٨٩',
  '۰۱۲۳۴۵۶۷۸۹',
  '०१२३४५६७८९',
  '০১২৩৪৫৬৭৮৯',
  '๐๑๒๓๔๕๖๗๘๙',
  '０１２３４５６７８９',
])('the digits %s are those from 0 to 9', (digits) => {
  expect(withPlainDigits(digits)).toBe('0123456789');
});

it('signs and spaces of other scripts are those that numbers have here', () => {
  expect(withPlainDigits('١٬٨٤٠٫٥')).toBe('1,840.5');
  expect(withPlainDigits('１２／０９：３０．５，－−')).toBe('12/09:30.5,--');
  expect(withPlainDigits('1\u00A02\u20073\u20094\u202F5\u30006é')).toBe('1 2 3 4 5 6é');
});
