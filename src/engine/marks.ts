// What staff ticked and noted about somebody: the only source for "quick and easy", "spreads the word" and "for the offers".
// Nothing here is ever guessed from times or amounts.

import { stampDay, visitFlags, type History, type HistoryMoment } from '#domain/history.ts';

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
  const moments = history.moments.filter((moment) => moment.day <= today);
  const shares = moments.filter((moment) => moment.kind === 'shared').map((moment) => moment.day);
  const sent = moments
    .filter((moment) => moment.kind === 'sent' && moment.about === null)
    .map((moment) => moment.day);
  return {
    reduced: older.reduced + timesOf(history, visitFlags.reduced, today),
    easy: older.easy + timesOf(history, visitFlags.easy, today),
    friend: markedOf(history, visitFlags.friend, []),
    shared: byDay(markedOf(history, visitFlags.shared, shares)),
    sentUnknown: { times: sent.length, days: sent },
    told: markedOf(history, visitFlags.told, []),
    tabsOnTime: tabsOnTimeIn(moments),
    complaints: moments.filter((moment) => moment.kind === 'complaint').length,
  };
}

function timesOf({ flags, stamps }: History, flag: number, today: number): number {
  const both = flag | visitFlags.bought;
  let times = 0;
  for (let index = 0; index < flags.length; index += 1) {
    if (stampDay(stamps[index] ?? 0) > today) break;
    if (((flags[index] ?? 0) & both) === both) times += 1;
  }
  return times;
}

function markedOf(history: History, flag: number, others: readonly number[]): Marked {
  const days = [...others];
  for (let index = 0; index < history.flags.length; index += 1) {
    if (((history.flags[index] ?? 0) & flag) !== 0) days.push(stampDay(history.stamps[index] ?? 0));
  }
  return { times: days.length, days: days.toSorted((a, b) => a - b) };
}

/** A share ticked on a visit and written down the same day is one share. */
function byDay(marked: Marked): Marked {
  const days = [...new Set(marked.days)];
  return { times: days.length, days };
}

function tabsOnTimeIn(moments: readonly HistoryMoment[]): number {
  const tabs = moments.filter(
    (moment) => moment.kind === 'paid-on-time' || moment.kind === 'paid-late',
  );
  return tabs.length - 1 - tabs.findLastIndex((moment) => moment.kind === 'paid-late');
}
