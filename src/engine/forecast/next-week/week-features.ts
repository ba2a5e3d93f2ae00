// What of somebody's past bears on the next seven days, beside what the mixture makes of it: how
// often they came lately, how long they have been away by their own gaps, and how many of their own
// gaps ended at about this length. Weeks of the shop's clock; nothing after `now` is read.

import { logit } from '#engine/math/log-sum-exp.ts';
import { countUntil } from '#engine/math/count-until.ts';

/** Visits of the last 1, 2, 4 and 13 weeks: news, a fortnight's rhythm, a month and a quarter. */
const recentWeeks: readonly number[] = [1, 2, 4, 13];
/** Keeps the logarithm of no visit finite: a third of a visit (.1–.5). */
const pseudoVisits = 0.3;
/** One pseudo-gap of four weeks beside the own gaps, as in the lateness of the profile. */
const pseudoGapWeeks = 4;
/** The own gaps looked at: half a year of somebody who comes weekly (profile/visit-interval.ts). */
const maxGaps = 26;
/** A gap may as well have been a seventh longer or shorter, and most of a day. */
const gapSpread = { share: 0.15, weeks: 0.1 };
/** Before any own gap says otherwise three visits in ten weeks follow such a silence. */
const pseudoDue = { returns: 0.3, gaps: 1 };

/** The features, in an order that stored models rely on. `chance`: by the mixture alone. */
export function weekFeaturesOf(
  times: Float64Array,
  { now, chance }: { readonly now: number; readonly chance: number },
): Float64Array {
  const visits = countUntil(times, now);
  const gaps = latestGaps(times, visits);
  const elapsed = now - (times[visits - 1] ?? now);
  const typical = (gaps.length * medianOf(gaps) + pseudoGapWeeks) / (gaps.length + 1);
  const late = Math.log((elapsed + 0.1) / typical);
  return Float64Array.from([
    logit(Math.max(1e-4, chance)),
    ...recentWeeks.map((weeks) => Math.log(pseudoVisits + visits - countUntil(times, now - weeks))),
    Math.log(elapsed + 0.2),
    late,
    late * late,
    Math.log(typical),
    Math.log(Math.max(1, visits)),
    logDue(gaps, elapsed),
  ]);
}

function latestGaps(times: Float64Array, visits: number): Float64Array {
  const from = Math.max(1, visits - maxGaps);
  return Float64Array.from(
    { length: Math.max(0, visits - from) },
    (_, index) => (times[from + index] ?? 0) - (times[from + index - 1] ?? 0),
  ).toSorted();
}

function medianOf(sorted: Float64Array): number {
  const half = sorted.length >> 1;
  const above = sorted[half] ?? 0;
  return sorted.length % 2 === 1 ? above : (above + (sorted[half - 1] ?? above)) / 2;
}

/** ln of the smoothed share of own gaps at least this long that ended within the week after. */
function logDue(gaps: Float64Array, elapsed: number): number {
  let { returns, gaps: longer } = pseudoDue;
  for (const gap of gaps) {
    const still = survives(gap, elapsed);
    longer += still;
    returns += still - survives(gap, elapsed + 1);
  }
  return Math.log(returns / longer);
}

/** P(a gap of about `gap` lasts longer than `weeks`): logistic, nearly a normal curve. */
function survives(gap: number, weeks: number): number {
  const spread = gapSpread.share * gap + gapSpread.weeks;
  return 1 / (1 + Math.exp((1.7 * (weeks - gap)) / spread));
}
