import { describe, expect, it } from 'vitest';
import type { OfferAdvice } from '#domain/week/suggestion.ts';
import { offerAdviceText, offerChoiceText } from '#i18n/offers.ts';

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
    const fit = { of: 1, fitting: 1, isBest: true };
    expect(offerChoiceText({ gesture: 'offer', worth, fit }, wording)).toBe(
      '52 visits a year at about £24. One in twenty such gifts makes the difference, and they come in for it with a chance of 40%: that is about £24.96. An offer may cost up to half of it, £12.48.',
    );
  });

  const worth = { visitsAYear: 12, meanAmount: 240, handedOver: 1, gain: 144, limit: 72 };

  it.each([
    ['offer', [3, 2, true], worth, /£0\.72\. Of your three offers, two cost no more than that\./],
    ['offer', [3, 2, false], worth, /£0\.72\. Another of your offers would fit as well\./],
    ['offer', [3, 2, true], null, /^We don’t know what they spend, so this is your usual offer\.$/],
    ['card', [3, 0, true], worth, /£0\.72\. None of your offers costs so little, so a card\.$/],
    ['card', [1, 0, true], worth, /£0\.72\. Your offer costs more, so a card\.$/],
    ['card', [3, 1, false], worth, /further with a card\.$/],
  ] as const)('says why this %s, of how many that fit: %j', (...told) => {
    const [gesture, [of, fitting, isBest], known, words] = told;
    const fit = { of, fitting, isBest };
    expect(offerChoiceText({ gesture, worth: known, fit }, wording)).toMatch(words);
  });

  it('says nothing of offers to who is thanked with a card, or came too seldom for one', () => {
    expect(offerChoiceText({ gesture: 'card', worth: null, fit: null }, wording)).toBeNull();
    const fit = { of: 3, fitting: 0, isBest: true };
    expect(offerChoiceText({ gesture: 'card', worth: null, fit }, wording)).toBeNull();
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
