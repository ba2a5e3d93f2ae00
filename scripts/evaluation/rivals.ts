// Simple forecasts that the engine is compared with: nothing in them is fitted, but for the BG/NBD.
import { fitMixture } from '#engine/forecast/fit-mixture.ts';
import { mixtureOf, maxRepeatsIn, visitDistributionOf } from '#engine/forecast/mixture.ts';
import type { VisitTimes, RfmTable } from '#engine/forecast/recency-frequency.ts';
import { visitsLately } from '#engine/forecast/same-again.ts';
import { countUntil } from '#engine/math/count-until.ts';
import { undecayedHorizon } from './models/mixture-measures.ts';

/** Everybody's past at `now`, and how far ahead to look. */
export interface RivalSource {
  readonly visitTimes: VisitTimes;
  readonly rfm: RfmTable;
  readonly now: number;
  readonly weeks: number;
}

/** Each rival's expectation for everybody in `rfm`. */
export function rivalsOf(source: RivalSource): Readonly<Record<string, readonly number[]>> {
  return {
    'same rate': sameRate(source),
    'last period again': lastPeriod(source),
    'silent over 2.5 own gaps': hiatusRule(source),
    'BG/NBD': plainBgNbd(source),
  };
}

function sameRate({ rfm, weeks }: RivalSource): readonly number[] {
  return Array.from(rfm.age, (age, index) =>
    age > 0 ? ((rfm.repeats[index] ?? 0) / age) * weeks : 0,
  );
}

/** As many repeat visits as in the last stretch of the same length. */
function lastPeriod({ visitTimes, rfm, now, weeks }: RivalSource): readonly number[] {
  return Array.from(rfm.who, (who) =>
    visitsLately(visitTimes[who] ?? new Float64Array(), { now, weeks }),
  );
}

/** Wübben and von Wangenheim 2008: gone when silent for over 2.5 own median gaps. */
function hiatusRule(source: RivalSource): readonly number[] {
  const { visitTimes, rfm, now } = source;
  const rates = sameRate(source);
  return Array.from(rfm.who, (who, index) => {
    const times = visitTimes[who] ?? new Float64Array();
    const visits = countUntil(times, now);
    const gaps = Array.from(times.subarray(1, visits), (time, gap) => time - (times[gap] ?? 0));
    const sorted = gaps.toSorted((a, b) => a - b);
    const median =
      ((sorted[(sorted.length - 1) >> 1] ?? 0) + (sorted[sorted.length >> 1] ?? 0)) / 2;
    const silent = now - (times[visits - 1] ?? now);
    return sorted.length > 0 && silent <= 2.5 * median ? (rates[index] ?? 0) : 0;
  });
}

function plainBgNbd({ rfm, weeks }: RivalSource): readonly number[] {
  const { params } = fitMixture(rfm, { departure: 'BG', ks: [1], prior: 'none', minFirstShare: 0 });
  const mixture = mixtureOf(params, maxRepeatsIn(rfm));
  return Array.from(
    rfm.who,
    (_, index) =>
      visitDistributionOf(mixture, rfm, { index, horizon: undecayedHorizon(rfm, index, weeks) })
        .expected,
  );
}
