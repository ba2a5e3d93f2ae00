// A tablet whose clock was set back. Timestamps still rise, so nothing is lost, but visits would be
// recorded on the wrong day, so the owner should check it. A clock that was ahead for an afternoon
// leaves stamps of that future and would look the same for as long: what most days say decides, and
// the owner's answer is final.

import { maxMsAhead } from '#domain/tablets/clocks.ts';
import { visitorsOn } from '#domain/visits/day-summary.ts';
import { addDays, dayAt, daysBetween, msPerDay, type Day } from '#lib/day.ts';
import { parseTimestamp, timestampMs } from '#lib/hlc.ts';
import { numberShape, recordShape } from '#lib/shape.ts';
import { loadStored, saveStored, type LocalStore } from '#platform/browser-storage/local-store.ts';
import { readDaySummaries } from '#storage/tables/days.ts';
import type { Deps } from '#app/deps.ts';

/** From so many days on, the days before the last write show whether the shop lived there. */
const tellingDays = 7;
const daysRead = 28;

export interface ClockContext {
  readonly deps: Deps;
  readonly store: LocalStore;
  readonly today: Day;
}

/** Whether the clock is well behind the last write of the shop, as far as its days can tell. */
export async function isClockBehind(context: ClockContext, lastStamp: string): Promise<boolean> {
  const { deps, today } = context;
  const last = writtenAt(lastStamp);
  const lead = last - deps.clock.now();
  if (lead <= maxMsAhead || last <= trustedUntil(context)) return false;
  return lead < tellingDays * msPerDay || hasManyDaysBefore(deps, today, last);
}

/** The owner has looked: the clock is right, however late the last write seems to be. */
export function trustClock({ deps, store }: ClockContext, lastStamp: string): void {
  saveStored(store, keyFor(deps), { until: writtenAt(lastStamp) + maxMsAhead });
}

// A handful of days in the future were written by a clock that was ahead.
async function hasManyDaysBefore({ db }: Deps, today: Day, last: number): Promise<boolean> {
  const to = dayAt(Math.floor(last / msPerDay));
  const earliest = addDays(to, 1 - daysRead);
  const from = earliest > today ? earliest : addDays(today, 1);
  const rows = await readDaySummaries(db, from, to);
  const days = daysBetween(from, to) + 1;
  return rows.filter((row) => visitorsOn(row) > 0).length * 3 >= days;
}

function writtenAt(stamp: string): number {
  const timestamp = parseTimestamp(stamp);
  return timestamp === undefined ? 0 : timestampMs(timestamp);
}

function trustedUntil({ deps, store }: ClockContext): number {
  return loadStored(store, keyFor(deps), trustShape)?.until ?? 0;
}

function keyFor({ db }: Deps): string {
  return `${db.name}:clock`;
}

const trustShape = recordShape<{ readonly until: number }>({ until: numberShape });
