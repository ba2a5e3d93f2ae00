// How wide the range for the next open day is. What to expect of each person is the forecast's own
// business; how much one Friday differs from the next is counted here by hand.
import { describe, expect, it } from 'vitest';
import { nextOpenDayOf } from '#engine/insights/next-open-day.ts';
import { fitModel } from '#engine/forecast/fit-model.ts';
import {
  daysAgo,
  every,
  historiesOf,
  personWith,
  settingsWith,
  today,
} from '../../support/shops/shop-with.ts';

const hours = { opens: 480, closes: 1080 };
const fridaysOnly = settingsWith({
  openings: [{ from: daysAgo(400), hours: [null, null, null, null, hours, null, null] }],
});

describe('the range for tomorrow, a Friday', () => {
  // Twelve Fridays with 60 people in the mean: the squares of what they differ by add up to 12 ×
  // 30² and 12 × 10².
  it.each([
    { many: 90, few: 30, squares: 12 * 30 ** 2 },
    { many: 70, few: 50, squares: 12 * 10 ** 2 },
  ])(
    'is as wide as Fridays with $many and with $few people in turn differ',
    ({ many, few, squares }) => {
      const { low, high } = rangeAfter(many, few);
      const expected = (low + high) / 2;
      const deviation = Math.sqrt((squares / 11 / 60) * expected);
      // Eight times in ten, and half a person of rounding at either end.
      expect(low).toBeGreaterThan(0);
      expect(Math.abs(high - low - 2 * 1.28 * deviation)).toBeLessThan(1.1);
    },
  );

  it('is never narrower than chance alone would make it', () => {
    const { low, high } = rangeAfter(60, 60);
    expect(high - low).toBeGreaterThanOrEqual(5);
  });
});

/** After Fridays on which `few` came each time, and as many as `many` every other time. */
function rangeAfter(many: number, few: number): { readonly low: number; readonly high: number } {
  const shop = Array.from({ length: many }, (_, index) =>
    personWith({
      name: `Person ${index}`,
      visits: every(index < few ? 7 : 14, { times: index < few ? 24 : 12, until: daysAgo(6) }),
    }),
  );
  const histories = historiesOf(shop);
  const fittedModel = fitModel({ histories, calendar: fridaysOnly, today });
  const range = nextOpenDayOf({ histories, fittedModel, calendar: fridaysOnly, today })?.range;
  if (!range) throw new Error('So many people with a rhythm are enough for a range');
  return range;
}
