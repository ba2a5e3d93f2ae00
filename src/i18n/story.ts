// How days, marks, moments and gestures are said on the pages about people. Codes and facts come
// in, words go out; nothing is decided here.

import type { Distinction } from '#domain/customers/distinction.ts';
import type { Gesture } from '#domain/week/gesture.ts';
import type { MomentKind } from '#domain/visits/moment.ts';
import type { Currency } from '#domain/shop/money.ts';
import type { VisitMark } from '#domain/visits/visit.ts';
import { addDays, type Day, type Weekday } from '#lib/day.ts';
import { m } from './catalogue.ts';
import { clockText, dateText, formatWith, timeText } from './date-time.ts';
import { dayText, isFarDay, weekdaysText } from './format.ts';
import { locale } from './language/locale.ts';

/** "Today 10:42", "Yesterday", "Thu 11 June", "11 Jun 2024". */
export function whenWords(day: Day, minute: number | null, today: Day): string {
  if (day === today)
    return minute === null ? m.people_today() : m.people_today_at({ time: timeText(minute) });
  if (day === addDays(today, -1)) return m.people_yesterday();
  return isFarDay(day, today)
    ? dated(day, { day: 'numeric', month: 'short', year: 'numeric' })
    : dated(day, { weekday: 'short', day: 'numeric', month: 'long' });
}

/** The same inside a sentence: "today", "yesterday", "11 June", "11 June 2024". */
export function dayWords(day: Day, today: Day): string {
  if (day === today) return m.people_today_inside();
  if (day === addDays(today, -1)) return m.people_yesterday_inside();
  return dayText(day, today);
}

/** "today at 10:42", "11 June at 9:15", "11 June". */
export function dayTimeWords(day: Day, minute: number | null, today: Day): string {
  const words = dayWords(day, today);
  return minute === null ? words : m.people_day_at({ day: words, time: timeText(minute) });
}

/** "£": what stands before an amount in a field. */
export function currencySign({ code }: Currency): string {
  const parts = new Intl.NumberFormat(locale(), { style: 'currency', currency: code });
  return parts.formatToParts(0).find((part) => part.type === 'currency')?.value ?? code;
}

/** "Jun", for the foot of the year strip. */
export function shortMonth(day: Day): string {
  const month = dated(day, { month: 'short' }).replace('.', '');
  // June and July begin alike in French; September is longer than its bar in English.
  return locale().startsWith('en') ? month.slice(0, 3) : month;
}

/** "January" to "December". */
export function monthNames(): readonly string[] {
  return Array.from({ length: 12 }, (_, index) =>
    formatWith({ month: 'long' }).format(Date.UTC(2000, index, 1)),
  );
}

/** "14 May", "14 May 1961" for a stored birthday. */
export function birthdayWords(birthday: string): string {
  const withYear = birthday.length > 5;
  const at = Date.parse(`${withYear ? birthday : `2000-${birthday}`}T00:00:00Z`);
  const year = withYear ? { year: 'numeric' as const } : {};
  return formatWith({ day: 'numeric', month: 'long', ...year }).format(at);
}

/** "11" for a full hour: part of "9 to 11". */
export function hourWords(hour: number): string {
  return clockText((hour % 24) * 60);
}

/** "Thursdays". */
export function weekdaysWords(weekday: Weekday): string {
  return weekdaysText(weekday);
}

export function markWords(mark: VisitMark): string {
  return marks[mark]();
}

export function momentWords(kind: MomentKind): string {
  return moments[kind]();
}

/** What was given, in the shop's words, or what it is. */
export function gestureWords({ kind, words }: Pick<Gesture, 'kind' | 'words'>): string {
  return words === '' ? gestures[kind]() : words;
}

const marks: Readonly<Record<VisitMark, () => string>> = {
  friend: m.customer_mark_friend,
  shared: m.customer_mark_shared,
  told: m.customer_mark_told,
  easy: m.customer_mark_easy,
};

const moments: Readonly<Record<MomentKind, () => string>> = {
  shared: m.customer_moment_shared,
  sent: m.customer_moment_sent,
  praise: m.customer_moment_praise,
  complaint: m.customer_moment_complaint,
  idea: m.customer_moment_idea,
  'paid-late': m.customer_moment_paid_late,
  'paid-on-time': m.customer_moment_paid_on_time,
};

const gestures: Readonly<Record<Gesture['kind'], () => string>> = {
  card: m.customer_gesture_card,
  offer: m.customer_gesture_offer,
  word: m.customer_gesture_word,
  perk: m.customer_gesture_perk,
  message: m.customer_gesture_message,
};

function dated(day: Day, options: Intl.DateTimeFormatOptions): string {
  return dateText(day, options);
}

/** "red bike", "4 Mill Lane", "… 704", "since 3 May": what tells people of one name apart. */
export function distinctionText(distinction: Distinction, today: Day): string {
  switch (distinction.kind) {
    case 'cue':
    case 'street':
      return distinction.text;
    case 'phone':
      return m.people_phone_end({ digits: distinction.text });
    case 'since':
      return m.people_since({ day: dayText(distinction.day, today) });
  }
}
