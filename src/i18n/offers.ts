// What an offer should lean on, in one line: how large, when, and whether a price off or an extra
// speaks to this person.

import type { OfferAdvice, OfferWorth } from '#domain/week/suggestion.ts';
import { m } from './catalogue.ts';
import { moneyShort, numberText, weekdaysText, type Wording } from './format.ts';

/** "Usually about £18 on Fridays between 9 and 11: give something extra for the weekend …" */
export function offerAdviceText(advice: OfferAdvice, wording: Pick<Wording, 'currency'>): string {
  const habit = habitText(advice, wording);
  const idea = ideaFor(advice);
  return habit === ''
    ? ideas[idea].alone()
    : m.offers_habit_and_idea({ habit, idea: ideas[idea].inside() });
}

/** The arithmetic behind what an offer may cost. */
export function offerWorthText(worth: OfferWorth, { currency }: Pick<Wording, 'currency'>): string {
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
