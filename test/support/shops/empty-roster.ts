import type { Deps } from '#app/deps.ts';
import { Roster } from '#app/customers/roster.ts';

/** A roster that nobody is read into, for screens that show no customers. */
export function emptyRoster(deps: Deps): Roster {
  return new Roster(deps, null);
}
