// What one shop's past taught about all of its customers. Plain values that can be cloned and
// stored; what they mean for one person is worked out from their own history at the moment of
// asking (forecast.ts), so a visit counts at once. Apart from the learning, so that whoever only
// reads them does not fetch it along.

import type { Day } from '#lib/day.ts';
import type { Ranker } from '#engine/arrivals/ranker.ts';
import type { MixtureParams } from './mixture.ts';
import type { BusinessClock } from '#engine/profile/business-clock.ts';
import type { VisitModel } from './visit-model.ts';
import type { ChurnCalibration } from './churn/churn-calibration.ts';
import type { SpendModel } from './spend.ts';

/**
 * Raised when the meaning of the beliefs changes; kept ones of another version are learned anew.
 */
export const fittedModelVersion = 2;

/** What the shop believes. */
export interface FittedModel {
  readonly version: typeof fittedModelVersion;
  /** The day up to which the past was looked at. */
  readonly fittedOn: Day;
  /** Visit days of everybody that were looked at. */
  readonly visitsSeen: number;
  /** How people come and leave, how fast to forget, and the shop's tempo. */
  readonly visitModel: VisitModel;
  /** Open days so far, days with a visit among them. */
  readonly clock: BusinessClock;
  /**
   * The parameters that the slipping score asks, and its correction by the shop's own ended
   * silences where that helps.
   */
  readonly churnParams: MixtureParams;
  readonly churnCalibration: ChurnCalibration | null;
  /** Spend of a visit day in minor units; null where no amount is noted. */
  readonly spendModel: SpendModel | null;
  /** How the tiles are best put in order. */
  readonly ranker: Ranker;
}

/** The beliefs that `stored` is, or undefined when other code than this wrote them. */
export function fittedModelFrom(stored: unknown): FittedModel | undefined {
  return isOfThisVersion(stored) ? stored : undefined;
}

// The version says it all: only this code writes beliefs, into a table that no copy carries.
function isOfThisVersion(stored: unknown): stored is FittedModel {
  return (
    typeof stored === 'object' &&
    stored !== null &&
    'version' in stored &&
    stored.version === fittedModelVersion
  );
}
