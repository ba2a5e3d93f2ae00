// The dates of a span against a recount of the raw cards and visits, made anew for each day.
import { describe, expect, it } from 'vitest';
import { birthdayOf, type Customer } from '#domain/customers/customer.ts';
import { datesAhead } from '#engine/suggestions/dates-ahead.ts';
import { logStartOf } from '#engine/profile/log-reach.ts';
import { addDays, daysBetween, type Day } from '#lib/day.ts';
import { toLocalTime } from '#lib/time-zone.ts';
import {
  day,
  every,
  historiesOf,
  on,
  personWith,
  type CustomerSpec,
  type PersonInShop,
} from '../../support/shops/shop-with.ts';

const first = day('2024-01-01');
const longAgo = day('2021-01-04');

const told: readonly CustomerSpec[] = [
  ...['Ann', 'Ben', 'Cat'].map((name) => ({ name, visits: on([longAgo]) })),
  {
    name: 'Leap',
    birthday: '1980-02-29',
    visits: every(20, { times: 60, until: day('2026-09-01') }),
  },
  {
    name: 'New Year',
    birthday: '01-01',
    visits: every(9, { times: 97, until: day('2026-03-01') }),
  },
  { name: 'Old Year', birthday: '12-31', visits: every(5, { times: 9, until: day('2024-05-20') }) },
  { name: 'Never here', birthday: '06-20' },
  { name: 'A child', young: true, birthday: '06-21', visits: on([day('2024-02-29')]) },
  { name: 'Dead', diedOn: day('2024-03-01'), birthday: '06-22', visits: on([day('2023-06-22')]) },
  {
    name: 'Looked',
    birthday: '07-04',
    visits: [
      ...on([day('2024-02-29')]),
      ...on([day('2024-08-01'), day('2025-03-02')], { kind: 'browsed' }),
    ],
  },
  { name: 'Twice', visits: on([day('2023-11-30'), day('2023-11-30'), day('2024-06-05')]) },
];

const people = told.map(personWith);
const histories = historiesOf(people);

describe('dates ahead', () => {
  it.each(['Pacific/Auckland', 'Europe/London', 'America/Los_Angeles'])(
    'are on each of 800 days what a recount of all cards finds, in %s',
    (zone) => {
      const logSince = logStartOf(histories);
      let met = 0;
      for (let count = 0; count < 800; count += 1) {
        // Late in the evening of London, when it is another day elsewhere.
        const at = Date.parse(`${addDays(first, count)}T22:30:00Z`);
        const today = toLocalTime(at, zone).day;
        const until = addDays(today, spans[count % spans.length] ?? 0);
        const asked = { from: today, until, today, logSince };
        const found = histories.flatMap((history) => datesAhead(history, asked));
        const recounted = people.flatMap((person) => recount(person, today, until));
        expect(found.map(shortOf).toSorted(), today).toEqual(recounted.toSorted());
        met += found.length;
      }
      expect(met).toBeGreaterThan(1_000);
    },
  );
});

const spans = [29, 59, 364];

function shortOf(date: ReturnType<typeof datesAhead>[number]): string {
  const lately = date.isSeenLately ? 'lately' : 'long ago';
  switch (date.kind) {
    case 'birthday':
      return `${date.name}: birthday ${date.day}, ${lately}`;
    case 'anniversary':
      return `${date.name}: ${date.years} years ${date.day} since ${date.first}, ${lately}`;
    case 'milestone':
      return `${date.name}: ${date.toGo} to ${date.visitDays}, ${lately}`;
  }
}

function recount({ customer, visits }: PersonInShop, today: Day, until: Day): readonly string[] {
  if (customer.young || customer.diedOn !== null) return [];
  const past = visits.filter((visit) => visit.day <= today);
  const lastSeen = past
    .map((visit) => visit.day)
    .toSorted()
    .at(-1);
  const isLately = lastSeen !== undefined && daysBetween(lastSeen, today) <= 182;
  const days = past.filter(({ kind }) => kind === 'bought').map((visit) => visit.day);
  const bought = [...new Set(days)].toSorted();
  const [begun] = bought;
  const isKnown = isLately && begun !== undefined && daysBetween(longAgo, begun) >= 182;
  const texts = [
    ...birthdays(customer, today, until),
    ...(isKnown ? yearsWithUs(begun, today, until) : []),
    ...(isKnown ? milestones(bought.length) : []),
  ];
  return texts.map((text) => `${customer.name}: ${text}, ${isLately ? 'lately' : 'long ago'}`);
}

function birthdays(customer: Customer, today: Day, until: Day): readonly string[] {
  const monthDay = birthdayOf(customer);
  return daysFrom(today, until)
    .filter((each) => monthDay !== null && fallsOn(monthDay, each) && isNextOne(each, today))
    .map((each) => `birthday ${each}`);
}

function yearsWithUs(begun: Day, today: Day, until: Day): readonly string[] {
  const yearsAt = (each: Day): number => Number(each.slice(0, 4)) - Number(begun.slice(0, 4));
  return daysFrom(today, until)
    .filter((each) => fallsOn(begun.slice(5), each) && yearsAt(each) > 0 && isNextOne(each, today))
    .map((each) => `${yearsAt(each)} years ${each} since ${begun}`);
}

function milestones(visitDays: number): readonly string[] {
  return [10, 50, 100]
    .filter((each) => each > visitDays && each - visitDays <= 3)
    .map((each) => `${each - visitDays} to ${each}`);
}

function daysFrom(today: Day, until: Day): readonly Day[] {
  const days: Day[] = [];
  for (let each = today; each <= until; each = addDays(each, 1)) days.push(each);
  return days;
}

function fallsOn(monthDay: string, each: Day): boolean {
  const isShort = !isLeap(Number(each.slice(0, 4)));
  return each.slice(5) === (monthDay === '02-29' && isShort ? '02-28' : monthDay);
}

function isLeap(year: number): boolean {
  return year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0);
}

/** Within a year each day of the calendar comes once. */
function isNextOne(each: Day, today: Day): boolean {
  return daysBetween(today, each) < 365;
}
