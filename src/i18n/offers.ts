// What an offer should lean on, in one line: how large, when, and whether a price off or an extra
// speaks to this person.

import type { OfferAdvice, OfferFit, OfferWorth, Suggestion } from '#domain/week/suggestion.ts';
import { m } from './catalogue.ts';
import { countText, moneyShort, numberText, weekdaysText, type Wording } from './format.ts';

/** "Usually about £18 on Fridays between 9 and 11: give something extra for the weekend …" */
export function offerAdviceText(advice: OfferAdvice, wording: Pick<Wording, 'currency'>): string {
  const habit = habitText(advice, wording);
  const idea = ideaFor(advice);
  return habit === ''
    ? ideas[idea].alone()
    : m.offers_habit_and_idea({ habit, idea: ideas[idea].inside() });
}

/** Why this offer, or a card instead of one: the arithmetic; null where no offer was weighed. */
export function offerChoiceText(
  suggestion: Pick<Suggestion, 'gesture' | 'worth' | 'fit'>,
  wording: Pick<Wording, 'currency'>,
): string | null {
  const { worth } = suggestion;
  const parts = [worth === null ? null : worthText(worth, wording), fitText(suggestion)];
  const said = parts.filter((part) => part !== null);
  return said.length === 0 ? null : said.join(' ');
}

function fitText({
  gesture,
  worth,
  fit,
}: Pick<Suggestion, 'gesture' | 'worth' | 'fit'>): string | null {
  if (fit === null) return null;
  const { of, fitting, isBest } = fit;
  if (gesture === 'card') return cardText(fit, worth !== null);
  if (of === 1) return null;
  if (!isBest) return m.offers_fit_less();
  if (worth === null) return m.offers_fit_usual();
  return m.offers_fit_best({ count: countText(of), fitting, text: countText(fitting) });
}

// Who came too seldom for an offer gets a card without arithmetic.
function cardText({ of, fitting }: OfferFit, isWeighed: boolean): string | null {
  if (fitting > 0) return m.offers_fit_money();
  if (!isWeighed) return null;
  return of === 1 ? m.offers_fit_one() : m.offers_fit_none();
}

function worthText(worth: OfferWorth, { currency }: Pick<Wording, 'currency'>): string {
  return m.offers_worth({
    visits: numberText(worth.visitsAYear),
    amount: moneyShort(worth.meanAmount, currency),
    chance: numberText(Math.round(100 * worth.handedOver)),
    gain: moneyShort(worth.gain, currency),
    limit: moneyShort(worth.limit, currency),
  });
}

const friday = 5;
const saturday = 6;
/** An hour habit is two hours long. */
const habitHours = 2;

function habitText(advice: OfferAdvice, { currency }: Pick<Wording, 'currency'>): string {
  const when = whenText(advice);
  if (advice.usualAmount === null) return when === '' ? '' : m.offers_usually_when({ when });
  const amount = moneyShort(advice.usualAmount, currency);
  return when === ''
    ? m.offers_usually_amount({ amount })
    : m.offers_usually_amount_when({ amount, when });
}

function whenText({ weekday, fromHour }: OfferAdvice): string {
  const hours = fromHour === null ? null : { from: fromHour, to: fromHour + habitHours };
  if (weekday === null) return hours === null ? '' : m.offers_hours(hours);
  const days = weekdaysText(weekday);
  return hours === null ? m.offers_days({ days }) : m.offers_days_hours({ days, ...hours });
}

function ideaFor({ isPriceLed, weekday }: OfferAdvice): keyof typeof ideas {
  if (isPriceLed) return 'price';
  return weekday === friday || weekday === saturday ? 'weekend' : 'extra';
}

const ideas = {
  price: { inside: m.offers_idea_price, alone: m.offers_alone_price },
  weekend: { inside: m.offers_idea_weekend, alone: m.offers_alone_weekend },
  extra: { inside: m.offers_idea_extra, alone: m.offers_alone_extra },
};
