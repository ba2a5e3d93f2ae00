// Whether thank-yous helped, in words: counts of people first, then how sure that is. Nothing that
// is believed is said as if it were known, and no share is said without its counts.

import {
  minGivenToJudge,
  type EffectsReport,
  type EffectCounts,
  type EffectReason,
} from '#domain/week/insights.ts';
import type { Currency } from '#domain/shop/money.ts';
import type { Day } from '#lib/day.ts';
import { m } from './catalogue.ts';
import { countText, dayText, moneyShort, numberText, countFirst, enumeration } from './format.ts';

export function gestureReturnText(help: EffectsReport, today: Day): string {
  const { all, open } = help;
  if (help.since === null) return m.insights_help_nothing({ day: dayText(today, today) });
  const counts = { given: countText(all.given), back: countFirst(all.cameBack) };
  if (all.given === 0) return m.insights_help_open_only({ count: open, words: countText(open) });
  if (all.hasEnoughData) return withText(help);
  return all.compared === 0 && all.given >= minGivenToJudge
    ? m.insights_help_no_others(counts)
    : m.insights_help_early({ ...counts, back: countText(all.cameBack) });
}

function withText({ all, cards, offers }: EffectsReport): string {
  const counts = { given: countText(all.given), back: countText(all.cameBack) };
  if (offers === 0) return m.insights_help_with_cards(counts);
  return cards === 0 ? m.insights_help_with_offers(counts) : m.insights_help_with_both(counts);
}

/** "Of 30 similar people without one, 12 did." */
export function withoutText({ compared, comparedBack }: EffectCounts): string {
  return m.insights_help_without({
    compared: countText(compared),
    back: countText(comparedBack),
  });
}

/** Whether it helps and how sure that is; what more is needed where it cannot be said. */
export function verdictText({ hasEnoughData, given, probability }: EffectCounts): string {
  if (!hasEnoughData) return m.insights_help_more();
  if (probability === null) return m.insights_help_not_random();
  const words = { sure: sureText(probability), given: countText(given) };
  if (probability >= surely) return m.insights_help_surely(words);
  if (probability >= probably) return m.insights_help_probably(words);
  return probability >= hardly ? m.insights_help_luck(words) : m.insights_help_hardly(words);
}

// In a shop whose gifts do nothing, one look in twenty at most may say that they do.
const surely = 0.99;
const probably = 0.95;
const hardly = 0.3;

export function reasonReturnText({
  reason,
  given,
  cameBack,
  compared,
  comparedBack,
  probability,
}: EffectsReport['byReason'][number]): string {
  const counts = {
    reason: reasons[reason](),
    back: numberText(cameBack),
    given: numberText(given),
    comparedBack: numberText(comparedBack),
    compared: numberText(compared),
  };
  return probability === null
    ? m.insights_help_reason_counts(counts)
    : m.insights_help_reason({ ...counts, sure: sureText(probability) });
}

// Nobody is ever quite sure.
function sureText(sure: number): string {
  return numberText(Math.min(99, Math.max(1, Math.round(100 * sure))));
}

/** What was handed over and what it cost; `currency` is null in a shop that notes no money. */
export function givenText(
  { since, cards, offers, cost }: EffectsReport,
  currency: Currency | null,
  today: Day,
): string | undefined {
  if (since === null) return undefined;
  const given = [
    cards === 0 ? [] : m.insights_help_cards({ count: cards, text: countText(cards) }),
    offers === 0 ? [] : m.insights_help_offers({ count: offers, text: countText(offers) }),
  ].flat();
  const words = { day: dayText(since, today), what: enumeration(given) };
  return currency === null
    ? m.insights_help_given(words)
    : m.insights_help_cost({ ...words, cost: moneyShort(cost, currency) });
}

const reasons: Readonly<Record<EffectReason, () => string>> = {
  feedback: m.insights_reason_feedback,
  'sent-people': m.insights_reason_sent_people,
  'spread-the-word': m.insights_reason_spread,
  slipping: m.insights_reason_slipping,
  birthday: m.insights_reason_birthday,
  rising: m.insights_reason_rising,
  anniversary: m.insights_reason_anniversary,
  milestone: m.insights_reason_milestone,
  'never-thanked': m.insights_reason_never_thanked,
  'back-again': m.insights_reason_back_again,
  'second-visit': m.insights_reason_second_visit,
  'own-idea': m.insights_reason_own_idea,
};
