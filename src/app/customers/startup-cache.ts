// Chooses, in the worker and at each start, the customers whom the next starts read first, for each
// open half hour of today and the next open day.

import { isPresent } from '#domain/customers/customer.ts';
import { hoursOn } from '#domain/shop/calendar.ts';
import { isKnown } from '#domain/visits/history.ts';
import type { WriteProblem } from '#domain/shop/shop-problem.ts';
import type { Settings } from '#domain/shop/settings.ts';
import {
  startupSetsAt,
  type StartupSlot,
  type StartupCandidate,
} from '#engine/arrivals/startup-sets-at.ts';
import { slotMinutes } from '#engine/arrivals/startup-set.ts';
import { arrivalTimesOf } from '#engine/arrivals/visit-times.ts';
import { rankingScores } from '#engine/arrivals/ranking-scores.ts';
import { addDays, dayNumber, type Day } from '#lib/day.ts';
import type { Result } from '#lib/result.ts';
import { toInstant, toLocalTime } from '#lib/time-zone.ts';
import { withLock } from '#platform/concurrency/exclusive-lock.ts';
import { attempt } from '#storage/transaction.ts';
import { readAllCustomers } from '#storage/tables/all-customers.ts';
import { beginStartupCache, saveStartupCache } from '#storage/tables/save-startup-cache.ts';
import type { Deps } from '#app/deps.ts';
import { importLockName } from '#app/import/recover-imports.ts';
import { loadModel } from '#app/insights/load-model.ts';
import { loadSettings } from '#app/shop/settings.ts';

/** In a smaller shop everybody is read as quickly. */
const minCustomers = 600;

/** Open days ahead, today included, and how far ahead they are searched. */
const maxOpenDays = 2;
const maxDaysAhead = 10;

/** Gives for how many half hours customers were chosen. */
export async function refreshStartupCache(
  deps: Deps,
  today: Day,
): Promise<Result<number, WriteProblem>> {
  // Never during an import or its undoing: its customers would be missing, or there too long.
  return withLock(importLockName(deps), () => attempt(() => rebuildStartupCache(deps, today)));
}

async function rebuildStartupCache(deps: Deps, today: Day): Promise<number> {
  // First: a customer who changes from now on is noted beside the rows.
  await beginStartupCache(deps.db);
  const [{ customers, histories }, settings] = await Promise.all([
    readAllCustomers(deps.db),
    loadSettings(deps),
  ]);
  const customerById = new Map(
    customers.filter(isPresent).map((customer) => [customer.id, customer]),
  );
  const candidates = histories.flatMap((history): readonly StartupCandidate[] => {
    const customer = customerById.get(history.customerId);
    // A merged customer has names of others too: found as soon as everybody is read.
    if (customer === undefined || history.joined.length > 0 || !isKnown(history)) return [];
    const { id, name, alsoCalled, cue, phones } = customer;
    // By mail or customer number they are found once everybody is read: the rows must stay small.
    const first = { id, name, alsoCalled, cue, phones, emails: [], importKey: null };
    return [{ card: first, times: arrivalTimesOf(history) }];
  });
  const slots = candidates.length < minCustomers ? [] : slotsFrom(settings, today);
  const fittedModel = await loadModel(deps);
  const people = startupSetsAt(candidates, slots, (states, moment) =>
    rankingScores(states, moment, fittedModel?.ranker ?? null),
  );
  await saveStartupCache(
    deps.db,
    slots.map(({ slot }) => ({ slot, learned: people.next().value })),
  );
  return slots.length;
}

interface CachedSlot extends StartupSlot {
  /** Half hours since 1970. */
  readonly slot: number;
}

const slotMs = slotMinutes * 60_000;

// From an hour before opening to an hour after closing. Half hours are those of UTC: a start knows
// them before it knows the shop's time zone.
function slotsFrom(settings: Settings, today: Day): readonly CachedSlot[] {
  const { zone } = settings;
  const slotAt = (day: Day, minute: number): number =>
    Math.floor(toInstant({ day, minute: Math.max(0, minute) }, zone) / slotMs);
  const days = Array.from({ length: maxDaysAhead }, (_, ahead) => addDays(today, ahead));
  const slots = days
    .flatMap((day) => {
      const open = hoursOn(settings, day);
      return open === null ? [] : [{ day, open }];
    })
    .slice(0, maxOpenDays)
    .flatMap(({ day, open }) => {
      const first = slotAt(day, open.opens - 60);
      const last = slotAt(day, open.closes + 59);
      return Array.from({ length: last - first + 1 }, (_, index) => first + index);
    });
  // A day that closes after midnight may reach into the next one's.
  return [...new Set(slots)].map((slot) => {
    const wall = toLocalTime(slot * slotMs, zone);
    return { slot, day: dayNumber(wall.day), minute: wall.minute };
  });
}
