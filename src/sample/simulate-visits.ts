// One invented person's visits from their habit, day by day.

import { visitMarks, type VisitMark } from '#domain/visits/visit.ts';
import { weekdayOfNumber } from '#lib/day.ts';
import type { Random } from '#lib/seeded-random.ts';
import { gammaFrom, normalFrom } from './random-draws.ts';
import type { Habit } from './habit.ts';
import type { ShopTime } from './shop-time.ts';

/** A visit before it is a row. `amount` in hundredths of a unit; null when not noted. */
export interface SimulatedVisit {
  readonly day: number;
  readonly minute: number;
  readonly bought: boolean;
  readonly amount: number | null;
  readonly reduced: boolean;
  readonly marks: readonly VisitMark[];
}

/** The share of amounts that nobody noted. */
const unnotedShare = 0.08;
/** Opening hours in minutes, with a little room. */
const opens = 8 * 60 + 2;
const closes = 18 * 60 - 3;

/** All visits of a person in order, at most one a day; none after `endMinute` of the last day. */
export function simulateVisits(
  habit: Habit,
  time: ShopTime,
  { random, endMinute }: { readonly random: Random; readonly endMinute: number },
): readonly SimulatedVisit[] {
  const steps: SimulatedVisit[] = [];
  const last = time.lastDay - habit.until;
  const start = Math.max(time.firstDay, time.lastDay - habit.since);
  let target: number = start;
  while (target <= last) {
    const day = loggedDay(target, habit, time);
    if (day > last) break;
    const step = visitOn(day, habit, random);
    if (day < time.lastDay || step.minute <= endMinute) steps.push(step);
    target = whenBack(day + gapAfter(day, habit, { random, time, start }), habit, time);
  }
  return steps;
}

function whenBack(day: number, { away }: Habit, { lastDay }: ShopTime): number {
  if (away === null || day < lastDay - away[0]) return day;
  return Math.max(day, lastDay - away[1]);
}

function gapAfter(
  day: number,
  habit: Habit,
  {
    random,
    time,
    start,
  }: { readonly random: Random; readonly time: ShopTime; readonly start: number },
): number {
  const gone = (day - start) / Math.max(1, time.lastDay - start);
  const mean = habit.gapDays * time.gapFactor(day) * habit.change ** gone;
  return Math.max(1, Math.round(mean * gammaFrom(random, habit.evenness)));
}

// The weekday they keep to if it is near, then the next day that was open and logged.
function loggedDay(target: number, habit: Habit, time: ShopTime): number {
  const keeps = habit.weekday;
  let day = keeps === null || habit.gapDays < 4 ? target : nearestWeekday(target, keeps);
  for (let tries = 0; tries < 40 && !time.isLogged(day) && day <= time.lastDay; tries += 1)
    day += 1;
  return day;
}

function nearestWeekday(day: number, weekday: number): number {
  const off = (weekday - weekdayOfNumber(day) + 7) % 7;
  return off > 3 ? day + off - 7 : day + off;
}

function visitOn(day: number, habit: Habit, random: Random): SimulatedVisit {
  const minute = Math.round(habit.minute + habit.strays * normalFrom(random));
  const bought = habit.spends > 0 && random() >= habit.browses;
  const reduced = bought && random() < habit.reduced;
  return {
    day,
    minute: Math.min(closes, Math.max(opens, minute)),
    bought,
    amount: bought && random() >= unnotedShare ? basketOf(habit, reduced, random) : null,
    reduced,
    marks: visitMarks.filter((mark) => random() < shareOf(habit, mark)),
  };
}

function basketOf(habit: Habit, reduced: boolean, random: Random): number {
  const basket = habit.spends * Math.exp(habit.spread * normalFrom(random)) * (reduced ? 0.75 : 1);
  // Prices end in 0 or 5 more often than not.
  return Math.max(50, Math.round(basket / 5) * 5);
}

function shareOf(habit: Habit, mark: VisitMark): number {
  switch (mark) {
    case 'friend':
      return habit.friend;
    case 'told':
      return habit.told;
    case 'easy':
      return habit.easy;
    case 'shared':
      return 0;
  }
}
