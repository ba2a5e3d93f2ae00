import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { dayAt, dayFrom, dayNumber } from '#lib/day.ts';
import { toInstant, isTimeZone, toLocalTime } from '#lib/time-zone.ts';
import { oddZones } from '../support/values/odd-zones.ts';

const march29 = dayFrom('2026-03-29') ?? dayAt(0);
const october25 = dayFrom('2026-10-25') ?? dayAt(0);

describe('the wall clock of the shop', () => {
  test('a visit at 10:42 in London in summer is 10:42 there, whatever the device thinks', () => {
    const at = Date.UTC(2026, 5, 18, 9, 42);
    expect(toLocalTime(at, 'Europe/London')).toEqual({ day: '2026-06-18', minute: 10 * 60 + 42 });
    expect(toLocalTime(at, 'Pacific/Auckland')).toEqual({
      day: '2026-06-18',
      minute: 21 * 60 + 42,
    });
    expect(toLocalTime(at, 'America/Los_Angeles')).toEqual({
      day: '2026-06-18',
      minute: 2 * 60 + 42,
    });
  });

  test('the minute before and the minute after midnight are different days', () => {
    const midnight = Date.UTC(2026, 5, 17, 23, 0);
    expect(toLocalTime(midnight - 60_000, 'Europe/London').day).toBe('2026-06-17');
    expect(toLocalTime(midnight, 'Europe/London')).toEqual({ day: '2026-06-18', minute: 0 });
  });

  test('a minute that the clock skips in spring is read after the skip', () => {
    const at = toInstant({ day: march29, minute: 150 }, 'Europe/Paris');
    expect(toLocalTime(at, 'Europe/Paris')).toEqual({ day: '2026-03-29', minute: 210 });
  });

  test('of a minute that comes twice in autumn the first is meant', () => {
    const at = toInstant({ day: october25, minute: 150 }, 'Europe/Paris');
    expect(at).toBe(Date.UTC(2026, 9, 25, 0, 30));
  });

  test('noon goes into an instant and back on every day in twelve zones', () => {
    const first = dayNumber(dayFrom('2020-01-01') ?? dayAt(0));
    const last = dayNumber(dayFrom('2035-12-31') ?? dayAt(0));
    fc.assert(
      fc.property(
        fc.constantFrom(...oddZones),
        fc.integer({ min: first, max: last }),
        fc.integer({ min: 240, max: 1439 }),
        (zone, number, minute) => {
          const wall = { day: dayAt(number), minute };
          // Samoa slept through 30 December 2011; none of our days is skipped whole.
          expect(toLocalTime(toInstant(wall, zone), zone)).toEqual(wall);
        },
      ),
      { numRuns: 400 },
    );
  });

  test('an unknown zone is known to be unknown', () => {
    expect(isTimeZone('Europe/London')).toBe(true);
    expect(isTimeZone('Mars/Olympus')).toBe(false);
  });
});
