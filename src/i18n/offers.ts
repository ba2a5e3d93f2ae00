// What an offer should lean on, in one line: how large, when, and whether a price off or an extra
// speaks to this person.

import type { OfferAdvice } from '#domain/week/suggestion.ts';
import { m } from './catalogue.ts';
import { capital, moneyShort, weekdayName, type Wording } from './format.ts';

/** "Usually about £18 on Fridays between 9 and 11: give something extra for the weekend …" */
export function offerAdviceText(advice: OfferAdvice, wording: Pick<Wording, 'currency'>): string {
  const habit = habitText(advice, wording);
  const idea = ideaText(advice);
  return habit === '' ? `${capital(idea)}.` : m.offers_habit_and_idea({ habit, idea });
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
  const day = weekdayName(weekday);
  return hours === null ? m.offers_days({ day }) : m.offers_days_hours({ day, ...hours });
}

function ideaText({ isPriceLed, weekday }: OfferAdvice): string {
  if (isPriceLed) return m.offers_idea_price();
  return weekday === friday || weekday === saturday
    ? m.offers_idea_weekend()
    : m.offers_idea_extra();
}
