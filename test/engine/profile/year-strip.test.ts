// The last 52 weeks as bars. Today is Thursday, 18 June 2026: the weeks of the strip begin on
// Fridays, the first on 20 June 2025.
import { describe, expect, it } from 'vitest';
import { yearStripOf } from '#engine/profile/year-strip.ts';
import {
  day,
  daysAgo,
  every,
  on,
  personWith,
  today,
  type VisitSpec,
} from '../../support/shops/shop-with.ts';

describe('the year of somebody in bars', () => {
  it('has one for each week, up to today and no further back than 52', () => {
    const weeks = weeksOf(on([364, 363, 357, 356, 7, 6, 0, -1].map(daysAgo)));
    expect(weeks).toHaveLength(52);
    expect([weeks[0], weeks[1], weeks[50], weeks[51]]).toEqual([2, 1, 1, 2]);
    expect(weeks.slice(2, 50).every((count) => count === 0)).toBe(true);
  });

  it('counts days on which something was bought, each once', () => {
    const bought = on([daysAgo(3), daysAgo(3), daysAgo(2)]);
    const looked = on([daysAgo(1)], { kind: 'browsed' });
    expect(weeksOf([...bought, ...looked]).at(-1)).toBe(2);
    expect(weeksOf(every(1, { times: 500, until: today }))).toEqual(
      Array.from({ length: 52 }, () => 7),
    );
  });

  it('says in which week each month begins', () => {
    const { months } = yearStripOf(personWith({ name: 'Mrs Khan' }).history, today);
    expect(months).toHaveLength(12);
    // 1 July is eleven days after 20 June; 1 June is 17 days before 18 June.
    expect(months[0]).toEqual({ week: 1, first: day('2025-07-01') });
    expect(months[1]).toEqual({ week: 6, first: day('2025-08-01') });
    expect(months.at(-1)).toEqual({ week: 49, first: day('2026-06-01') });
  });
});

function weeksOf(visits: readonly VisitSpec[]): readonly number[] {
  const ordered = visits.toSorted((a, b) => (a.day < b.day ? -1 : 1));
  return yearStripOf(personWith({ name: 'Mrs Khan', visits: ordered }).history, today).weeks;
}
