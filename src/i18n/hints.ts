// What staff may say, in a few words that the customer may read. A code without words does not compile.

import type { GestureKind } from '#domain/gesture.ts';
import type { Hint } from '#domain/hint.ts';
import { addDays, type Day } from '#lib/day.ts';
import * as m from './compiled/messages.js';
import {
  capital,
  countText,
  dayText,
  monthText,
  ordinalText,
  quoted,
  weekdayName,
  weekdayText,
} from './format.ts';

/** One hint as a line for the visit strip. */
export function hintLine(hint: Hint, today: Day): string {
  switch (hint.code) {
    case 'to-hand-over':
      return toHandOver(hint.gesture, hint.words);
    case 'birthday':
      return birthday(hint.day, today);
    case 'milestone':
      return m.hints_milestone({ ordinal: ordinalText(hint.visitDays) });
    case 'anniversary':
      return anniversary(hint, today);
    case 'first-visit':
      return m.hints_first_visit();
    case 'second-visit':
      return m.hints_second_visit();
    case 'back-since':
      return m.hints_back_since({ month: monthText(hint.day, today) });
    case 'preference':
      return m.hints_preference({ text: quoted(hint.text) });
    case 'last-talk':
      return m.hints_last_talk({ day: dayText(hint.day, today), text: quoted(hint.text) });
    case 'likes-it-quick':
      return m.hints_likes_it_quick();
    case 'usual-weekday':
      return m.hints_usual_weekday({ weekday: weekdayName(hint.weekday) });
  }
}

function toHandOver(gesture: GestureKind, words: string): string {
  switch (gesture) {
    case 'card':
      return m.hints_card();
    case 'offer':
      return words === '' ? m.hints_offer_plain() : m.hints_offer({ words });
    case 'word':
      return m.hints_word();
  }
}

function birthday(day: Day, today: Day): string {
  if (day === today) return m.hints_birthday_today();
  return day === addDays(today, 1)
    ? m.hints_birthday_tomorrow()
    : m.hints_birthday({ weekday: weekdayText(day) });
}

function anniversary(
  { years, day }: Extract<Hint, { readonly code: 'anniversary' }>,
  today: Day,
): string {
  const weekday = weekdayText(day);
  if (years === 1)
    return day === today
      ? m.hints_anniversary_first_today()
      : m.hints_anniversary_first({ weekday });
  const counted = capital(countText(years));
  return day === today
    ? m.hints_anniversary_today({ years: counted })
    : m.hints_anniversary({ years: counted, weekday });
}
