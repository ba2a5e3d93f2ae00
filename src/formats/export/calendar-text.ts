// Birthdays for a calendar: one event of each year, all day, without the year of birth and without
// an alarm.

import type { Customer } from '#domain/customers/customer.ts';
import { birthdayOf } from '#domain/customers/customer.ts';
import { escaped, folded } from './contact-cards-text.ts';

/** `titleOf` says what stands in the calendar; `year` is when the events begin. */
export function calendarText(
  people: readonly Customer[],
  { titleOf, year }: { readonly titleOf: (name: string) => string; readonly year: number },
): string {
  const lines = [
    'BEGIN:VCALENDAR',
    'VERSION:2.0',
    'PRODID:-//Regulars//Birthdays//EN',
    ...people.flatMap((person) => eventLines(person, { titleOf, year })),
    'END:VCALENDAR',
  ];
  return `${lines.map(folded).join('\r\n')}\r\n`;
}

function eventLines(
  person: Customer,
  { titleOf, year }: { readonly titleOf: (name: string) => string; readonly year: number },
): readonly string[] {
  const birthday = birthdayOf(person);
  if (birthday === null) return [];
  const isLeapDay = birthday === '02-29';
  // The last day of February, which is the 29th when there is one.
  const first = isLeapDay ? lastOfFebruary(year) : birthday;
  const rule = isLeapDay ? ';BYMONTH=2;BYMONTHDAY=-1' : '';
  return [
    'BEGIN:VEVENT',
    `UID:birthday-${person.id}@regulars`,
    `DTSTAMP:${year}0101T000000Z`,
    `DTSTART;VALUE=DATE:${year}${first.replace('-', '')}`,
    `RRULE:FREQ=YEARLY${rule}`,
    `SUMMARY:${escaped(titleOf(person.name))}`,
    'TRANSP:TRANSPARENT',
    'END:VEVENT',
  ];
}

function lastOfFebruary(year: number): string {
  const isLeap = (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0;
  return isLeap ? '02-29' : '02-28';
}
