import { describe, expect, it } from 'vitest';
import type { OfferAdvice } from '#domain/week/suggestion.ts';
import { offerAdviceText } from '#i18n/offers.ts';

const wording = { currency: { code: 'GBP', digits: 2 } };
const nothing: OfferAdvice = {
  usualAmount: null,
  weekday: null,
  fromHour: null,
  isPriceLed: false,
};

describe('what an offer should lean on', () => {
  it.each<[Partial<OfferAdvice>, string]>([
    [
      { usualAmount: 1800, weekday: 5, fromHour: 9 },
      'Usually about £18 on Fridays between 9 and 11: an extra for the weekend, not a discount.',
    ],
    [
      { usualAmount: 1800, weekday: 4 },
      'Usually about £18 on Thursdays: an extra, not a discount.',
    ],
    [{ usualAmount: 450 }, 'Usually about £4.50: an extra, not a discount.'],
    [{ fromHour: 16 }, 'Usually between 16 and 18: an extra, not a discount.'],
    [
      { weekday: 2, isPriceLed: true },
      'Usually on Tuesdays: something off the price, which they come for.',
    ],
    [{ isPriceLed: true }, 'Something off the price, which they come for.'],
  ])('is said as far as it is known: %j', (known, words) => {
    expect(offerAdviceText({ ...nothing, ...known }, wording)).toBe(words);
  });
});
