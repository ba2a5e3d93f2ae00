// What staff ticked and noted about somebody: the only source for "quick and easy", "spreads the
// word" and "for the offers". Nothing here is ever guessed from times or amounts.

import { dayOfMinutes, visitFlags, type History } from '#domain/visits/history.ts';
import type { HistoryMoment } from '#domain/visits/history-facts.ts';

/** How often something was marked or noted, and on which days (day numbers, ascending). */
export interface SignalDays {
  readonly times: number;
  readonly days: readonly number[];
}

export interface Signals {
  /** Purchases at a reduced price, and visits marked quick and easy. */
  readonly reduced: number;
  readonly easy: number;
  /** Visits with a friend; shares, by mark or moment; people sent whom the shop does not know. */
  readonly friend: SignalDays;
  readonly shared: SignalDays;
  readonly sentUnknown: SignalDays;
  readonly feedback: SignalDays;
  /** Tabs paid on time in a row, up to the latest. */
  readonly tabsOnTime: number;
  readonly complaints: number;
}

/** The marks and moments of one history up to the day number `today`. */
export function signalsOf(history: History, today: number): Signals {
  const { older } = history;
  const fromVisits = visitSignalsOf(history, today);
  const fromMoments =
    history.moments.length === 0 ? noNotedSignals : notedSignalsOf(history.moments, today);
  return {
    reduced: older.reduced + fromVisits.reduced,
    easy: older.easy + fromVisits.easy,
    friend: signalDaysOf(fromVisits.friend),
    shared: uniqueDays([...fromMoments.shared, ...fromVisits.shared]),
    sentUnknown: signalDaysOf(fromMoments.sent),
    feedback: signalDaysOf(fromVisits.told),
    tabsOnTime: fromMoments.tabsOnTime,
    complaints: fromMoments.complaints,
  };
}

/** Marks of the live visits: counts up to today, and the days of each. */
interface VisitSignals {
  reduced: number;
  easy: number;
  readonly friend: number[];
  readonly shared: number[];
  readonly told: number[];
}

const anyMark =
  visitFlags.reduced | visitFlags.easy | visitFlags.friend | visitFlags.shared | visitFlags.told;

function visitSignalsOf({ flags, stamps }: History, today: number): VisitSignals {
  const signals: VisitSignals = { reduced: 0, easy: 0, friend: [], shared: [], told: [] };
  for (let index = 0; index < flags.length; index += 1) {
    const flag = flags[index] ?? 0;
    if ((flag & anyMark) === 0) continue;
    const day = dayOfMinutes(stamps[index] ?? 0);
    if ((flag & visitFlags.friend) !== 0) signals.friend.push(day);
    if ((flag & visitFlags.shared) !== 0) signals.shared.push(day);
    if ((flag & visitFlags.told) !== 0) signals.told.push(day);
    if (day > today || (flag & visitFlags.bought) === 0) continue;
    if ((flag & visitFlags.reduced) !== 0) signals.reduced += 1;
    if ((flag & visitFlags.easy) !== 0) signals.easy += 1;
  }
  return signals;
}

/** Moments: days of shares and of unknown people sent, tabs and complaints. */
interface NotedSignals {
  readonly shared: readonly number[];
  readonly sent: readonly number[];
  readonly tabsOnTime: number;
  readonly complaints: number;
}

const noNotedSignals: NotedSignals = { shared: [], sent: [], tabsOnTime: 0, complaints: 0 };

function notedSignalsOf(all: readonly HistoryMoment[], today: number): NotedSignals {
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

function signalDaysOf(days: readonly number[]): SignalDays {
  return { times: days.length, days };
}

/** A share ticked on a visit and written down the same day is one share. */
function uniqueDays(days: readonly number[]): SignalDays {
  return signalDaysOf(days.length < 2 ? days : [...new Set(days)].toSorted((a, b) => a - b));
}

function tabsOnTimeIn(moments: readonly HistoryMoment[]): number {
  const tabs = moments.filter(
    (moment) => moment.kind === 'paid-on-time' || moment.kind === 'paid-late',
  );
  return tabs.length - 1 - tabs.findLastIndex((moment) => moment.kind === 'paid-late');
}
