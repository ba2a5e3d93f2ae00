// Where a cell stops being a day, a time, an amount or a birthday. Read on 21 November 2026.
import { describe, expect, it } from 'vitest';
import { amountOf } from '#formats/cells/cell-amount.ts';
import { parseBirthday } from '#formats/cells/parse-birthday.ts';
import {
  dateTimeOf,
  noDayOrderEvidence,
  dayOrderFrom,
  withDayOrderEvidence,
} from '#formats/cells/cell-day.ts';
import { minuteOf } from '#formats/cells/cell-minute.ts';
import { monthFrom } from '#formats/cells/month-names.ts';
import { signOf } from '../../support/files/decimal-sign.ts';
import { day } from '../../support/shops/shop-with.ts';

const rules = { order: 'day-first', today: day('2026-11-21') } as const;

describe('a day', () => {
  it('with two digits for its year lies in this century up to next year', () => {
    expect(dayIn('12/05/26')).toBe('2026-05-12');
    expect(dayIn('12/05/27')).toBe('2027-05-12');
    expect(dayIn('12/05/28')).toBe('1928-05-12');
    expect(dayIn('12 May 00')).toBe('2000-05-12');
  });

  it('in a spreadsheet’s number begins in 1954', () => {
    expect(dayIn('20000')).toBe('1954-10-03');
    expect(dayIn('19999')).toBeUndefined();
    expect(dateTimeOf('45658.9999', rules)).toMatchObject({ minute: 1439 });
  });

  it('may have blanks around it, also hard ones', () => {
    expect(dayIn('\u00A029/03/2026 ')).toBe('2026-03-29');
    expect(dateTimeOf('29/03/2026\u202F10:15', rules)).toMatchObject({ minute: 615 });
  });

  it('has a month in words that we know', () => {
    expect(['December', 'diciembre', 'grudzień', 'Dez.', 'juin', 'juillet'].map(monthFrom)).toEqual(
      [12, 12, 12, 12, 6, 7],
    );
    expect(monthFrom('soon')).toBeUndefined();
  });
});

describe('a time', () => {
  it.each([
    ['00:00', 0],
    ['23:59', 1439],
    ['12:30 am', 30],
    ['12:30 pm', 750],
    ['1:00 am', 60],
    ['11:59 pm', 1439],
    ['10:15:59', 615],
    ['10:15:60', 615],
    ['0.999999', 1439],
  ])('%s is one', (text, minute) => {
    expect(minuteOf(text)).toBe(minute);
  });

  it.each(['24:00', '10:60', '0:30 am', '13:00 am'])('%s is none', (text) => {
    expect(minuteOf(text)).toBeUndefined();
  });

  it('west of Greenwich comes later, east of it earlier', () => {
    const at = (zone: string) => dateTimeOf(`2026-05-01 10:00 ${zone}`, rules);
    const tenOClock = Date.UTC(2026, 4, 1, 10);
    expect(at('Z')).toEqual({ kind: 'instant', at: tenOClock });
    expect(at('-03:30')).toEqual({ kind: 'instant', at: tenOClock + 210 * 60_000 });
    expect(at('+05:45')).toEqual({ kind: 'instant', at: tenOClock - 345 * 60_000 });
  });
});

describe('the order of a list', () => {
  const orderOf = (...cells: readonly string[]) =>
    dayOrderFrom(cells.reduce(withDayOrderEvidence, noDayOrderEvidence));

  it('is shown by a number above twelve', () => {
    expect(orderOf('13/12/2026')).toBe('day-first');
    expect(orderOf('12/13/2026')).toBe('month-first');
    expect(orderOf('12/11/2026')).toBeNull();
    expect(orderOf('12/11/2026', '11/12/2026', '11/13/2026')).toBe('month-first');
    expect(orderOf('25/12/2026', '12/25/2026')).toBe('day-first');
    expect(orderOf('25/12/2026', '12/25/2026', '3/4/2026')).toBeNull();
  });

  it('does not matter where both read alike, or dots stand between', () => {
    expect(orderOf()).toBe('day-first');
    expect(orderOf('12/12/2026', '3/3')).toBe('day-first');
    expect(orderOf('12.11.2026')).toBe('day-first');
    expect(orderOf('3/4')).toBeNull();
  });
});

describe('an amount', () => {
  it('is rounded to the last unit, half of one upwards', () => {
    expect(['0.2949', '0.2950', '0.9951', '1.9949'].map((text) => amountOf(text, null, 2))).toEqual(
      [29, 30, 100, 199],
    );
    expect(amountOf('1240.5', null, 0)).toBe(1241);
    expect(amountOf('1240.4', null, 0)).toBe(1240);
  });

  it('has groups of three, also with the sign that the column puts before fractions', () => {
    expect(amountOf('1.240.000', '.', 2)).toBe(124_000_000);
    expect(amountOf('1,240', '.', 2)).toBe(124_000);
    expect(amountOf('1,240.500', '.', 2)).toBe(124_050);
    expect(amountOf('12,40,0', null, 2)).toBeUndefined();
    expect(amountOf('1240,000.00', null, 2)).toBeUndefined();
  });

  it('is no greater than a visit can carry, whichever way the money went', () => {
    expect(amountOf('9999999.99', null, 2)).toBe(999_999_999);
    expect(amountOf('10000000.00', null, 2)).toBeUndefined();
    expect(amountOf('(0.00)', null, 2)).toBe(0);
  });

  it('shows its sign in a column, the commoner one of two', () => {
    expect(signOf(['1.50', '2,50', '3,50'])).toBe(',');
    expect(signOf(['1.50', '2,50'])).toBe('.');
    expect(signOf(['1.50', '1,240'])).toBe('.');
    expect(signOf(['12', '1,240'])).toBeNull();
    expect(signOf(['1.240,50'])).toBe(',');
    expect(signOf(['1,240.50'])).toBe('.');
    expect(signOf(['0,125'])).toBe(',');
  });
});

describe('a birthday', () => {
  it('is not in the future, nor more than 120 years ago', () => {
    expect(parseBirthday('2026-11-21', rules)).toBe('2026-11-21');
    expect(parseBirthday('2026-11-22', rules)).toBeUndefined();
    expect(parseBirthday('1906-01-01', rules)).toBe('1906-01-01');
    expect(parseBirthday('1905-12-31', rules)).toBeUndefined();
  });

  it('without a year follows the list', () => {
    expect(parseBirthday('4/5', rules)).toBe('05-04');
    expect(parseBirthday('4/5', { ...rules, order: 'month-first' })).toBe('04-05');
    expect(parseBirthday('4.5.', { ...rules, order: 'month-first' })).toBe('05-04');
  });
});

function dayIn(text: string): string | undefined {
  const moment = dateTimeOf(text, rules);
  return moment?.kind === 'wall' ? moment.day : undefined;
}
