// How much good a gesture is expected to do, in points of need: what decides who gets one when
// there is not enough for everybody. Need comes first; what was learned of a reason weighs it;
// money only tells two alike apart. Must never let a basket pass a stronger reason.

import type { GestureEffects } from '#engine/experiments/effects.ts';
import type { TriggerKind, SuggestParams } from './params.ts';
import type { Profile } from '#engine/profile/profile.ts';
import { upliftPrior } from '#engine/experiments/uplift.ts';

/** What was learned of gestures; undefined before anything was given. */
export interface UpliftSource {
  readonly params: SuggestParams;
  readonly effects: GestureEffects | undefined;
}

/**
 * The weight of a reason: the mean uplift believed of it over the uplift believed before anything
 * was given, within the bounds of the params; 1 before there is anything to learn from.
 */
export function upliftWeight(trigger: TriggerKind, { params, effects }: UpliftSource): number {
  if (effects === undefined) return 1;
  const uplift = effects.byReason.get(trigger)?.uplift ?? effects.untried;
  const least = params.owed.includes(trigger) ? 1 : params.minUpliftWeight;
  return Math.min(params.maxUpliftWeight, Math.max(least, uplift / upliftPrior.mean));
}

/**
 * Points for what a visit of this person is expected to bring beside the shop's mean visit: half of
 * `spendPoints` for each doubling, bounded. A share of margin would stand on both sides and fall
 * out. Nothing where no amounts are noted.
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
