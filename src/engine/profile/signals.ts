// What staff ticked and noted about somebody: the only source for "quick and easy", "spreads the word" and "for the offers".
// Nothing here is ever guessed from times or amounts.

import { stampDay, visitFlags, type History } from '#domain/visits/history.ts';
import type { HistoryMoment } from '#domain/visits/history-facts.ts';

/** How often something was marked or noted, and on which days (day numbers, ascending; live visits only). */
export interface Marked {
  readonly times: number;
  readonly days: readonly number[];
}

export interface Marks {
  /** Purchases at a reduced price, and visits marked quick and easy. */
  readonly reduced: number;
  readonly easy: number;
  /** Visits with a friend; shares, by mark or moment; people sent whom the shop does not know by name. */
  readonly friend: Marked;
  readonly shared: Marked;
  readonly sentUnknown: Marked;
  readonly told: Marked;
  /** Tabs paid on time in a row, up to the latest. */
  readonly tabsOnTime: number;
  readonly complaints: number;
}

/** The marks and moments of one history up to `today` (a day number). */
export function marksOf(history: History, today: number): Marks {
  const { older } = history;
  const ticked = tickedIn(history, today);
  const noted = history.moments.length === 0 ? nothingNoted : notedIn(history.moments, today);
  return {
    reduced: older.reduced + ticked.reduced,
    easy: older.easy + ticked.easy,
    friend: markedOn(ticked.friend),
    shared: byDay([...noted.shared, ...ticked.shared]),
    sentUnknown: markedOn(noted.sent),
    told: markedOn(ticked.told),
    tabsOnTime: noted.tabsOnTime,
    complaints: noted.complaints,
  };
}

/** Marks of the live visits: purchases up to today counted, and the days of what is news. */
interface Ticked {
  reduced: number;
  easy: number;
  readonly friend: number[];
  readonly shared: number[];
  readonly told: number[];
}

const anyMark =
  visitFlags.reduced | visitFlags.easy | visitFlags.friend | visitFlags.shared | visitFlags.told;

function tickedIn({ flags, stamps }: History, today: number): Ticked {
  const ticked: Ticked = { reduced: 0, easy: 0, friend: [], shared: [], told: [] };
  for (let index = 0; index < flags.length; index += 1) {
    const flag = flags[index] ?? 0;
    if ((flag & anyMark) === 0) continue;
    const day = stampDay(stamps[index] ?? 0);
    addDays(ticked, flag, day);
    if (day <= today && (flag & visitFlags.bought) !== 0) addCounts(ticked, flag);
  }
  return ticked;
}

function addCounts(ticked: Ticked, flag: number): void {
  if ((flag & visitFlags.reduced) !== 0) ticked.reduced += 1;
  if ((flag & visitFlags.easy) !== 0) ticked.easy += 1;
}

function addDays(ticked: Ticked, flag: number, day: number): void {
  if ((flag & visitFlags.friend) !== 0) ticked.friend.push(day);
  if ((flag & visitFlags.shared) !== 0) ticked.shared.push(day);
  if ((flag & visitFlags.told) !== 0) ticked.told.push(day);
}

/** What moments say: days of shares and of people sent whom the shop does not know, tabs and complaints. */
interface Noted {
  readonly shared: readonly number[];
  readonly sent: readonly number[];
  readonly tabsOnTime: number;
  readonly complaints: number;
}

const nothingNoted: Noted = { shared: [], sent: [], tabsOnTime: 0, complaints: 0 };

function notedIn(all: readonly HistoryMoment[], today: number): Noted {
  const moments = all.filter((moment) => moment.day <= today);
  return {
    shared: moments.filter((moment) => moment.kind === 'shared').map((moment) => moment.day),
    sent: moments
      .filter((moment) => moment.kind === 'sent' && moment.about === null)
      .map((moment) => moment.day),
    tabsOnTime: tabsOnTimeIn(moments),
    complaints: moments.filter((moment) => moment.kind === 'complaint').length,
  };
}

function markedOn(days: readonly number[]): Marked {
  return { times: days.length, days };
}

/** A share ticked on a visit and written down the same day is one share. */
function byDay(days: readonly number[]): Marked {
  return markedOn(days.length < 2 ? days : [...new Set(days)].toSorted((a, b) => a - b));
}

function tabsOnTimeIn(moments: readonly HistoryMoment[]): number {
  const tabs = moments.filter(
    (moment) => moment.kind === 'paid-on-time' || moment.kind === 'paid-late',
  );
  return tabs.length - 1 - tabs.findLastIndex((moment) => moment.kind === 'paid-late');
}
