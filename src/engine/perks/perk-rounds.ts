// How often somebody has reached a perk, and on which days: whole numbers, counted visit by visit.
// Must never round, and never count a day before the poster or after its end.

import type { PerkRound } from '#domain/week/perk-board.ts';
import { isCountedByYear, type Perk } from '#domain/week/perk.ts';
import { dayOfMinutes, visitFlags, type History } from '#domain/visits/history.ts';
import { wholeYears } from '#lib/anniversary.ts';
import { dayAt, dayNumber, type Day } from '#lib/day.ts';

/** What is counted of one person. */
export interface PerkSource {
  readonly history: History;
  /** The people they sent, for perks that count them. */
  readonly sent: readonly History[];
  /** From when the log is kept: years are counted only from a first visit that surely is one. */
  readonly isSureFirst: (day: number) => boolean;
  readonly today: Day;
}

/** Something that counts, and the day number it counts from. */
interface Step {
  readonly day: number;
  readonly amount: number;
}

/** Each time `perk` was reached up to today, the first one first. */
export function perkRounds(perk: Perk, source: PerkSource): readonly PerkRound[] {
  const bounds = boundsOf(perk, source.today);
  if (bounds === null) return [];
  const steps = stepsOf(perk, source, bounds);
  return isCountedByYear(perk) ? yearlyRounds(perk, steps) : runningRounds(perk, steps);
}

/** How far they are towards the next time: "7 of 10". */
export function perkProgress(perk: Perk, source: PerkSource): number {
  const bounds = boundsOf(perk, source.today);
  if (bounds === null) return 0;
  const steps = stepsOf(perk, source, bounds);
  if (isCountedByYear(perk)) {
    const year = source.today.slice(0, 4);
    const sum = sumOf(steps.filter(({ day }) => dayAt(day).startsWith(year)));
    return Math.min(sum, perk.threshold);
  }
  const sum = sumOf(steps);
  return perk.repeats === 'once' ? Math.min(sum, perk.threshold) : sum % perk.threshold;
}

interface Bounds {
  readonly from: number;
  readonly to: number;
}

// Null before it is published: what is on no poster is owed to nobody.
function boundsOf(
  { publishedOn, countsFrom, endedOn, threshold }: Perk,
  today: Day,
): Bounds | null {
  if (publishedOn === null || publishedOn > today || threshold < 1) return null;
  const to = endedOn !== null && endedOn < today ? endedOn : today;
  return { from: countsFrom === null ? -Infinity : dayNumber(countsFrom), to: dayNumber(to) };
}

function stepsOf(perk: Perk, source: PerkSource, bounds: Bounds): readonly Step[] {
  switch (perk.measure) {
    case 'visit-days':
      return boughtDays(source.history, bounds);
    case 'spend':
      return spendSteps(source.history, bounds);
    case 'people-sent':
      return sentSteps(perk, source, bounds);
    case 'years':
      return yearSteps(source, bounds);
  }
}

// Two coffees a day are one visit day. Days before the live visits are known only as a total: they
// count where the perk counts from before all of them.
function boughtDays(history: History, { from, to }: Bounds): readonly Step[] {
  const { older } = history;
  const steps: Step[] = [];
  let last = -Infinity;
  if (older.boughtDays > 0 && from <= dayOfMinutes(older.firstBought)) {
    last = dayOfMinutes(older.lastBought);
    if (last <= to) steps.push({ day: last, amount: older.boughtDays });
  }
  for (const day of liveBoughtDays(history)) {
    if (day <= last || day < from || day > to) continue;
    last = day;
    steps.push({ day, amount: 1 });
  }
  return steps;
}

function spendSteps(history: History, { from, to }: Bounds): readonly Step[] {
  const { older } = history;
  const steps: Step[] = [];
  if (older.sum > 0 && from <= dayOfMinutes(older.first) && dayOfMinutes(older.last) <= to)
    steps.push({ day: dayOfMinutes(older.last), amount: older.sum });
  history.stamps.forEach((stamp, index) => {
    const day = dayOfMinutes(stamp);
    const amount = history.amounts[index] ?? -1;
    if (amount > 0 && day >= from && day <= to) steps.push({ day, amount });
  });
  return steps;
}

function sentSteps(
  { afterVisits }: Perk,
  { sent }: PerkSource,
  { from, to }: Bounds,
): readonly Step[] {
  return sent
    .flatMap((person) => boughtDayNumber(person, Math.max(1, afterVisits)) ?? [])
    .filter((day) => day >= from && day <= to)
    .toSorted((a, b) => a - b)
    .map((day) => ({ day, amount: 1 }));
}

// A year is full on its day, and reached with the first visit from then on: who stays away is owed
// nothing.
function yearSteps({ history, isSureFirst }: PerkSource, { from, to }: Bounds): readonly Step[] {
  const first = boughtDayNumber(history, 1);
  if (first === undefined || !isSureFirst(first)) return [];
  let counted = from === -Infinity ? 0 : wholeYears(dayAt(first), dayAt(from - 1));
  const steps: Step[] = [];
  for (const day of new Set(liveBoughtDays(history))) {
    if (day < from || day > to) continue;
    const years = wholeYears(dayAt(first), dayAt(day));
    if (years > counted) steps.push({ day, amount: years - counted });
    counted = Math.max(counted, years);
  }
  return steps;
}

/** The day number of the `count`-th visit day on which somebody bought; undefined before it. */
export function boughtDayNumber(history: History, count: number): number | undefined {
  const { older } = history;
  if (older.boughtDays >= count)
    return dayOfMinutes(count === 1 ? older.firstBought : older.lastBought);
  let known = older.boughtDays;
  let last = older.boughtDays > 0 ? dayOfMinutes(older.lastBought) : -Infinity;
  for (const day of liveBoughtDays(history)) {
    if (day <= last) continue;
    last = day;
    known += 1;
    if (known === count) return day;
  }
  return undefined;
}

function* liveBoughtDays({ stamps, flags }: History): Generator<number> {
  for (const [index, stamp] of stamps.entries())
    if (((flags[index] ?? 0) & visitFlags.bought) !== 0) yield dayOfMinutes(stamp);
}

function runningRounds({ threshold, repeats }: Perk, steps: readonly Step[]): readonly PerkRound[] {
  const rounds: PerkRound[] = [];
  let sum = 0;
  for (const { day, amount } of steps) {
    sum += amount;
    while (sum >= (rounds.length + 1) * threshold) {
      rounds.push({ round: rounds.length + 1, day: dayAt(day) });
      if (repeats === 'once') return rounds;
    }
  }
  return rounds;
}

function yearlyRounds({ threshold }: Perk, steps: readonly Step[]): readonly PerkRound[] {
  const sums = new Map<number, number>();
  const rounds: PerkRound[] = [];
  for (const { day, amount } of steps) {
    const year = Number(dayAt(day).slice(0, 4));
    const before = sums.get(year) ?? 0;
    sums.set(year, before + amount);
    if (before < threshold && before + amount >= threshold)
      rounds.push({ round: year, day: dayAt(day) });
  }
  return rounds;
}

function sumOf(steps: readonly Step[]): number {
  return steps.reduce((sum, { amount }) => sum + amount, 0);
}
