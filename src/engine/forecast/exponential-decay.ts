// What somebody did a year ago says less about this month than last month's visits. Exponential
// decay (as in exponential smoothing, Brown 1959) weighs old visits down where the rate is judged;
// whether somebody left is still judged by everything. How fast is chosen from the shop's own past
// (rolling-origin.ts).

import type { Horizon } from './horizon.ts';
import { countUntil } from '#engine/math/count-until.ts';

/** Visits decay to a third in half a year: suits published logs, and is every start. */
export const defaultDecayWeeks = 26;

/** What else is tried. Infinity forgets nothing. */
export const decayCandidates: readonly number[] = [13, 26, 52, Number.POSITIVE_INFINITY];

/** The horizon at `now` of somebody with the visits `times` (weeks, in order), decayed. */
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
  // Who came once has no rate of their own yet: decaying their silence would make strangers look
  // promising.
  if (visits < 2 || decayWeeks === Number.POSITIVE_INFINITY)
    return { weeks, rateRepeats: Math.max(0, visits - 1), rateAge: age };
  let rateRepeats = 0;
  for (let visit = 1; visit < visits; visit += 1)
    rateRepeats += Math.exp(-(now - (times[visit] ?? now)) / decayWeeks);
  return { weeks, rateRepeats, rateAge: decayWeeks * -Math.expm1(-age / decayWeeks) };
}
