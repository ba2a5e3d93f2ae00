// Parses birthdays, with or without a year. An impossible year is left out.

import { dayFrom } from '#lib/day.ts';
import { monthDayParts, textOf } from './cell-text.ts';
import { dateTimeOf, type DayRules } from './cell-day.ts';
import { monthFrom } from './month-names.ts';
import { withPlainDigits } from './plain-digits.ts';

const shortNumeric = /^(\d{1,2})[/.](\d{1,2})\.?$/u;
const dayAndWord = /^(\d{1,2})(?:st|nd|rd|th|er|\.|º)?[ \-/]*(?:of |de |di )?(\p{Letter}{3,})\.?$/u;
const wordAndDay = /^(\p{Letter}{3,})\.?[ \-/]*(\d{1,2})(?:st|nd|rd|th)?$/u;
// Address books write these years when they do not know one.
const unknownYears: ReadonlySet<string> = new Set(['0000', '0001', '1604', '1000']);
const maxAge = 120;

/** `MM-DD` or `YYYY-MM-DD`; undefined when the cell is not a birthday. */
export function parseBirthday(cell: string, rules: DayRules): string | undefined {
  const text = withPlainDigits(textOf(cell)).replace(/^0{3}[01](?=-)/u, '1604');
  const parts = monthDayParts(text);
  if (parts !== undefined) return monthDay(parts[0], parts[1]);
  const short = shortNumeric.exec(text);
  if (short !== null) {
    const [first, second] = [Number(short[1]), Number(short[2])];
    const dayFirst = text.includes('.') || rules.order === 'day-first';
    return dayFirst ? monthDay(second, first) : monthDay(first, second);
  }
  return wordedMonthDay(text) ?? fullBirthday(text, rules);
}

// "14 May", "May 14" and "14. Mai", where nobody said the year.
function wordedMonthDay(text: string): string | undefined {
  const [, day, month] = dayAndWord.exec(text) ?? [];
  const [, word, number] = wordAndDay.exec(text) ?? [];
  const name = month ?? word;
  const found = name === undefined ? undefined : monthFrom(name);
  return found === undefined ? undefined : monthDay(found, Number(day ?? number));
}

function fullBirthday(text: string, rules: DayRules): string | undefined {
  const dateTime = dateTimeOf(text, rules);
  if (dateTime?.kind !== 'wall') return undefined;
  const age = Number(rules.today.slice(0, 4)) - Number(dateTime.day.slice(0, 4));
  if (unknownYears.has(dateTime.day.slice(0, 4))) return dateTime.day.slice(5);
  return dateTime.day > rules.today || age > maxAge ? undefined : dateTime.day;
}

function monthDay(month: number, day: number): string | undefined {
  // 2000 had a 29th of February, which is somebody's birthday.
  return dayFrom(`2000-${String(month).padStart(2, '0')}-${String(day).padStart(2, '0')}`)?.slice(
    5,
  );
}
