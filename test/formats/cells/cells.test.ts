import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { dayAt } from '#lib/day.ts';
import { toInstant, toLocalTime } from '#lib/time-zone.ts';
import { amountOf } from '#formats/cells/cell-amount.ts';
import { parseBirthday } from '#formats/cells/parse-birthday.ts';
import { dateTimeOf } from '#formats/cells/cell-day.ts';
import { minuteOf } from '#formats/cells/cell-minute.ts';
import { emailsOf, nameOf, phonesOf, textOf } from '#formats/cells/cell-text.ts';
import { cachedZoneClock } from '#formats/cells/zone-clock.ts';
import { signOf } from '../../support/files/decimal-sign.ts';
import { day } from '../../support/shops/shop-with.ts';

const rules = { order: 'day-first', today: day('2026-11-21') } as const;
const american = { ...rules, order: 'month-first' } as const;

describe('days and times', () => {
  test.each([
    ['2026-03-29', '2026-03-29', null],
    ['2026/3/9', '2026-03-09', null],
    ['20260329', '2026-03-29', null],
    ['2026-03-29T10:15', '2026-03-29', 615],
    ['2026-03-29 10:15:59', '2026-03-29', 615],
    ['29/03/2026', '2026-03-29', null],
    ['9/3/26', '2026-03-09', null],
    ['29.03.2026, 19:56', '2026-03-29', 1196],
    ['01/10/2026 23:50', '2026-10-01', 1430],
    ['45658', '2025-01-01', null],
    ['45658.75', '2025-01-01', 1080],
    ['28 Jul 2026', '2026-07-28', null],
    ['July 28, 2026 1:33 PM', '2026-07-28', 813],
    ['3 października 2025', '2025-10-03', null],
    ['3 août 2025', '2025-08-03', null],
    ['12/05/58', '1958-05-12', null],
  ])('%s', (text, expected, minute) => {
    expect(dateTimeOf(text, rules)).toEqual({ kind: 'wall', day: expected, minute });
  });

  test('month first when chosen', () => {
    expect(dateTimeOf('7/28/26 1:33 PM', american)).toEqual({
      kind: 'wall',
      day: '2026-07-28',
      minute: 813,
    });
  });

  test.each([
    ['2026-05-01 10:00:00 +0200', Date.UTC(2026, 4, 1, 8)],
    ['2026-05-01T10:00:00.123Z', Date.UTC(2026, 4, 1, 10)],
    ['2026-05-01T10:00-04:00', Date.UTC(2026, 4, 1, 14)],
  ])('an instant with its zone: %s', (text, at) => {
    expect(dateTimeOf(text, rules)).toEqual({ kind: 'instant', at });
  });

  test.each([
    '31/02/1980',
    '2026-13-01',
    'soon',
    '',
    '12',
    '2026-03-29 25:00',
    '1/2/3/4',
    '9999999',
  ])('no day: %j', (text) => {
    expect(dateTimeOf(text, rules)).toBeUndefined();
  });

  test.each([
    ['14:30', 870],
    ['2:30:00 PM', 870],
    ['12:05 am', 5],
    ['14h30', 870],
    ['9.05', 545],
    ['0.5', 720],
  ])('time %s', (text, minute) => {
    expect(minuteOf(text)).toBe(minute);
  });

  test.each(['25:00', '13:00 AM', '7', 'noon'])('no time: %s', (text) => {
    expect(minuteOf(text)).toBeUndefined();
  });

  test('every day is read back from every way of writing it', () => {
    fc.assert(
      fc.property(fc.integer({ min: 10_000, max: 20_000 }), (number) => {
        const expected = dayAt(number);
        const [year, month, date] = expected.split('-');
        for (const text of [expected, `${date}/${month}/${year}`, `${date}.${month}.${year}`]) {
          expect(dateTimeOf(text, rules)).toEqual({ kind: 'wall', day: expected, minute: null });
        }
        expect(dateTimeOf(`${month}/${date}/${year}`, american)).toMatchObject({ day: expected });
      }),
    );
  });
});

describe('the wall clock for many rows', () => {
  test('agrees with the zone, also when clocks change', () => {
    const minutes = fc.integer({ min: 0, max: 1439 });
    const days = fc.integer({ min: 19_000, max: 20_000 }).map(dayAt);
    const zones = fc.constantFrom(
      'Europe/London',
      'America/New_York',
      'Australia/Lord_Howe',
      'Asia/Kolkata',
    );
    const clocks = new Map<string, ReturnType<typeof cachedZoneClock>>();
    fc.assert(
      fc.property(days, minutes, zones, (on, minute, zone) => {
        const clock = clocks.get(zone) ?? cachedZoneClock(zone);
        clocks.set(zone, clock);
        const at = toInstant({ day: on, minute }, zone);
        expect(clock.instantOf({ day: on, minute })).toBe(at);
        expect(clock.wallTimeAt(at + 59_000)).toEqual(toLocalTime(at + 59_000, zone));
      }),
    );
  });
});

describe('amounts', () => {
  test.each([
    ['$1,240.00', 124_000],
    ['-£0.95', -95],
    ['-$0.95', -95],
    ['18,40', 1840],
    ['1.240,50', 124_050],
    ['1 240,50 €', 124_050],
    ["CHF 1'240.50", 124_050],
    ['(3.00)', -300],
    ['3.00-', -300],
    ['1,240', 124_000],
    ['38.7', 3870],
    ['0.29', 29],
    ['12,50 zł', 1250],
    ['Rs. 500', 50_000],
    ['12.-', 1200],
    ['.5', 50],
    ['2.005', 200_500],
    ['0.005', 1],
    ['1,23,456.00', 12_345_600],
  ])('%s', (text, units) => {
    expect(amountOf(text, null, 2)).toBe(units);
  });

  test.each(['', 'free', '1.2.3,4,5', '12 for 3', '1,240,50', '99999999999', '1e3', '--'])(
    'no amount: %j',
    (text) => {
      expect(amountOf(text, null, 2)).toBeUndefined();
    },
  );

  test('three digits behind a sign are a fraction where the column says so', () => {
    expect(signOf(['18,40', '3,20'])).toBe(',');
    expect(amountOf('1.240', ',', 2)).toBe(124_000);
    expect(amountOf('1.240', '.', 2)).toBe(124);
    expect(amountOf('1.240', null, 3)).toBe(1240);
  });

  test('a currency without pence', () => {
    expect(amountOf('¥1,240', null, 0)).toBe(1240);
    expect(amountOf('1240.00', null, 0)).toBe(1240);
  });

  test('every amount is read back, to the last unit', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 999_999_999 }), (units) => {
        const whole = String(Math.floor(units / 100));
        const fraction = String(units % 100).padStart(2, '0');
        const grouped = (sign: string): string => whole.replace(/\B(?=(\d{3})+$)/g, sign);
        expect(amountOf(`${whole}.${fraction}`, null, 2)).toBe(units);
        expect(amountOf(`£${grouped(',')}.${fraction}`, null, 2)).toBe(units);
        expect(amountOf(`${grouped('.')},${fraction} €`, null, 2)).toBe(units);
      }),
    );
  });
});

describe('birthdays', () => {
  test.each([
    ['05-14', '05-14'],
    ['--05-14', '05-14'],
    ['1980-05-14', '1980-05-14'],
    ['14.05.1980', '1980-05-14'],
    ['14.5.', '05-14'],
    ['14/05', '05-14'],
    ['02-29', '02-29'],
    ['1604-07-03', '07-03'],
    ['0000-07-03', '07-03'],
    ['29353', '1980-05-12'],
  ])('%s', (text, birthday) => {
    expect(parseBirthday(text, rules)).toBe(birthday);
  });

  test('month first', () => {
    expect(parseBirthday('05-14-1980', american)).toBe('1980-05-14');
  });

  test.each(['31/02/1980', '02-30', '2027-01-01', '1800-01-01', 'May'])(
    'no birthday: %s',
    (text) => {
      expect(parseBirthday(text, rules)).toBeUndefined();
    },
  );
});

describe('words', () => {
  test.each([
    ["'+44 20", '+44 20'],
    ["'=1+1", '=1+1'],
    ["'0123", '0123'],
    ["'t Hooft", "'t Hooft"],
    ["O'Brien", "O'Brien"],
    ['  Mrs Khan ', 'Mrs Khan'],
    ['\u202Enahk srM', 'nahk srM'],
    ["\u2067'=1+1\u2069", '=1+1'],
    ['אבי', 'אבי'],
  ])('%s', (cell, text) => {
    expect(textOf(cell)).toBe(text);
  });

  test('a quote put before a formula for a spreadsheet is taken off again', () => {
    fc.assert(
      fc.property(fc.string(), (value) => {
        const plain = value.trim();
        const guarded = /^[=+\-@\uFF1D\uFF0B\uFF0D\uFF20\d]/u.test(plain) ? `'${plain}` : plain;
        // Not what says that nothing is there, nor what keeps a zero.
        fc.pre(!/^(?:'|[-–—]+$|=\s*"|n\/a$|null$|nan$)/iu.test(plain));
        expect(textOf(guarded)).toBe(plain);
      }),
    );
  });

  test('addresses and telephones', () => {
    expect(emailsOf('Mrs Khan <khan@example.org>')).toEqual(['khan@example.org']);
    expect(emailsOf('mailto:khan@example.org')).toEqual(['khan@example.org']);
    expect(emailsOf('a@example.org ::: b@example.org')).toEqual(['a@example.org', 'b@example.org']);
    expect(emailsOf('a@example.org; b@example.org')).toEqual(['a@example.org', 'b@example.org']);
    expect(emailsOf('none')).toEqual([]);
    expect(nameOf('"Khan, Mrs" <khan@example.org>')).toBe('Khan, Mrs');
    expect(phonesOf('tel:020 1 ::: 020 2')).toEqual(['020 1', '020 2']);
    expect(phonesOf('020 7555 0118 / 07700 900110')).toEqual(['020 7555 0118', '07700 900110']);
    expect(phonesOf('0345/555010')).toEqual(['0345/555010']);
  });
});
