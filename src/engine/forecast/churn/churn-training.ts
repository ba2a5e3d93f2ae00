// What the shop's own silences of the last year taught about who comes back. It stands on each week of that year and knows what lay
// before it, with today's steady parameters: four numbers about the whole shop that no single silence moves.

import { usualFadeWeeks } from '#engine/forecast/exponential-decay.ts';
import type { MixtureParams } from '#engine/forecast/mixture.ts';
import type { Comings } from '#engine/forecast/recency-frequency.ts';
import { fewestGaps, silencesAt } from './churn-score.ts';
import {
  closedBy,
  learnSlipping,
  type ClosedSilence,
  type SlippingCorrection,
} from './churn-calibration.ts';

/** A year of weeks: older silences are of another shop. */
const mostWeeks = 52;
/** Silences looked at for the lesson: more teach five numbers nothing and only take time. */
const mostSilences = 20_000;

/** The correction of the slipping score at `now` (weeks), or null where too few silences have ended or it does not help. */
export function slippingLesson(
  comings: Comings,
  { now, steady }: { readonly now: number; readonly steady: MixtureParams },
): SlippingCorrection | null {
  const known = comings.filter((times) => times.length > fewestGaps);
  const first = known.reduce((least, times) => Math.min(least, times[0] ?? least), now);
  const step = Math.max(1, Math.ceil((known.length * mostWeeks) / mostSilences));
  const closed: ClosedSilence[] = [];
  for (let back = 1; back <= mostWeeks && now - back > first; back += 1) {
    // In a large shop another part of the people each week, so that everybody is seen now and then.
    const part = known.filter((_, place) => (place + back) % step === 0);
    const then = { now: now - back, steady, fadeWeeks: usualFadeWeeks };
    closed.push(...closedBy(silencesAt(part, then), part, now));
  }
  return learnSlipping(closed);
}
