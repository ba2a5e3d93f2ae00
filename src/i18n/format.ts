// Days, money, counts and lists as people say them, by Intl and the catalogue. Rows keep codes and
// numbers; only this turns them into words. Days are calendar days: they are shown as they stand,
// whatever zone the device is in.

import type { Currency } from '#domain/shop/money.ts';
import type { CustomerId } from '#domain/customers/customer.ts';
import { daysBetween, msPerDay, type Day, type Weekday, addDays } from '#lib/day.ts';
import { m } from './catalogue.ts';
import { dateText, formatWith } from './date-time.ts';
import { locale } from './language/locale.ts';

/** What sentences need beside the facts: the day, the shop's money, and people's names. */
export interface Wording {
  readonly today: Day;
  readonly currency: Currency;
  readonly nameOf: (id: CustomerId) => string;
}

/** From so many days away a day is said with its year. */
const yearFromDays = 300;
/** Longer lists of people are cut: a sentence is not a register. */
const maxNames = 4;

// Made once: a list of fifty amounts would make as many.
const numberFormats = new Map<string, Intl.NumberFormat>();

/** Whether a day is said with its year: "June" alone could be either. */
export function isFarDay(day: Day, today: Day): boolean {
  return Math.abs(daysBetween(day, today)) >= yearFromDays;
}

/** "14 May", or "14 May 2024" when that is far from today. */
export function dayText(day: Day, today: Day): string {
  return dateText(day, { day: 'numeric', month: 'long', ...yearWhenFar(day, today) });
}

/** "Friday 19 June". */
export function weekdayDayText(day: Day, today: Day): string {
  return dateText(day, {
    weekday: 'long',
    day: 'numeric',
    month: 'long',
    ...yearWhenFar(day, today),
  });
}

/** "March", or "March 2024" when that is far from today. */
export function monthText(day: Day, today: Day): string {
  return dateText(day, { month: 'long', ...yearWhenFar(day, today) });
}

/** "March 2024". */
export function monthYearText(day: Day): string {
  return dateText(day, { month: 'long', year: 'numeric' });
}

/** "Thursday". */
export function weekdayText(day: Day): string {
  return dateText(day, { weekday: 'long' });
}

/** "Thursday" for an ISO weekday: 1 is Monday. */
export function weekdayName(weekday: Weekday): string {
  // 1970-01-05 was a Monday, day number 4.
  return formatWith({ weekday: 'long' }).format((weekday + 3) * msPerDay);
}

/** An amount in minor units with all its digits: "£18.40". */
export function money(amount: number, { code, digits }: Currency): string {
  return moneyWith(amount, { code, digits, shown: digits });
}

/** The same without ".00" where the amount is whole: "£18". */
export function moneyShort(amount: number, { code, digits }: Currency): string {
  return moneyWith(amount, { code, digits, shown: amount % 10 ** digits === 0 ? 0 : digits });
}

/** "Thu" for an ISO weekday, where room is short. */
export function weekdayShortName(weekday: Weekday): string {
  return formatWith({ weekday: 'short' })
    .format((weekday + 3) * msPerDay)
    .replace('.', '');
}

/** "Thursdays" for an ISO weekday, as it stands after "usually". */
export function weekdaysText(weekday: Weekday): string {
  return m.format_weekdays({ weekday });
}

/** A count as a word up to twelve, as digits beyond: "nine", "14". */
export function countText(count: number): string {
  return m.format_count({ count: inWords(count) });
}

/** The same where it begins a sentence: "Nine", "14". */
export function countFirst(count: number): string {
  return m.format_count_first({ count: inWords(count) });
}

/** A number in digits: "1,840". */
export function numberText(count: number): string {
  return numberFormat('count', { maximumFractionDigits: 1 }).format(count);
}

/** "once", "twice", "nine times". */
export function timesText(count: number): string {
  return m.format_times({ count, words: countText(count) });
}

/** "tenth", "fiftieth", "hundredth": the visits worth a word. */
export function ordinalText(count: number): string {
  return m.format_ordinal({ count });
}

/** Days to the half: "seven", "seven to eight". */
export function halfDaysText(days: number): string {
  return Number.isInteger(days)
    ? countText(days)
    : m.format_half_days({ low: countText(Math.floor(days)), high: countText(Math.ceil(days)) });
}

/** "Tom R. and Hana"; from five names on "Tom R., Hana, Ed and two more". */
export function namesText(names: readonly string[]): string {
  return namesWithRest(names, names.length <= maxNames ? maxNames : maxNames - 1);
}

/** Two names at most, where room is short: "Tom R., Hana and three more". */
export function shortNamesText(names: readonly string[]): string {
  return namesWithRest(names, 2);
}

function namesWithRest(names: readonly string[], most: number): string {
  const shown = names.slice(0, most);
  const count = names.length - shown.length;
  const more = count === 0 ? [] : [m.format_more({ count, words: countText(count) })];
  return conjunctionText([...shown, ...more]);
}

/** "Monday, Tuesday and Thursday". */
export function conjunctionText(parts: readonly string[]): string {
  return new Intl.ListFormat(locale()).format(parts);
}

/** "12 new people, 84 found again, 268 visits": facts one after another. */
export function enumeration(parts: readonly string[]): string {
  return new Intl.ListFormat(locale(), { type: 'unit', style: 'short' }).format(parts);
}

/** The owner's own words as they begin a line. */
export function lineOf(words: string): string {
  return words.charAt(0).toLocaleUpperCase(locale()) + words.slice(1);
}

/** What somebody said, fit to stand inside a sentence: one line, without its own full stop. */
export function quoted(text: string): string {
  return text.trim().replace(/\s+/g, ' ').replace(/\.$/, '');
}

function yearWhenFar(day: Day, today: Day): Intl.DateTimeFormatOptions {
  return isFarDay(day, today) ? { year: 'numeric' } : {};
}

function moneyWith(
  amount: number,
  { code, digits, shown }: Currency & { readonly shown: number },
): string {
  const format = numberFormat(`${code} ${shown}`, {
    style: 'currency',
    currency: code,
    // A shop has one currency, so "¥" and "$" can mean no other.
    currencyDisplay: 'narrowSymbol',
    minimumFractionDigits: shown,
    maximumFractionDigits: shown,
  });
  return format.format(amount / 10 ** digits);
}

function numberFormat(name: string, options: Intl.NumberFormatOptions): Intl.NumberFormat {
  const key = `${locale()} ${name}`;
  const format = numberFormats.get(key) ?? new Intl.NumberFormat(locale(), options);
  numberFormats.set(key, format);
  return format;
}

function inWords(count: number): string | number {
  return Number.isInteger(count) && count >= 0 && count <= 12 ? count : numberText(count);
}

/** The days of the week that begins on `monday`: "15 to 21 June", "29 June to 5 July". */
export function weekDaysText(monday: Day): string {
  const sunday = addDays(monday, 6);
  const sameMonth = monday.slice(0, 7) === sunday.slice(0, 7);
  const to = dayText(sunday, sunday);
  // Where the month comes first it cannot be left out of the first day.
  return sameMonth && /^\p{Number}/u.test(to)
    ? m.week_days_of_month({ from: dateText(monday, { day: 'numeric' }), to })
    : m.week_days({ from: dayText(monday, sunday), to });
}
