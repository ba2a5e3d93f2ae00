import { defaultOpening } from '#domain/shop/settings.ts';
import { addDays, dayAt, type Day } from '#lib/day.ts';
import type { ShopPlan } from '#sample/generate-parts.ts';

/**
 * Three years of a growing shop of the given size that end with `endDay`: closed on Sundays, away
 * each summer, over Christmas and for repairs.
 */
export function measuredPlan(
  size: { readonly customers: number; readonly visits: number },
  endDay: Day,
): ShopPlan {
  return {
    ...size,
    seed: 'measured',
    endDay,
    days: 1_095,
    people: 'crowd',
    crowd: 'growing',
    calendar: {
      openings: [defaultOpening(dayAt(0))],
      closures: awayAgo.map(([from, to]) => ({
        from: addDays(endDay, -from),
        to: addDays(endDay, -to),
      })),
    },
  };
}

// In days before the end.
const awayAgo: readonly (readonly [from: number, to: number])[] = [
  [1_040, 1_027],
  [905, 898],
  [676, 662],
  [540, 533],
  [311, 297],
  [250, 248],
  [175, 168],
];
