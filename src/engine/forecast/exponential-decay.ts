// People change, and what somebody did a year ago says less about this month than last month's visits. Forgetting lets old visits fade
// where the rate of coming is judged; whether somebody left is still judged by everything. How fast to forget is chosen from the
// shop's own past (rolling-origin.ts), never set for a log.

import type { Ahead } from './horizon.ts';
import { countUntil } from './recency-frequency.ts';

/** Visits fade to a third in so many weeks: half a year suits published logs of shops and is what every shop begins with. */
export const usualFadeWeeks = 26;

/** What else is tried. Infinity remembers everything. */
export const fadeCandidates: readonly number[] = [13, 26, 52, Number.POSITIVE_INFINITY];

/** The rate's part of what is known at `now` about somebody with the visits `times` (weeks, in order), with fading over `fadeWeeks`. */
export function fadedPast(
  times: Float64Array,
  {
    now,
    fadeWeeks,
    weeks,
  }: { readonly now: number; readonly fadeWeeks: number; readonly weeks: number },
): Ahead {
  const visits = countUntil(times, now);
  const age = now - (times[0] ?? now);
  // Who came once has no rate of their own yet: letting their silence fade would only make strangers look promising.
  if (visits < 2 || fadeWeeks === Number.POSITIVE_INFINITY)
    return { weeks, rateRepeats: Math.max(0, visits - 1), rateAge: age };
  let rateRepeats = 0;
  for (let visit = 1; visit < visits; visit += 1)
    rateRepeats += Math.exp(-(now - (times[visit] ?? now)) / fadeWeeks);
  return { weeks, rateRepeats, rateAge: fadeWeeks * -Math.expm1(-age / fadeWeeks) };
}
