// How much good a gesture is expected to do, in points of need, when there is not enough for
// everybody. Need comes first; what was learned of a trigger weighs it; money only separates equals
// and never lets a basket pass a stronger trigger.

import type { GestureEffects } from '#engine/experiments/effects.ts';
import type { TriggerKind, SuggestParams } from './params.ts';
import type { Profile } from '#engine/profile/profile.ts';
import { upliftPrior } from '#engine/experiments/uplift.ts';

/** What was learned of gestures; undefined before anything was given. */
export interface UpliftSource {
  readonly params: SuggestParams;
  readonly effects: GestureEffects | undefined;
}

/** The weight of a trigger: its expected uplift over the prior's, within the params' bounds. */
export function upliftWeight(trigger: TriggerKind, { params, effects }: UpliftSource): number {
  if (effects === undefined) return 1;
  const uplift = effects.byReason.get(trigger)?.uplift ?? effects.untried;
  const least = params.owed.includes(trigger) ? 1 : params.minUpliftWeight;
  return Math.min(params.maxUpliftWeight, Math.max(least, uplift / upliftPrior.mean));
}

/**
 * Points for the expected spend of a visit against the shop's mean: half of `spendPoints` for each
 * doubling, bounded; 0 where no amounts are noted.
 */
export function spendPointsOf({ features, cohort }: Profile, params: SuggestParams): number {
  const spend = cohort.spendModel;
  if (spend === null || spend.shopMean <= 0) return 0;
  const { sum, visitDays, amounts } = features.year;
  const days = Math.min(visitDays, amounts);
  const own = Math.min(sum, days * spend.maxAmount);
  const expected = (own + spend.shrinkage * spend.shopMean) / (days + spend.shrinkage);
  const doublings = Math.log2(Math.max(expected, Number.MIN_VALUE) / spend.shopMean);
  return params.spendPoints * Math.min(1, Math.max(-1, doublings / 2));
}
