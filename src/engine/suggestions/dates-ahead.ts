// Birthdays, years with the shop, and milestones near, of one person. Nothing of a child, nothing
// of somebody who died; years and milestones only where the first visit is known to be the first.

import { dayOfMinutes, type History } from '#domain/visits/history.ts';
import type { DateAhead } from '#domain/week/date-ahead.ts';
import { isSurelyFirst } from '#engine/profile/log-reach.ts';
import { isBought } from '#engine/profile/features.ts';
import { dayAt, dayNumber, type Day } from '#lib/day.ts';
import { monthDayOf, nextAnniversary } from '#lib/anniversary.ts';
import { milestones } from './news-reasons.ts';
import { defaultSuggestParams } from './params.ts';

export interface DatesAsked {
  /** The first and the last day asked about. */
  readonly from: Day;
  readonly until: Day;
  readonly today: Day;
  /** The day number from which the log is kept; null when unknown. */
  readonly logSince: number | null;
}

/** So few visits before a milestone it is near. */
const nearVisits = 3;

export function datesAhead(history: History, asked: DatesAsked): readonly DateAhead[] {
  const { facts, customerId } = history;
  if (facts.young || facts.died) return [];
  const seen = seenBy(history, asked.today);
  const { lastSeen } = seen;
  const { birthdaySeenDays } = defaultSuggestParams;
  const isSeenLately = lastSeen !== null && dayNumber(asked.today) - lastSeen <= birthdaySeenDays;
  const known = {
    customerId,
    name: facts.name,
    lastSeen: lastSeen === null ? null : dayAt(lastSeen),
    isSeenLately,
  };
  const dates = [
    birthday(facts.birthday, asked),
    ...(isSeenLately ? [anniversary(seen, asked), milestone(seen, asked)] : []),
  ];
  return dates.flatMap((date) => (date === undefined ? [] : [{ ...known, ...date }]));
}

type OwnDate = DateAhead extends infer Each
  ? Each extends DateAhead
    ? Omit<Each, 'customerId' | 'name' | 'lastSeen' | 'isSeenLately'>
    : never
  : never;

function birthday(monthDay: string | null, asked: DatesAsked): OwnDate | undefined {
  const day = monthDay === null ? undefined : nextIn(monthDay, asked);
  return day && { kind: 'birthday', day };
}

function anniversary({ first }: Seen, asked: DatesAsked): OwnDate | undefined {
  if (first === null || !isSurelyFirst(first, asked.logSince)) return undefined;
  const day = nextIn(monthDayOf(dayAt(first)), asked);
  const years = day === undefined ? 0 : Number(day.slice(0, 4)) - Number(dayAt(first).slice(0, 4));
  return day === undefined || years < 1
    ? undefined
    : { kind: 'anniversary', day, years, first: dayAt(first) };
}

function milestone({ first, visitDays }: Seen, asked: DatesAsked): OwnDate | undefined {
  if (first === null || !isSurelyFirst(first, asked.logSince)) return undefined;
  const next = milestones.find((each) => each > visitDays);
  const toGo = next === undefined ? Infinity : next - visitDays;
  return next === undefined || toGo > nearVisits
    ? undefined
    : { kind: 'milestone', visitDays: next, toGo };
}

function nextIn(monthDay: string, { from, until }: DatesAsked): Day | undefined {
  const day = nextAnniversary(monthDay, from);
  return day !== undefined && day <= until ? day : undefined;
}

interface Seen {
  /** Of purchases, as are the visit days. */
  readonly first: number | null;
  readonly visitDays: number;
  readonly lastSeen: number | null;
}

function seenBy(history: History, today: Day): Seen {
  const { older, stamps } = history;
  const end = dayNumber(today);
  let first = older.firstBought < 0 ? null : dayOfMinutes(older.firstBought);
  let lastBought = older.lastBought < 0 ? null : dayOfMinutes(older.lastBought);
  let lastSeen = older.last < 0 ? null : dayOfMinutes(older.last);
  let visitDays = older.boughtDays;
  for (const [index, minutes] of stamps.entries()) {
    const day = dayOfMinutes(minutes);
    if (day > end) break;
    lastSeen = day;
    if (!isBought(history, index)) continue;
    first ??= day;
    if (day !== lastBought) visitDays += 1;
    lastBought = day;
  }
  return { first, visitDays, lastSeen };
}
