// Trains the churn calibration and its scale on the shop's own silences of the last year: each week
// is an origin that knows only what lay before it. It uses today's parameters, four numbers about
// the whole shop that no single silence moves.

import { defaultDecayWeeks } from '#engine/forecast/exponential-decay.ts';
import type { MixtureParams } from '#engine/forecast/mixture.ts';
import type { VisitTimes } from '#engine/forecast/recency-frequency.ts';
import { minGaps, silencesAt } from './churn-score.ts';
import {
  closedSilences,
  fitChurnCalibration,
  type ClosedSilence,
  type ChurnCalibration,
} from './churn-calibration.ts';
import { fitChurnScale, type ChurnScale } from './churn-scale.ts';

/** Older silences are of another shop. */
const maxWeeks = 52;
/** More silences teach five numbers nothing and only take time. */
const maxSilences = 20_000;

/** What the shop's own silences taught: who is likelier gone, and what a score is worth. */
export interface TrainedChurn {
  /** Null with too few closed silences, or where it did not help. */
  readonly churnCalibration: ChurnCalibration | null;
  readonly churnScale: ChurnScale;
}

/** The calibration and the scale at `now` (weeks). */
export function trainChurn(
  visitTimes: VisitTimes,
  { now, churnParams }: { readonly now: number; readonly churnParams: MixtureParams },
): TrainedChurn {
  const known = visitTimes.filter((times) => times.length > minGaps);
  const first = known.reduce((minimum, times) => Math.min(minimum, times[0] ?? minimum), now);
  const step = Math.max(1, Math.ceil((known.length * maxWeeks) / maxSilences));
  const closed: ClosedSilence[] = [];
  for (let back = 1; back <= maxWeeks && now - back > first; back += 1) {
    // In a large shop another part of the people each week, so that everybody is seen at times.
    const part = known.filter((_, index) => (index + back) % step === 0);
    const then = { now: now - back, churnParams, decayWeeks: defaultDecayWeeks };
    closed.push(...closedSilences(silencesAt(part, then), part, now));
  }
  const churnCalibration = fitChurnCalibration(closed);
  return { churnCalibration, churnScale: fitChurnScale(closed, churnCalibration) };
}
