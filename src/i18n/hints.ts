// What staff may say, in a few words that the customer may read. A code without words does not
// compile.

import type { PlannedKind } from '#domain/week/gesture.ts';
import type { Hint } from '#domain/week/hint.ts';
import { addDays, type Day } from '#lib/day.ts';
import { m } from './catalogue.ts';
import {
  dayText,
  monthText,
  ordinalText,
  quoted,
  weekdayName,
  weekdayText,
  countFirst,
  countText,
  weekdaysText,
} from './format.ts';

type HintByCode = { readonly [Each in Hint as Each['code']]: Each };
type Sayings = {
  readonly [Code in keyof HintByCode]: (hint: HintByCode[Code], today: Day) => string;
};

export function hintLine(hint: Hint, today: Day): string {
  return said(hint.code, hint, today);
}

function said<Code extends keyof HintByCode>(
  code: Code,
  hint: HintByCode[Code],
  today: Day,
): string {
  return sayings[code](hint, today);
}

const sayings: Sayings = {
  'to-hand-over': ({ gesture, words }) => toHandOver[gesture](words),
  'perk-due': ({ gives }) => m.hints_perk_due({ gives }),
  birthday: ({ day }, today) => birthday(day, today),
  milestone: ({ visitDays, visits }) => {
    const ordinal = ordinalText(visitDays);
    return visits === undefined
      ? m.hints_milestone({ ordinal })
      : m.hints_milestone_day({ ordinal });
  },
  anniversary,
  'first-visit': () => m.hints_first_visit(),
  'second-visit': () => m.hints_second_visit(),
  'back-since': ({ day }, today) => m.hints_back_since({ month: monthText(day, today) }),
  preference: ({ text }) => m.hints_preference({ text: quoted(text) }),
  'last-talk': ({ day, text }, today) =>
    m.hints_last_talk({ day: dayText(day, today), text: quoted(text) }),
  'likes-it-quick': () => m.hints_likes_it_quick(),
  'usual-weekday': ({ weekday }) =>
    m.hints_usual_weekday({ weekday: weekdayName(weekday), weekdays: weekdaysText(weekday) }),
};

const toHandOver: Readonly<Record<PlannedKind, (words: string) => string>> = {
  card: () => m.hints_card(),
  offer: (words) => (words === '' ? m.hints_offer_plain() : m.hints_offer({ words })),
  word: () => m.hints_word(),
};

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
  const counted = { years: countFirst(years), yearsInside: countText(years) };
  return day === today
    ? m.hints_anniversary_today(counted)
    : m.hints_anniversary({ ...counted, weekday });
}
