// Coming or spending more than before, and coming back after an absence: change against the
// person's own past, with the counts. Rates are per open day, so a week of holiday is not a fall;
// texts count visits and weeks.

import type { Reason } from '#domain/week/reason.ts';
import { dayAt } from '#lib/day.ts';
import { stretchOf, yearDays, type Stretch } from './features.ts';
import type { Profile } from './profile.ts';
import { countUntil } from '#engine/math/count-until.ts';
import { emptyDaysAfter } from './business-clock.ts';
import { gapDispersion, isUnlikelyLuck, riseRatio, type RiseCounts } from './rise.ts';
import { leastRiseLeft } from './rise-left.ts';
import { quantileOfSorted } from '#lib/statistics.ts';
import { intervalGaps } from './visit-interval.ts';

/**
 * Coming more, or else spending more, by the rules' factor above the own rate before, where it is
 * unlikely to be luck (rise.ts). Nobody, in a shop whose rises do not last.
 */
export function risingOf(profile: Profile): Reason | undefined {
  const { rules, cohort } = profile;
  if (cohort.riseLeft !== null && cohort.riseLeft < leastRiseLeft) return undefined;
  const stretches = recentAndEarlier(profile);
  if (stretches === undefined || stretches.recent.visitDays < rules.risingVisits) return undefined;
  const { recent, earlier } = stretches;
  // Whole weeks that hold all of the days before: whoever counts back finds each of these visits.
  const weeks = { recentWeeks: rules.risingWeeks, earlierWeeks: Math.ceil(earlier.days / 7) };
  const counts = countsOf(stretches);
  if (riseRatio(counts) >= rules.risingFactor) {
    const isRise = isUnlikelyLuck(counts, dispersionBefore(profile));
    const visits = { recentVisits: recent.visitDays, earlierVisits: earlier.visitDays };
    return isRise ? { code: 'coming-more', ...visits, ...weeks } : undefined;
  }
  const isNoted = [recent, earlier].every((stretch) => isWellNoted(stretch, rules.risingVisits));
  if (isNoted && isSpendRise(profile, stretches)) {
    return { code: 'spending-more', recentSum: recent.sum, earlierSum: earlier.sum, ...weeks };
  }
  return undefined;
}

interface Stretches {
  readonly recent: Stretch;
  readonly earlier: Stretch;
}

function countsOf({ recent, earlier }: Stretches): RiseCounts {
  return {
    recent: recent.visitDays,
    earlier: earlier.visitDays,
    recentDays: recent.openDays,
    earlierDays: earlier.openDays,
  };
}

function dispersionBefore({ features, rules }: Profile): number {
  const { days, openGaps, today } = features;
  return gapDispersion(openGaps, countUntil(days, today - rules.risingWeeks * 7) - 1);
}

/** Where fewer than nine in ten have an amount, the noting rises and falls, not the spending. */
const notedShare = 0.9;

function isWellNoted({ amounts, visits }: Stretch, least: number): boolean {
  return amounts >= least && amounts >= notedShare * visits;
}

/**
 * Spending more, and no luck: a sum counts as so many visits of the person's usual size, never as
 * more than were made.
 */
function isSpendRise(profile: Profile, { recent, earlier }: Stretches): boolean {
  const usual = (recent.sum + earlier.sum) / (recent.amounts + earlier.amounts);
  const counts = {
    recent: recent.sum / Math.max(1, usual),
    earlier: earlier.sum / Math.max(1, usual),
    recentDays: recent.openDays,
    earlierDays: earlier.openDays,
  };
  return (
    riseRatio(counts) >= profile.rules.risingFactor &&
    isUnlikelyLuck(counts, dispersionBefore(profile))
  );
}

/**
 * Back within the rules' recent weeks after a silence that was long by the gaps before it, and
 * unusual for them: who stays away for weeks now and then has not been away.
 */
export function backAgainOf({ features, rules, cohort }: Profile): BackAgain | undefined {
  const { days, openGaps, today } = features;
  for (let index = openGaps.length - 1; index >= rules.slippingGaps; index -= 1) {
    const [last, back] = [days[index] ?? 0, days[index + 1] ?? 0];
    if (back <= today - rules.risingWeeks * 7) return undefined;
    const emptyDays = emptyDaysAfter(cohort.clock, last, back);
    if (back - last - emptyDays < rules.slippingDays) continue;
    const gap = openGaps[index] ?? 0;
    const before = openGaps.subarray(Math.max(0, index - intervalGaps), index);
    if (isLongAmong(before, gap / rules.slippingFactor) && isUnusualAmong(before, gap)) {
      const empty = emptyDays === 0 ? {} : { emptyDays };
      return { code: 'back-again', day: dayAt(back), awayDays: back - last, ...empty };
    }
  }
  return undefined;
}

/** A return as a reason. */
export type BackAgain = Extract<Reason, { readonly code: 'back-again' }>;

/** Days of an absence on which there was somebody to miss. */
export function missedDays({ awayDays, emptyDays = 0 }: BackAgain): number {
  return awayDays - emptyDays;
}

/** Of ten gaps before, at most one was as long. */
const usualShare = 0.1;

function isUnusualAmong(gaps: Int32Array, gap: number): boolean {
  return gaps.filter((each) => each >= gap).length <= usualShare * gaps.length;
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

function recentAndEarlier(profile: Profile): Stretches | undefined {
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
