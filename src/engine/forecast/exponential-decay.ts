// People change, and what somebody did a year ago says less about this month than last month's
// visits. Forgetting lets old visits fade where the rate of coming is judged; whether somebody left
// is still judged by everything. How fast to forget is chosen from the shop's own past
// (rolling-origin.ts), never set for a log.

import type { Horizon } from './horizon.ts';
import { countUntil } from '#engine/math/count-until.ts';

/**
 * Visits fade to a third in so many weeks: half a year suits published logs of shops and is what
 * every shop begins with.
 */
export const defaultDecayWeeks = 26;

/** What else is tried. Infinity remembers everything. */
export const decayCandidates: readonly number[] = [13, 26, 52, Number.POSITIVE_INFINITY];

/**
 * The rate's part of what is known at `now` about somebody with the visits `times` (weeks, in
 * order), with fading over `decayWeeks`.
 */
export function decayedHorizon(
  times: Float64Array,
  {
    now,
    decayWeeks,
    weeks,
  }: { readonly now: number; readonly decayWeeks: number; readonly weeks: number },
): Horizon {
  const visits = countUntil(times, now);
  const age = now - (times[0] ?? now);
  // Who came once has no rate of their own yet: letting their silence fade would only make
  // strangers look promising.
  if (visits < 2 || decayWeeks === Number.POSITIVE_INFINITY)
    return { weeks, rateRepeats: Math.max(0, visits - 1), rateAge: age };
  let rateRepeats = 0;
  for (let visit = 1; visit < visits; visit += 1)
    rateRepeats += Math.exp(-(now - (times[visit] ?? now)) / decayWeeks);
  return { weeks, rateRepeats, rateAge: decayWeeks * -Math.expm1(-age / decayWeeks) };
}
