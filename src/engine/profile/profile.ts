// One customer as the kinds and the suggestions see them: their history, its features, and their place in the shop.

import type { History } from '#domain/visits/history.ts';
import type { KindRules } from '#domain/week/segment.ts';
import { featuresAt, type Features } from './features.ts';
import { latenessOf } from './lateness.ts';
import type { SentPerson } from './referrals.ts';
import type { Shop, SpendRank } from './cohort.ts';

export interface Person {
  readonly history: History;
  readonly features: Features;
  /** Own typical gaps of silence; null before there is a gap. */
  readonly late: number | null;
  readonly sent: readonly SentPerson[];
  /** Their place among the biggest yearly spends, or null. */
  readonly bigSpend: SpendRank | null;
  readonly rules: KindRules;
  readonly shop: Shop;
  /** The chance that they are gone by what the shop learned; null where it does not know. Thought out when first asked, and then kept. */
  readonly lost: () => number | null;
}

/** The customer of `history` as a person of `shop`. */
export function personOf(history: History, shop: Shop, rules: KindRules): Person {
  const features = shop.features.get(history.customerId) ?? featuresAt(history, shop.clock);
  return {
    history,
    features,
    late: lateOf(features, shop.gapOpen),
    sent: shop.referrals.get(history.customerId) ?? [],
    bigSpend: shop.bigSpenders.get(history.customerId) ?? null,
    rules,
    shop,
    lost: onceKnown(() => shop.lookout?.lost(history) ?? null),
  };
}

function onceKnown<T>(think: () => T): () => T {
  let known: { readonly value: T } | null = null;
  return () => {
    known ??= { value: think() };
    return known.value;
  };
}

function lateOf({ rhythm, silentOpenDays }: Features, shopGapOpen: number): number | null {
  if (rhythm === null || silentOpenDays === null) return null;
  const { typicalOpen, gaps } = rhythm;
  return latenessOf({ typicalOpen, gaps, silentOpen: silentOpenDays }, { shopGapOpen });
}
