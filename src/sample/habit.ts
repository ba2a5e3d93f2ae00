// How an invented person comes: their interval, days and hours, and what they spend. The numbers
// are invented too, within what shop logs show; nothing is ever learned from them.

import type { Weekday } from '#lib/day.ts';

/** How somebody comes: how often, on which days, when, and for how much. */
export interface Habit {
  /** Calendar days between two visits, typically. */
  readonly gapDays: number;
  /** How even the gaps are: shape of a gamma distribution, 1 (any time) to 30 (like clockwork). */
  readonly evenness: number;
  /** Days before the last day of the shop on which they came first and last; 0: still coming. */
  readonly since: number;
  readonly until: number;
  /** The weekday they keep to, or null. */
  readonly weekday: Weekday | null;
  /** Typical minute of the day, and its deviation. */
  readonly minute: number;
  readonly strays: number;
  /** Typical basket in hundredths of the currency's unit (0: never buys), and its spread. */
  readonly spends: number;
  readonly spread: number;
  /** Shares of visits: reduced, with a friend, quick, told us something, without a purchase. */
  readonly reduced: number;
  readonly friend: number;
  readonly easy: number;
  readonly told: number;
  readonly browses: number;
  /** The gap at the end over the gap at the beginning: 0.4 comes more and more, 1 stays. */
  readonly change: number;
  /** Stayed away for a while: from and to, in days before the last day of the shop. */
  readonly away: readonly [from: number, to: number] | null;
}

/** A common customer; people differ from it in what makes them. */
export const commonHabit: Habit = {
  gapDays: 12,
  evenness: 4,
  since: 365,
  until: 0,
  weekday: null,
  minute: 11 * 60,
  strays: 90,
  spends: 1400,
  spread: 0.35,
  reduced: 0.05,
  friend: 0.01,
  easy: 0.03,
  told: 0.01,
  browses: 0.02,
  change: 1,
  away: null,
};
