// What one shop's past taught about all of its customers. Plain values that can be cloned and stored; what they mean for one person is
// worked out from their own history at the moment of asking (forecast.ts), so a visit counts at once. Apart from the learning, so that
// whoever only reads them does not fetch it along.

import type { Day } from '#lib/day.ts';
import type { ArrivalBeliefs } from '#engine/arrivals/ranker.ts';
import type { MixtureParams } from './mixture.ts';
import type { ShopClock } from './week-clock.ts';
import type { ShopModel } from './visit-model.ts';
import type { SlippingCorrection } from './churn/churn-calibration.ts';
import type { SpendBelief } from './spend.ts';

/** Raised when the meaning of the beliefs changes; kept ones of another version are learned anew. */
export const beliefsVersion = 1;

/** What the shop believes. */
export interface ShopBeliefs {
  readonly version: typeof beliefsVersion;
  /** The day up to which the past was looked at. */
  readonly fittedOn: Day;
  /** Visit days of everybody that were looked at. */
  readonly visitsSeen: number;
  /** How people come and leave, how fast to forget, and the shop's tempo. */
  readonly outlook: ShopModel;
  /** Open days so far, days with a visit among them. */
  readonly clock: ShopClock;
  /** The parameters that the slipping score asks, and its correction by the shop's own ended silences where that helps. */
  readonly steady: MixtureParams;
  readonly slipping: SlippingCorrection | null;
  /** Spend of a visit day in minor units; null where no amount is noted. */
  readonly spend: SpendBelief | null;
  /** How the tiles are best put in order. */
  readonly arrivals: ArrivalBeliefs;
}

/** The beliefs that `kept` is, or undefined when other code than this wrote them. */
export function beliefsFrom(kept: unknown): ShopBeliefs | undefined {
  return isOfThisVersion(kept) ? kept : undefined;
}

// The version says it all: only this code writes beliefs, into a table that no copy carries.
function isOfThisVersion(kept: unknown): kept is ShopBeliefs {
  return (
    typeof kept === 'object' &&
    kept !== null &&
    'version' in kept &&
    kept.version === beliefsVersion
  );
}
