import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  addDays,
  dayAt,
  dayFrom,
  dayNumber,
  daysBetween,
  mondayOf,
  weekdayOf,
  type Day,
} from '#lib/day.ts';
import { nextAnniversary } from '#lib/anniversary.ts';

function day(text: string): Day {
  const found = dayFrom(text);
  if (found === undefined) throw new Error(`${text} is no day`);
  return found;
}

const anyDay = fc.integer({ min: -200_000, max: 200_000 }).map(dayAt);

/** A slow calendar that counts month by month, to hold the fast one against. */
function slowDayNumber(text: string): number {
  const [year = 0, month = 0, date = 0] = text.split('-').map(Number);
  const isLeap = (y: number) => (y % 4 === 0 && y % 100 !== 0) || y % 400 === 0;
  const lengths = (y: number) => [31, isLeap(y) ? 29 : 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31];
  let days = date - 1;
  for (const length of lengths(year).slice(0, month - 1)) days += length;
  for (let y = 1970; y < year; y += 1) days += isLeap(y) ? 366 : 365;
  for (let y = year; y < 1970; y += 1) days -= isLeap(y) ? 366 : 365;
  return days;
}

describe('a calendar day', () => {
  test('is read only when the calendar has it', () => {
    expect(dayFrom('2026-03-29')).toBe('2026-03-29');
    expect(dayFrom('2024-02-29')).toBe('2024-02-29');
    for (const wrong of [
      '2026-02-29',
      '2026-13-01',
      '2026-00-10',
      '31/02/1980',
      '2026-3-9',
      '',
      '0999-01-01',
    ]) {
      expect(dayFrom(wrong)).toBeUndefined();
    }
  });

  test('counts as a slow calendar counts', () => {
    fc.assert(
      fc.property(anyDay, (each) => {
        expect(dayNumber(each)).toBe(slowDayNumber(each));
      }),
    );
  });

  test('goes there and back', () => {
    fc.assert(
      fc.property(anyDay, fc.integer({ min: -5000, max: 5000 }), (each, count) => {
        const there = addDays(each, count);
        expect(addDays(there, -count)).toBe(each);
        expect(daysBetween(each, there)).toBe(count);
        expect(there < each).toBe(count < 0);
      }),
    );
  });

  test('knows its weekday: seven days on it is the same, the Monday before is a Monday', () => {
    expect(weekdayOf(day('1970-01-01'))).toBe(4);
    expect(weekdayOf(day('2026-11-21'))).toBe(6);
    fc.assert(
      fc.property(anyDay, (each) => {
        expect(weekdayOf(addDays(each, 7))).toBe(weekdayOf(each));
        const monday = mondayOf(each);
        expect(weekdayOf(monday)).toBe(1);
        expect(daysBetween(monday, each)).toBeGreaterThanOrEqual(0);
        expect(daysBetween(monday, each)).toBeLessThan(7);
      }),
    );
  });

  test.each([
    ['03-29', '2026-03-20', '2026-03-29'],
    ['03-29', '2026-03-29', '2026-03-29'],
    ['03-29', '2026-03-30', '2027-03-29'],
    ['02-29', '2026-01-05', '2026-02-28'],
    ['02-29', '2027-12-31', '2028-02-29'],
    ['01-01', '2026-12-31', '2027-01-01'],
  ])('a birthday on %s, asked on %s, comes on %s', (monthDay, today, expected) => {
    expect(nextAnniversary(monthDay, day(today))).toBe(expected);
  });

  test('a birthday that no year has never comes', () => {
    expect(nextAnniversary('02-30', day('2026-01-01'))).toBeUndefined();
  });
});
