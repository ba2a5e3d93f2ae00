// Coming or spending more than before, and coming back after an absence: change against the
// person's own past, with the counts. Rates are per open day, so a week of holiday is not a fall;
// texts count visits and weeks.

import type { Reason } from '#domain/week/reason.ts';
import { dayAt } from '#lib/day.ts';
import { stretchOf, yearDays, type Stretch } from './features.ts';
import type { Profile } from './profile.ts';
import { quantileOfSorted } from '#lib/statistics.ts';
import { intervalGaps } from './visit-interval.ts';

/** Coming more, or else spending more, by the rules' factor above the own rate before. */
export function risingOf(profile: Profile): Reason | undefined {
  const { rules } = profile;
  const stretches = recentAndEarlier(profile);
  if (stretches === undefined || stretches.recent.visitDays < rules.risingVisits) return undefined;
  const { recent, earlier } = stretches;
  // Whole weeks that hold all of the days before: whoever counts back finds each of these visits.
  const weeks = { recentWeeks: rules.risingWeeks, earlierWeeks: Math.ceil(earlier.days / 7) };
  if (ratio(recent, earlier, visitDaysIn) >= rules.risingFactor) {
    return {
      code: 'coming-more',
      recentVisits: recent.visitDays,
      earlierVisits: earlier.visitDays,
      ...weeks,
    };
  }
  const noted = recent.amounts >= rules.risingVisits && earlier.amounts > 0;
  if (noted && ratio(recent, earlier, sumIn) >= rules.risingFactor) {
    return { code: 'spending-more', recentSum: recent.sum, earlierSum: earlier.sum, ...weeks };
  }
  return undefined;
}

/** Back within the rules' recent weeks after a silence that was long by the gaps before it. */
export function backAgainOf({ features, rules }: Profile): Reason | undefined {
  const { days, openGaps, today } = features;
  for (let index = openGaps.length - 1; index >= rules.slippingGaps; index -= 1) {
    const back = days[index + 1] ?? 0;
    if (back <= today - rules.risingWeeks * 7) return undefined;
    const awayDays = back - (days[index] ?? 0);
    if (awayDays < rules.slippingDays) continue;
    const before = openGaps.subarray(Math.max(0, index - intervalGaps), index);
    if (isLongAmong(before, (openGaps[index] ?? 0) / rules.slippingFactor)) {
      return { code: 'back-again', day: dayAt(back), awayDays };
    }
  }
  return undefined;
}

// Whether the median gap, at least one day, is below `bound`. Counting settles it for most people
// without sorting.
function isLongAmong(gaps: Int32Array, bound: number): boolean {
  let below = 0;
  for (const gap of gaps) {
    if (gap < bound) below += 1;
  }
  return bound > 1 && 2 * below >= gaps.length && quantileOfSorted(gaps.toSorted(), 0.5) < bound;
}

function recentAndEarlier(
  profile: Profile,
): { readonly recent: Stretch; readonly earlier: Stretch } | undefined {
  const { history, features, rules, cohort } = profile;
  const { first, today } = features;
  const recentDays = rules.risingWeeks * 7;
  const from = today - recentDays;
  // A past of half as many weeks is the least to compare with.
  if (first === null || from - first + 1 < recentDays / 2) return undefined;
  const { clock } = cohort;
  const recent = stretchOf(history, { after: from, upTo: today, clock });
  const earlier = stretchOf(history, {
    after: Math.max(first - 1, from - yearDays),
    upTo: from,
    clock,
  });
  return earlier.visitDays === 0 ? undefined : { recent, earlier };
}

function ratio(recent: Stretch, earlier: Stretch, count: (stretch: Stretch) => number): number {
  const before = count(earlier) / Math.max(1, earlier.openDays);
  return before === 0 ? 0 : count(recent) / Math.max(1, recent.openDays) / before;
}

function visitDaysIn(stretch: Stretch): number {
  return stretch.visitDays;
}

function sumIn(stretch: Stretch): number {
  return stretch.sum;
}
