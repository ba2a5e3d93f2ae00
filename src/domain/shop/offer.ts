// What the shop gives to somebody who stays away: a short list of the owner's own, the usual one
// first.

/** One kind of offer: what it is, in the shop's words, and what it costs in minor units. */
export interface Offer {
  /** "sausages, no charge"; empty while the owner has not named it. */
  readonly words: string;
  readonly cost: number;
}

/** At least one: a new shop has one without a name, and is asked for it when it is first due. */
export type OfferList = readonly [Offer, ...Offer[]];

/** More would not be a small list any more. */
export const maxOffers = 12;

/** The list with one more, if it is not full; it takes the place of one that has no name yet. */
export function withOffer(offers: OfferList, offer: Offer): OfferList {
  const [first, ...others] = offers.filter(({ words }) => words !== '');
  if (first === undefined) return [offer];
  return offers.length < maxOffers ? [first, ...others, offer] : offers;
}

/** The list with another offer in the place of `index`. */
export function withOfferAt(offers: OfferList, index: number, offer: Offer): OfferList {
  const [first, ...others] = offers;
  if (index === 0) return [offer, ...others];
  return [first, ...others.map((each, place) => (place === index - 1 ? offer : each))];
}

/** The list without one; the last offer stays. */
export function withoutOfferAt(offers: OfferList, index: number): OfferList {
  const [first, ...others] = offers.filter((_offer, place) => place !== index);
  return first === undefined ? offers : [first, ...others];
}

/** The list with an offer back in its place, unless it was filled meanwhile. */
export function withOfferBack(offers: OfferList, index: number, offer: Offer): OfferList {
  const [first, ...others] = [...offers.slice(0, index), offer, ...offers.slice(index)];
  return first === undefined || offers.length === maxOffers ? offers : [first, ...others];
}
