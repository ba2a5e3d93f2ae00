import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  maxOffers,
  withOffer,
  withOfferAt,
  withOfferBack,
  withoutOfferAt,
  type Offer,
  type OfferList,
} from '#domain/shop/offer.ts';

const ham: Offer = { words: 'half a ham', cost: 900 };
const pie: Offer = { words: 'a pie', cost: 300 };
const bone: Offer = { words: 'a bone', cost: 50 };

const anyOffer: fc.Arbitrary<Offer> = fc.record({
  words: fc.constantFrom('ham', 'pie', 'bone'),
  cost: fc.nat(1000),
});
const anyList: fc.Arbitrary<OfferList> = fc
  .tuple(anyOffer, fc.array(anyOffer, { maxLength: maxOffers - 1 }))
  .map(([first, others]) => [first, ...others]);

describe('the offers of a shop', () => {
  it('begin with the first that gets a name', () => {
    const named = withOffer([{ words: '', cost: 400 }], ham);
    expect(named).toEqual([ham]);
    expect(withOffer(named, pie)).toEqual([ham, pie]);
  });

  it('are changed in their place', () => {
    expect(withOfferAt([ham, pie], 0, bone)).toEqual([bone, pie]);
    expect(withOfferAt([ham, pie], 1, bone)).toEqual([ham, bone]);
  });

  it('are never none, and never more than a small list', () => {
    expect(withoutOfferAt([ham], 0)).toEqual([ham]);
    fc.assert(
      fc.property(anyList, anyOffer, fc.nat(maxOffers), (list, offer, place) => {
        for (const next of [
          withOffer(list, offer),
          withoutOfferAt(list, place),
          withOfferBack(list, place, offer),
        ])
          expect(next.length >= 1 && next.length <= maxOffers).toBe(true);
      }),
    );
  });

  it('are as before when a removal is undone', () => {
    fc.assert(
      fc.property(anyList, fc.nat(maxOffers - 1), (list, place) => {
        const offer = list[place];
        fc.pre(offer !== undefined && list.length > 1);
        if (offer === undefined) return;
        expect(withOfferBack(withoutOfferAt(list, place), place, offer)).toEqual(list);
      }),
    );
  });
});
