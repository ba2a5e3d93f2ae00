// The quiet days of a shop, learned once a day: found in the log, and kept only where standing
// still on them foretells the weeks after reopenings at least as well. They are closures that
// nobody noted, and treated as such: a day with a visit is open whatever is said here.

import { openDayTest, withClosures, type Calendar, type Closure } from '#domain/shop/calendar.ts';
import { dayAt } from '#lib/day.ts';
import { clockBetween } from './business-clock.ts';
import { quietDaysHelp } from './quiet-check.ts';
import { dailyVisitsOf, quietStretchesIn, type QuietStretch } from './quiet-stretches.ts';

export interface QuietDaysSource {
  /** Visit days of everybody, in order. */
  readonly people: readonly Int32Array[];
  readonly calendar: Calendar;
  /** Day number. */
  readonly today: number;
}

/** The stretches on which the shop's clock stands still, whatever its hours say. */
export function quietDaysIn({ people, calendar, today }: QuietDaysSource): readonly Closure[] {
  const visits = dailyVisitsOf(people, today);
  const stretches = quietStretchesIn(visits);
  if (stretches.length === 0) return [];
  const isVisited = (day: number): boolean => (visits.counts[day - visits.firstDay] ?? 0) > 0;
  const clockOf = (isOpen: (day: number) => boolean) =>
    clockBetween(visits.firstDay, today, (day) => isVisited(day) || isOpen(day));
  const quiet = closuresOf(stretches);
  const counting = clockOf(openDayTest(calendar));
  const standing = clockOf(openDayTest(withClosures(calendar, quiet)));
  return quietDaysHelp({ people, stretches, counting, standing }) ? quiet : [];
}

function closuresOf(stretches: readonly QuietStretch[]): readonly Closure[] {
  return stretches.map(({ from, to }) => ({ from: dayAt(from), to: dayAt(to) }));
}
