// What one shop's past taught about all of its customers. Plain values that can be cloned and
// stored; what they mean for one person is computed from their own history when asked
// (forecast.ts), so a visit counts at once. Apart from the fitting, so that readers do not load it.

import type { Closure } from '#domain/shop/calendar.ts';
import type { Day } from '#lib/day.ts';
import type { Ranker } from '#engine/arrivals/ranker.ts';
import type { MixtureParams } from './mixture.ts';
import type { BusinessClock } from '#engine/profile/business-clock.ts';
import type { NextWeekModel } from './next-week/next-week-model.ts';
import type { VisitModel } from './visit-model.ts';
import type { ChurnCalibration } from './churn/churn-calibration.ts';
import type { ChurnScale } from './churn/churn-scale.ts';
import type { SpendModel } from './spend.ts';

/** Raised when the meaning of the values changes: stored ones are then fitted anew. */
export const fittedModelVersion = 4;

export interface FittedModel {
  readonly version: typeof fittedModelVersion;
  /** The day up to which the past was read. */
  readonly fittedOn: Day;
  /** Visit days of everybody that were read. */
  readonly visitsSeen: number;
  /** The day number from which the log is kept (log-reach.ts); null in a log just begun. */
  readonly logSince: number | null;
  /** How people come and leave, the decay and the shop's tempo. */
  readonly visitModel: VisitModel;
  /** Who comes in the next seven days, where the shop's own weeks taught it; else null. */
  readonly nextWeek: NextWeekModel | null;
  /** Open days so far, days with a visit among them. */
  readonly clock: BusinessClock;
  /** Closures that nobody noted (profile/quiet-days.ts): the clock stands still on them. */
  readonly quietDays: readonly Closure[];
  /** Parameters of the churn score, and its correction where past silences support it. */
  readonly churnParams: MixtureParams;
  readonly churnCalibration: ChurnCalibration | null;
  /** What a churn score is worth as a chance in this shop. */
  readonly churnScale: ChurnScale;
  /** How much of a rise is left after as many weeks again (profile/rise-left.ts). */
  readonly riseLeft: number;
  /** Spend of a visit day in minor units; null where no amount is noted. */
  readonly spendModel: SpendModel | null;
  /** How the tiles are best ordered. */
  readonly ranker: Ranker;
}

/** `stored` as a fitted model, or undefined when other code than this wrote it. */
export function fittedModelFrom(stored: unknown): FittedModel | undefined {
  return isOfThisVersion(stored) ? stored : undefined;
}

// The version is enough: only this code writes the table, and no backup carries it.
function isOfThisVersion(stored: unknown): stored is FittedModel {
  return (
    typeof stored === 'object' &&
    stored !== null &&
    'version' in stored &&
    stored.version === fittedModelVersion
  );
}
