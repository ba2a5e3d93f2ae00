// Which of the shop's offers are in proportion to one person, the best first: the most generous
// that costs no more than its share of what it may bring. Where nobody knows what a person spends,
// the usual offer is right, and cheaper ones are where the money does not reach.

import type { Offer } from '#domain/shop/offer.ts';
import type { Settings } from '#domain/shop/settings.ts';
import type { Profile } from '#engine/profile/profile.ts';
import { offerWorthOf } from './offer-worth.ts';
import type { SuggestParams } from './params.ts';

/** The offers for somebody who is known well enough for one; none where a card is right. */
export function fittingOffers(
  profile: Profile,
  { offers: [usual, ...others] }: Pick<Settings, 'offers'>,
  params: SuggestParams,
): readonly Offer[] {
  const { visitDays, year } = profile.features;
  const isKnownFor = ({ cost }: Offer): boolean =>
    visitDays >= params.offerVisitDays || year.sum >= params.offerSpendTimes * cost;
  const limit = offerWorthOf(profile, params)?.limit ?? usual.cost;
  return [usual, ...others]
    .filter((offer) => offer.cost <= limit && isKnownFor(offer))
    .toSorted((a, b) => b.cost - a.cost);
}
