import { byCreation } from '#domain/customers/customer.ts';
import type { Settings } from '#domain/shop/settings.ts';
import { dayOfMinutes } from '#domain/visits/history.ts';
import { dayAt, type Day } from '#lib/day.ts';
import type { Deps } from '#app/deps.ts';
import { getCounterStore } from '#app/counter/counter-store.ts';
import type { RosterEntry, Roster } from './roster.ts';

export interface CustomerListRequest {
  readonly typed: string;
  readonly limit: number;
}

/** Those whose name matches what was typed; without it the likeliest, at most `limit`. */
export function listCustomers(
  { deps, roster, settings }: CustomerListContext,
  { typed, limit }: CustomerListRequest,
): readonly RosterEntry[] {
  const { tileRanking } = getCounterStore(deps, roster, settings);
  const isFinding = typed.trim() !== '';
  const ids = isFinding ? tileRanking.search(typed) : tileRanking.top(limit);
  const people = ids.flatMap((id) => roster.person(id) ?? []);
  return isFinding || people.length >= limit
    ? people
    : [...people, ...unlistedEntries(people, roster)].slice(0, limit);
}

// Who never came in has no likelihood: they come last, the latest added first.
function unlistedEntries(people: readonly RosterEntry[], roster: Roster): readonly RosterEntry[] {
  const listed = new Set(people.map((person) => person.id));
  return [...roster.people().values()]
    .filter((person) => !listed.has(person.id))
    .toSorted((a, b) => byCreation(b.customer, a.customer));
}

export interface CustomerListContext {
  readonly deps: Deps;
  readonly roster: Roster;
  readonly settings: Settings;
}

/** Resolves when everybody can be found: just after the start in a large shop. */
export async function whenCustomersReady({
  deps,
  roster,
  settings,
}: CustomerListContext): Promise<void> {
  await getCounterStore(deps, roster, settings).tileRanking.ready;
}

export function lastSeenOn({ history }: RosterEntry): Day | null {
  const minutes = history.stamps[history.stamps.length - 1] ?? history.older.last;
  return minutes < 0 ? null : dayAt(dayOfMinutes(minutes));
}

export function visitCountOf({ history }: RosterEntry): number {
  return history.older.visits + history.stamps.length;
}
