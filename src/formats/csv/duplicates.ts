// Finds people of a file who may be an existing customer or another person of the file. Never
// merges: a mother and her daughter share a name and a phone number.

import type { Customer, CustomerId } from '#domain/customers/customer.ts';
import { normalizedWords } from '#lib/normalize-text.ts';
import type { PlannedPerson } from './planned-person.ts';

export type MatchField = 'name' | 'phone' | 'email';

/** An existing customer, or another person of the file by index. */
export type MatchTarget =
  | { readonly kind: 'customer'; readonly id: CustomerId }
  | { readonly kind: 'listed'; readonly person: number };

/** `person` is an index into the plan's people. */
export interface DuplicateMatch {
  readonly person: number;
  readonly other: MatchTarget;
  readonly fields: readonly MatchField[];
}

/** What is compared of a customer. */
export type KnownCustomer = Pick<
  Customer,
  'id' | 'name' | 'alsoCalled' | 'phones' | 'emails' | 'importKey'
>;

interface MatchKeys {
  readonly names: readonly string[];
  readonly phones: readonly string[];
  readonly emails: readonly string[];
}

// Fewer digits are an extension or a typo.
const phoneDigits = 7;
const comparedDigits = 9;

/** At most one match for each person: the one with the most in common, customers first. */
export function findDuplicates(
  people: readonly PlannedPerson[],
  known: readonly KnownCustomer[],
): readonly DuplicateMatch[] {
  const byKey = new Map<string, MatchTarget>();
  for (const customer of known) {
    addKeys(byKey, matchKeysOf(customer), { kind: 'customer', id: customer.id });
  }
  return people.flatMap((person, index) => {
    const keys = matchKeysOf({ ...person, phones: [person.phone], emails: [person.email] });
    const best = bestMatch(byKey, keys);
    addKeys(byKey, keys, { kind: 'listed', person: index });
    return best === undefined ? [] : [{ person: index, ...best }];
  });
}

/** Existing customers with the same number from an earlier import, by the person's index. */
export function matchByNumber(
  people: readonly PlannedPerson[],
  known: readonly KnownCustomer[],
): ReadonlyMap<number, CustomerId> {
  const byNumber = new Map<string, CustomerId>();
  for (const customer of known) {
    if (customer.importKey !== null && !byNumber.has(customer.importKey))
      byNumber.set(customer.importKey, customer.id);
  }
  const found = new Map<number, CustomerId>();
  people.forEach((person, index) => {
    const id = person.importKey === null ? undefined : byNumber.get(person.importKey);
    if (id !== undefined) found.set(index, id);
  });
  return found;
}

function bestMatch(
  byKey: ReadonlyMap<string, MatchTarget>,
  keys: MatchKeys,
): Omit<DuplicateMatch, 'person'> | undefined {
  const found = new Map<string, { other: MatchTarget; fields: MatchField[] }>();
  for (const [field, key] of keysByField(keys)) {
    const other = byKey.get(key);
    if (other === undefined) continue;
    const id = other.kind === 'customer' ? `customer ${other.id}` : `listed ${other.person}`;
    const match = found.get(id) ?? { other, fields: [] };
    if (!match.fields.includes(field)) match.fields.push(field);
    found.set(id, match);
  }
  const [first, ...others] = found.values();
  return others.reduce(
    (best, next) => (best !== undefined && next.fields.length > best.fields.length ? next : best),
    first,
  );
}

function addKeys(byKey: Map<string, MatchTarget>, keys: MatchKeys, other: MatchTarget): void {
  for (const [, key] of keysByField(keys)) {
    if (!byKey.has(key)) byKey.set(key, other);
  }
}

function keysByField(keys: MatchKeys): readonly (readonly [MatchField, string])[] {
  return [
    ...keys.phones.map((phone) => ['phone', `phone ${phone}`] as const),
    ...keys.emails.map((email) => ['email', `email ${email}`] as const),
    ...keys.names.map((name) => ['name', `name ${name}`] as const),
  ];
}

// A name that is only a file's customer number means nothing in another file.
function matchKeysOf(
  person: Pick<Customer, 'name' | 'alsoCalled' | 'phones' | 'emails' | 'importKey'>,
): MatchKeys {
  const names = [person.name, ...person.alsoCalled].filter((name) => name !== person.importKey);
  const digits = person.phones.map((phone) => phone.replace(/\D/gu, ''));
  return {
    names: [...new Set(names.map((name) => normalizedWords(name).join(' ')))].filter(
      (name) => name !== '' && /\p{Letter}/u.test(name),
    ),
    phones: digits
      .filter((each) => each.length >= phoneDigits)
      .map((each) => each.slice(-comparedDigits)),
    emails: person.emails.filter((email) => email !== '').map((email) => email.toLowerCase()),
  };
}
