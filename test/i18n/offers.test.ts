import { describe, expect, it } from 'vitest';
import type { OfferAdvice } from '#domain/week/suggestion.ts';
import { offerAdviceText, offerWorthText } from '#i18n/offers.ts';

const wording = { currency: { code: 'GBP', digits: 2 } };
const nothing: OfferAdvice = {
  usualAmount: null,
  weekday: null,
  fromHour: null,
  isPriceLed: false,
};

describe('what an offer may cost', () => {
  it('is told with its arithmetic, which comes out when counted again', () => {
    const worth = {
      visitsAYear: 52,
      meanAmount: 2400,
      handedOver: 0.4,
      gain: 2496,
      limit: 1248,
    };
    expect(worth.gain).toBeCloseTo(
      0.05 * worth.handedOver * worth.visitsAYear * worth.meanAmount,
      6,
    );
    expect(offerWorthText(worth, wording)).toBe(
      '52 visits a year at about £24. One in twenty such gifts makes the difference, and they come in for it with a chance of 40%: that is about £24.96. An offer may cost up to half of it, £12.48.',
    );
  });
});

describe('what an offer should lean on', () => {
  it.each<[Partial<OfferAdvice>, string]>([
    [
      { usualAmount: 1800, weekday: 5, fromHour: 9 },
      'Usually about £18 on Fridays between 9 and 11: give something extra for the weekend rather than a discount.',
    ],
    [
      { usualAmount: 1800, weekday: 4 },
      'Usually about £18 on Thursdays: give something extra rather than a discount.',
    ],
    [{ usualAmount: 450 }, 'Usually about £4.50: give something extra rather than a discount.'],
    [{ fromHour: 16 }, 'Usually between 16 and 18: give something extra rather than a discount.'],
    [
      { weekday: 2, isPriceLed: true },
      'Usually on Tuesdays: give something off the price, which is what they come for.',
    ],
    [{ isPriceLed: true }, 'Give something off the price, which is what they come for.'],
  ])('is said as far as it is known: %j', (known, words) => {
    expect(offerAdviceText({ ...nothing, ...known }, wording)).toBe(words);
  });
});
