// One customer as the kinds and the suggestions see them: their history, its features, and their
// place in the shop.

import type { History } from '#domain/visits/history.ts';
import type { SegmentRules } from '#domain/week/segment.ts';
import { featuresAt, type Features } from './features.ts';
import { lateness } from './lateness.ts';
import type { SentPerson } from './referrals.ts';
import type { Cohort, SpendRank } from './cohort.ts';

export interface Profile {
  readonly history: History;
  readonly features: Features;
  /** Own typical gaps of silence; null before there is a gap. */
  readonly latenessRatio: number | null;
  readonly sent: readonly SentPerson[];
  /** Their place among the biggest yearly spends, or null. */
  readonly spendRank: SpendRank | null;
  readonly rules: SegmentRules;
  readonly cohort: Cohort;
  /**
   * The chance that they are gone by what the shop learned; null where it does not know. Thought
   * out when first asked, and then kept.
   */
  readonly churnProbability: () => number | null;
}

/** The customer of `history` as a person of `cohort`. */
export function profileOf(history: History, shop: Cohort, rules: SegmentRules): Profile {
  const features = shop.features.get(history.customerId) ?? featuresAt(history, shop.clock);
  return {
    history,
    features,
    latenessRatio: latenessRatioOf(features, shop.medianGapDays),
    sent: shop.referrals.get(history.customerId) ?? [],
    spendRank: shop.bigSpenders.get(history.customerId) ?? null,
    rules,
    cohort: shop,
    churnProbability: memoize(() => shop.forecaster?.churnProbability(history) ?? null),
  };
}

function memoize<T>(compute: () => T): () => T {
  let known: { readonly value: T } | null = null;
  return () => {
    known ??= { value: compute() };
    return known.value;
  };
}

function latenessRatioOf(
  { interval, openDaysSinceLast }: Features,
  shopMedianGap: number,
): number | null {
  if (interval === null || openDaysSinceLast === null) return null;
  const { medianOpenDays, gaps } = interval;
  return lateness({ medianOpenDays, gaps, silentOpen: openDaysSinceLast }, { shopMedianGap });
}
