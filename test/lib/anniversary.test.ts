import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { nextAnniversary, wholeYears } from '#lib/anniversary.ts';
import { dayAt } from '#lib/day.ts';
import { day } from '../support/shops/shop-with.ts';

describe('a day that comes round each year', () => {
  it.each([
    ['2024-02-29', '2025-02-27', 0],
    ['2024-02-29', '2025-02-28', 1],
    ['2024-02-29', '2028-02-28', 3],
    ['2024-02-29', '2028-02-29', 4],
    ['2024-02-28', '2025-02-28', 1],
    ['2024-03-01', '2025-02-28', 0],
    ['2024-06-18', '2023-06-18', 0],
  ])('%s has come round by %s: %i times', (first, until, years) => {
    expect(wholeYears(day(first), day(until))).toBe(years);
  });

  it('is counted once on each of its days, and on no other', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 0, max: 40_000 }),
        fc.integer({ min: 1, max: 9_000 }),
        (from, days) => {
          const [first, yesterday, today] = [
            dayAt(from),
            dayAt(from + days - 1),
            dayAt(from + days),
          ];
          const isAnniversary = nextAnniversary(first.slice(5), today) === today;
          const more = wholeYears(first, today) - wholeYears(first, yesterday);
          expect(more).toBe(isAnniversary ? 1 : 0);
        },
      ),
    );
  });
});
