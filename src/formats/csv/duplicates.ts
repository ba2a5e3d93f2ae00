// Who in a list might be somebody the shop knows already, or somebody else in the same list. Only offers; nobody is put together here,
// because a mother and her daughter share a name and a telephone.

import type { Customer, CustomerId } from '#domain/customers/customer.ts';
import { foldedWords } from '#lib/normalize-text.ts';
import type { PlannedPerson } from './planned-person.ts';

/** What two people have in common. */
export type SameSign = 'name' | 'phone' | 'email';

/** Somebody known: a card of the shop, or another person of the list by their place. */
export type Other =
  | { readonly kind: 'card'; readonly id: CustomerId }
  | { readonly kind: 'listed'; readonly person: number };

/** Two people who might be one: `person` is a place in the plan's people. */
export interface PossibleSame {
  readonly person: number;
  readonly other: Other;
  readonly signs: readonly SameSign[];
}

/** What of a card is compared. */
export type KnownCard = Pick<
  Customer,
  'id' | 'name' | 'alsoCalled' | 'phone' | 'email' | 'importKey'
>;

interface Marks {
  readonly names: readonly string[];
  readonly phone: string;
  readonly email: string;
}

// A number with fewer digits is a house's extension or a slip.
const phoneDigits = 7;
const comparedDigits = 9;

/** At most one offer for each person of a list: the one with the most in common, cards of the shop before others of the list. */
export function possibleSames(
  people: readonly PlannedPerson[],
  known: readonly KnownCard[],
): readonly PossibleSame[] {
  const byMark = new Map<string, Other>();
  for (const card of known) {
    remember(byMark, marksOf(card), { kind: 'card', id: card.id });
  }
  return people.flatMap((person, index) => {
    const marks = marksOf(person);
    const best = bestMatch(byMark, marks);
    remember(byMark, marks, { kind: 'listed', person: index });
    return best === undefined ? [] : [{ person: index, ...best }];
  });
}

/** The cards that carry the same customer number as somebody of the list, by the person's place. Only numbers of earlier lists are compared. */
export function sameNumbers(
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
  byMark: ReadonlyMap<string, Other>,
  marks: Marks,
): Omit<PossibleSame, 'person'> | undefined {
  const found = new Map<string, { other: Other; signs: SameSign[] }>();
  for (const [sign, mark] of marksBySign(marks)) {
    const other = byMark.get(mark);
    if (other === undefined) continue;
    const key = other.kind === 'card' ? `card ${other.id}` : `listed ${other.person}`;
    const match = found.get(key) ?? { other, signs: [] };
    if (!match.signs.includes(sign)) match.signs.push(sign);
    found.set(key, match);
  }
  const [first, ...others] = found.values();
  return others.reduce(
    (best, next) => (best !== undefined && next.signs.length > best.signs.length ? next : best),
    first,
  );
}

function remember(byMark: Map<string, Other>, marks: Marks, other: Other): void {
  for (const [, mark] of marksBySign(marks)) {
    if (!byMark.has(mark)) byMark.set(mark, other);
  }
}

function marksBySign(marks: Marks): readonly (readonly [SameSign, string])[] {
  return [
    ...(marks.phone === '' ? [] : [['phone', `phone ${marks.phone}`] as const]),
    ...(marks.email === '' ? [] : [['email', `email ${marks.email}`] as const]),
    ...marks.names.map((name) => ['name', `name ${name}`] as const),
  ];
}

// A name that is only the number of a list says nothing about another list's numbers.
function marksOf(
  person: Pick<Customer, 'name' | 'alsoCalled' | 'phone' | 'email' | 'importKey'>,
): Marks {
  const names = [person.name, ...person.alsoCalled].filter((name) => name !== person.importKey);
  const digits = person.phone.replace(/\D/gu, '');
  return {
    names: [...new Set(names.map((name) => foldedWords(name).join(' ')))].filter(
      (name) => name !== '' && /\p{Letter}/u.test(name),
    ),
    phone: digits.length < phoneDigits ? '' : digits.slice(-comparedDigits),
    email: person.email.toLowerCase(),
  };
}
