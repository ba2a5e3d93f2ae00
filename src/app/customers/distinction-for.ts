// Who shares a name with somebody else: without a word more their tiles would be the same. Kept up
// to date one customer at a time, so that a tap does not look at everybody.

import type { CustomerId } from '#domain/customers/customer.ts';
import { distinctionOf, type Distinction } from '#domain/customers/distinction.ts';
import { dayAt } from '#lib/day.ts';
import { dayOfMinutes } from '#domain/visits/history.ts';
import type { Roster, RosterEntry } from './roster.ts';

const namesakesByRoster = new WeakMap<Roster, Namesakes>();

/** What tells `id` apart from others of the same name; null for a name that nobody else has. */
export function distinctionFor(roster: Roster, id: CustomerId): Distinction | null {
  const namesakes = namesakesByRoster.get(roster) ?? new Namesakes(roster);
  namesakesByRoster.set(roster, namesakes);
  const ids = namesakes.of(id);
  // Asked for each tile at each drawing.
  if (ids.size < 2) return null;
  const people = [...ids].flatMap((each) => roster.person(each) ?? []);
  return distinctionOf(
    id,
    people.map((person) => ({ ...person, since: sinceOf(person) })),
  );
}

class Namesakes {
  readonly #roster: Roster;
  readonly #names = new Map<CustomerId, string>();
  readonly #ids = new Map<string, Set<CustomerId>>();

  constructor(roster: Roster) {
    this.#roster = roster;
    this.#readAll();
    roster.subscribe((change) => {
      if (change.kind === 'some') for (const id of change.ids) this.#read(id);
      else this.#readAll();
    });
  }

  of(id: CustomerId): ReadonlySet<CustomerId> {
    return this.#ids.get(this.#names.get(id) ?? '') ?? new Set();
  }

  #readAll(): void {
    const known = [...this.#names.keys(), ...this.#roster.people().keys()];
    for (const id of new Set(known)) this.#read(id);
  }

  #read(id: CustomerId): void {
    const before = this.#names.get(id);
    const name = this.#roster.person(id)?.customer.name.trim().toLowerCase();
    if (name === before) return;
    if (before !== undefined) this.#ids.get(before)?.delete(id);
    if (name === undefined) this.#names.delete(id);
    else {
      this.#names.set(id, name);
      this.#ids.set(name, (this.#ids.get(name) ?? new Set()).add(id));
    }
  }
}

function sinceOf({ customer, history }: RosterEntry) {
  const first = history.older.first >= 0 ? history.older.first : history.stamps[0];
  return first === undefined ? customer.addedOn : dayAt(dayOfMinutes(first));
}
