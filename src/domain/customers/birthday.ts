// A birthday as somebody says it: day and month, and the year only when they care to say. Never
// asks what year it is.

import { dayOf, type Day } from '#lib/day.ts';
import { failed, ok, type Result } from '#lib/result.ts';

/** The three parts as typed; empty where nothing was. Day and year are digits, month is 1–12. */
export interface BirthdayInput {
  readonly day: string;
  readonly month: string;
  readonly year: string;
}

/** `part`: day or month is missing. `ahead`: it lies after today, or before 1900. */
export type BirthdayProblem = 'part' | 'no-such-day' | 'ahead';

/** A leap year, in which every day of any year exists. */
const anyYear = 2000;
const earliestYear = 1900;

/** `MM-DD` or `YYYY-MM-DD`, or null when nothing was typed. A year of two digits is a problem. */
export function parseBirthdayInput(
  { day, month, year }: BirthdayInput,
  today: Day,
): Result<string | null, BirthdayProblem> {
  const parts = [day, month, year].map((part) => part.trim());
  if (parts.every((part) => part === '')) return ok(null);
  const [typedDay = '', typedMonth = '', typedYear = ''] = parts;
  if (typedDay === '' || typedMonth === '') return failed('part');
  if (!parts.every((part) => /^\d*$/.test(part))) return failed('no-such-day');
  return typedYear === ''
    ? withoutYear(Number(typedMonth), Number(typedDay))
    : withYear(dayOf(Number(typedYear), Number(typedMonth), Number(typedDay)), {
        year: Number(typedYear),
        today,
      });
}

function withoutYear(month: number, day: number): Result<string, BirthdayProblem> {
  const found = dayOf(anyYear, month, day);
  return found === undefined ? failed('no-such-day') : ok(found.slice(5));
}

function withYear(
  found: Day | undefined,
  { year, today }: { readonly year: number; readonly today: Day },
): Result<string, BirthdayProblem> {
  if (year < earliestYear) return failed('ahead');
  if (found === undefined) return failed('no-such-day');
  return found > today ? failed('ahead') : ok(found);
}

export function birthdayInputOf(birthday: string | null): BirthdayInput {
  if (birthday === null) return { day: '', month: '', year: '' };
  const [day = '', month = '', year = ''] = birthday.split('-').toReversed();
  return { day: String(Number(day)), month: String(Number(month)), year };
}
