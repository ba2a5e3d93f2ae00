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
