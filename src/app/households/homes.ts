// Who lives together, for paper and messages, and for who is asked about as unseen: one address is
// one card. Read from the roster, so that merged and hidden people are counted as they are
// everywhere else. Nothing here is stored.

import type { HouseholdId } from '#domain/customers/household-id.ts';
import type { Household } from '#domain/customers/household.ts';
import type { Customer, CustomerId } from '#domain/customers/customer.ts';
import { addressKey } from '#domain/doubles/compare-two-people.ts';
import { normalizeText } from '#lib/normalize-text.ts';
import { readHouseholds } from '#storage/tables/households.ts';
import type { Deps } from '#app/deps.ts';
import type { Roster, RosterEntry } from '#app/customers/roster.ts';

/** A household with the people who live there now, two or more, the one known longest first. */
export interface Home {
  readonly household: Household;
  readonly members: readonly RosterEntry[];
}

export type Homes = ReadonlyMap<HouseholdId, Home>;

/** All, those taken apart too. */
export async function allHouseholds({ db }: Pick<Deps, 'db'>): Promise<readonly Household[]> {
  return readHouseholds(db);
}

/** A household with one person left is no home of several any more. */
export function homesOf(households: readonly Household[], roster: Pick<Roster, 'people'>): Homes {
  const live = new Map(
    households.filter(({ voided }) => !voided).map((household) => [household.id, household]),
  );
  const members = new Map<HouseholdId, RosterEntry[]>();
  for (const entry of roster.people().values()) {
    const { householdId } = entry.customer;
    if (householdId === null || !live.has(householdId)) continue;
    members.set(householdId, [...(members.get(householdId) ?? []), entry]);
  }
  const homes = new Map<HouseholdId, Home>();
  for (const [id, people] of members) {
    const household = live.get(id);
    if (household === undefined || people.length < 2) continue;
    homes.set(id, { household, members: people.toSorted(knownLongerFirst) });
  }
  return homes;
}

/** The home of `customer`; undefined for somebody who lives alone as far as the shop knows. */
export function homeOf(
  homes: Homes,
  { householdId }: Pick<Customer, 'householdId'>,
): Home | undefined {
  return householdId === null ? undefined : homes.get(householdId);
}

export type HomeAddress =
  | { readonly kind: 'known'; readonly address: string }
  | { readonly kind: 'none' }
  /** They differ, and nobody said which one counts. */
  | { readonly kind: 'undecided'; readonly between: readonly RosterEntry[] };

/** Where post for the home goes. */
export function homeAddress({ household, members }: Home): HomeAddress {
  const chosen = members.find((member) => isUnder(member, household.addressOf));
  const own = chosen === undefined ? undefined : addressLines(chosen.customer);
  if (own !== undefined) return { kind: 'known', address: own };
  const different = new Map<string, RosterEntry>();
  for (const member of members) {
    const address = addressLines(member.customer);
    const key = address === undefined ? undefined : sameAddressKey(address);
    if (key !== undefined && !different.has(key)) different.set(key, member);
  }
  const [first, ...others] = different.values();
  const address = first === undefined ? undefined : addressLines(first.customer);
  if (address === undefined || first === undefined) return { kind: 'none' };
  return others.length === 0
    ? { kind: 'known', address }
    : { kind: 'undecided', between: [first, ...others] };
}

/** Whether `id` is this person, or a record merged into theirs. */
export function isUnder({ id, history }: RosterEntry, other: CustomerId | null): boolean {
  return other !== null && (id === other || history.joined.includes(other));
}

/** The preferred address; undefined where none is written down. */
export function addressLines({ addresses }: Pick<Customer, 'addresses'>): string | undefined {
  return addresses.map((address) => address.trim()).find((address) => address !== '');
}

// "12 High St" and "12 High Street, Leeds" are one; what has no number is compared as it is.
function sameAddressKey(address: string): string {
  return addressKey(address) || normalizeText(address);
}

function knownLongerFirst(a: RosterEntry, b: RosterEntry): number {
  return a.customer.createdAt - b.customer.createdAt || (a.id < b.id ? -1 : 1);
}
