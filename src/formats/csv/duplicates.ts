// Who in a list might be somebody the shop knows already, or somebody else in the same list. Only
// offers; nobody is put together here, because a mother and her daughter share a name and a
// telephone.

import type { Customer, CustomerId } from '#domain/customers/customer.ts';
import { normalizedWords } from '#lib/normalize-text.ts';
import type { PlannedPerson } from './planned-person.ts';

/** What two people have in common. */
export type MatchField = 'name' | 'phone' | 'email';

/** Somebody known: a card of the shop, or another person of the list by their place. */
export type MatchTarget =
  | { readonly kind: 'card'; readonly id: CustomerId }
  | { readonly kind: 'listed'; readonly person: number };

/** Two people who might be one: `forecast` is a place in the plan's people. */
export interface DuplicateMatch {
  readonly person: number;
  readonly other: MatchTarget;
  readonly fields: readonly MatchField[];
}

/** What of a card is compared. */
export type KnownCard = Pick<
  Customer,
  'id' | 'name' | 'alsoCalled' | 'phone' | 'email' | 'importKey'
>;

interface MatchKeys {
  readonly names: readonly string[];
  readonly phone: string;
  readonly email: string;
}

// A number with fewer digits is a house's extension or a slip.
const phoneDigits = 7;
const comparedDigits = 9;

/**
 * At most one offer for each person of a list: the one with the most in common, cards of the shop
 * before others of the list.
 */
export function findDuplicates(
  people: readonly PlannedPerson[],
  known: readonly KnownCard[],
): readonly DuplicateMatch[] {
  const byKey = new Map<string, MatchTarget>();
  for (const card of known) {
    addKeys(byKey, matchKeysOf(card), { kind: 'card', id: card.id });
  }
  return people.flatMap((person, index) => {
    const keys = matchKeysOf(person);
    const best = bestMatch(byKey, keys);
    addKeys(byKey, keys, { kind: 'listed', person: index });
    return best === undefined ? [] : [{ person: index, ...best }];
  });
}

/**
 * The cards that carry the same customer number as somebody of the list, by the person's place.
 * Only numbers of earlier lists are compared.
 */
export function matchByNumber(
  people: readonly PlannedPerson[],
  known: readonly KnownCard[],
): ReadonlyMap<number, CustomerId> {
  const byNumber = new Map<string, CustomerId>();
  for (const card of known) {
    if (card.importKey !== null && !byNumber.has(card.importKey))
      byNumber.set(card.importKey, card.id);
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
  for (const [field, mark] of keysByField(keys)) {
    const other = byKey.get(mark);
    if (other === undefined) continue;
    const key = other.kind === 'card' ? `card ${other.id}` : `listed ${other.person}`;
    const match = found.get(key) ?? { other, fields: [] };
    if (!match.fields.includes(field)) match.fields.push(field);
    found.set(key, match);
  }
  const [first, ...others] = found.values();
  return others.reduce(
    (best, next) => (best !== undefined && next.fields.length > best.fields.length ? next : best),
    first,
  );
}

function addKeys(byKey: Map<string, MatchTarget>, keys: MatchKeys, other: MatchTarget): void {
  for (const [, mark] of keysByField(keys)) {
    if (!byKey.has(mark)) byKey.set(mark, other);
  }
}

function keysByField(keys: MatchKeys): readonly (readonly [MatchField, string])[] {
  return [
    ...(keys.phone === '' ? [] : [['phone', `phone ${keys.phone}`] as const]),
    ...(keys.email === '' ? [] : [['email', `email ${keys.email}`] as const]),
    ...keys.names.map((name) => ['name', `name ${name}`] as const),
  ];
}

// A name that is only the number of a list says nothing about another list's numbers.
function matchKeysOf(
  person: Pick<Customer, 'name' | 'alsoCalled' | 'phone' | 'email' | 'importKey'>,
): MatchKeys {
  const names = [person.name, ...person.alsoCalled].filter((name) => name !== person.importKey);
  const digits = person.phone.replace(/\D/gu, '');
  return {
    names: [...new Set(names.map((name) => normalizedWords(name).join(' ')))].filter(
      (name) => name !== '' && /\p{Letter}/u.test(name),
    ),
    phone: digits.length < phoneDigits ? '' : digits.slice(-comparedDigits),
    email: person.email.toLowerCase(),
  };
}
