// What the shop does for somebody, as it is called on the page of the week and on paper.

import { cardFrontOf, type CardFront } from '#domain/week/card-front.ts';
import type { GestureKind, PlannedKind } from '#domain/week/gesture.ts';
import type { Reason } from '#domain/week/reason.ts';
import { m, spokenLanguage } from './catalogue.ts';
import { lineOf, countText, namesText, type Wording } from './format.ts';

/** A gesture as far as words go. */
export interface SpokenGesture {
  readonly kind: GestureKind;
  /** In the shop's words; may be empty. */
  readonly words: string;
  readonly reasons: readonly Reason[];
}

/** A gesture that the owner can say yes to. */
interface SuggestedGesture {
  readonly kind: PlannedKind;
  readonly words: string;
}

/** What is suggested: "A card", "A welcome card", "Sausages, no charge", "A word from you". */
export function suggestedText({ kind, words, reasons }: SpokenGesture): string {
  switch (kind) {
    case 'card':
      return suggestedCards[cardFrontOf(reasons)]();
    case 'offer':
      return words === '' ? m.week_an_offer() : lineOf(words);
    case 'word':
      return m.week_a_word();
    case 'perk':
      return words === '' ? m.customer_gesture_perk() : lineOf(words);
    case 'message':
      return m.customer_gesture_message();
  }
}

/** What was decided: "Thank-you card", "Sausages, no charge", "A word from you". */
export function decidedText({ kind, words, reasons }: SpokenGesture): string {
  if (kind !== 'card') return suggestedText({ kind, words, reasons });
  const card = decidedCards[cardFrontOf(reasons)]();
  return words === '' ? card : m.week_card_with_words({ card, words });
}

/** The word on the yes key. An offer is named by its first part where that fits on a key. */
export function yesText({ kind, words }: SuggestedGesture): string {
  switch (kind) {
    case 'card':
      return m.week_yes_card();
    case 'word':
      return m.week_yes_word();
    case 'offer': {
      const short = words.split(',', 1)[0]?.trim() ?? '';
      const fits = short !== '' && short.length <= maxButtonLength;
      return fits ? m.week_yes_words({ words: lowered(short) }) : m.week_yes_offer();
    }
  }
}

/** A line to write by hand or say, from the leading reason; null when one's own is better. */
export function handwrittenLine({ kind, reasons }: SpokenGesture, wording: Wording): string | null {
  const [lead] = reasons;
  if (lead === undefined || kind === 'word') return null;
  if (lead.code === 'overdue' && kind === 'offer') return m.print_line_see_you_offer();
  if (lead.code === 'own-rhythm' && lead.typicalDays > oftenDays) return m.print_line_again();
  return countedLine(lead, wording) ?? plainLines[lead.code]?.() ?? null;
}

function countedLine(lead: Reason, { nameOf }: Wording): string | null {
  if (lead.code === 'sent-people')
    return m.print_line_sent({ names: namesText(lead.people.map(nameOf)) });
  // Of somebody who comes several times a day the tenth day is no tenth visit.
  if (lead.code === 'milestone' && lead.visits === undefined)
    return m.print_line_milestone({ visits: countText(lead.visitDays) });
  if (lead.code === 'anniversary')
    return m.print_line_years({ count: lead.years, words: countText(lead.years) });
  return null;
}

/** Whoever comes less often than every other week does not come "so often". */
const oftenDays = 14;

export function frontLines(front: CardFront): readonly [string, string] {
  const [first, second] = fronts[front];
  return [first(), second()];
}

const maxButtonLength = 14;

const suggestedCards: Readonly<Record<CardFront, () => string>> = {
  'thank-you': m.week_a_card,
  welcome: m.week_a_welcome_card,
  birthday: m.week_a_birthday_card,
  'good-to-see-you': m.week_a_card,
};

const decidedCards: Readonly<Record<CardFront, () => string>> = {
  'thank-you': m.week_thank_you_card,
  welcome: m.week_welcome_card,
  birthday: m.week_birthday_card,
  'good-to-see-you': m.week_good_to_see_you_card,
};

const fronts: Readonly<Record<CardFront, readonly [() => string, () => string]>> = {
  'thank-you': [m.print_front_thank_you_1, m.print_front_thank_you_2],
  welcome: [m.print_front_welcome_1, m.print_front_welcome_2],
  birthday: [m.print_front_birthday_1, m.print_front_birthday_2],
  'good-to-see-you': [m.print_front_good_to_see_you_1, m.print_front_good_to_see_you_2],
};

const plainLines: Readonly<Partial<Record<Reason['code'], () => string>>> = {
  'sent-someone': m.print_line_sent_someone,
  shared: m.print_line_shared,
  'brought-friends': m.print_line_friends,
  'back-again': m.print_line_back,
  overdue: m.print_line_see_you,
  'came-once': m.print_line_see_you,
  'new-here': m.print_line_welcome,
  birthday: m.print_line_birthday,
  milestone: m.print_line_often,
  'coming-more': m.print_line_often,
  'own-rhythm': m.print_line_often,
  'usual-weekday': m.print_line_often,
  'visits-this-year': m.print_line_often,
  together: m.print_line_often,
  'quick-and-easy': m.print_line_easy,
  'pays-on-time': m.print_line_easy,
};

// "Sausages" after "Yes," begins small; "BBQ box" and a name typed in capitals stay as they are,
// and so does every German noun.
function lowered(text: string): string {
  if (spokenLanguage() === 'de') return text;
  const rest = text.slice(1);
  return rest === rest.toLowerCase() ? text.charAt(0).toLowerCase() + rest : text;
}
