// Who of a list the shop knows already. The customer's number, mail address, or phone and name
// decide; the name alone is asked about, once for the whole list. Of two people of one list it is
// only said that they may be the same.

import type { Customer, CustomerId } from '#domain/customers/customer.ts';
import { phoneKey } from '#domain/customers/phone-number.ts';
import { normalizedWords } from '#lib/normalize-text.ts';
import { nameKey } from './group-people.ts';
import type { PlannedPerson } from './planned-person.ts';

/** What two people have in common. */
export type MatchField = 'number' | 'name' | 'phone' | 'email';

/** An existing customer, or another person of the list by index. */
export type MatchTarget =
  | { readonly kind: 'customer'; readonly id: CustomerId }
  | { readonly kind: 'listed'; readonly person: number };

/** `person` is an index into the plan's people. */
export interface PersonMatch {
  readonly person: number;
  readonly other: MatchTarget;
  readonly fields: readonly MatchField[];
  /** Whether it needs no question. */
  readonly isSure: boolean;
  /** What counts while nobody was asked. */
  readonly answer: 'same' | 'apart';
}

/** What is compared of a customer, with everything that was merged into them. */
export type KnownCustomer = Pick<
  Customer,
  'id' | 'name' | 'alsoCalled' | 'phones' | 'emails' | 'addresses' | 'birthday' | 'importKey'
>;

type Comparable = Omit<KnownCustomer, 'id'>;

/** Whether an earlier list had the same headings, so that its numbers are those of one till. */
export type TillOrigin = 'known-till' | 'unknown-till';

/** At most one match for each person: with a customer if there is one, else within the list. */
export function matchPeople(
  people: readonly PlannedPerson[],
  known: readonly KnownCustomer[],
  origin: TillOrigin,
): readonly PersonMatch[] {
  const index = new PeopleIndex<KnownCustomer>(known);
  const namesakes = countBy(people, ({ name }) => nameKey(name));
  const listed = new PeopleIndex<PlannedPerson & { readonly at: number }>([]);
  return people.flatMap((person, at) => {
    const match = knownMatch(person, index, { namesakes, origin }) ?? listedMatch(person, listed);
    listed.add({ ...person, at });
    return match === null ? [] : [{ person: at, ...match }];
  });
}

type Match = Omit<PersonMatch, 'person'>;

/** People by what they are found by. */
class PeopleIndex<Person extends Comparable> {
  readonly #byKey = new Map<string, Person[]>();

  constructor(people: readonly Person[]) {
    for (const person of people) this.add(person);
  }

  add(person: Person): void {
    for (const key of keysOf(person)) {
      const own = this.#byKey.get(key);
      if (own === undefined) this.#byKey.set(key, [person]);
      else if (own.length < maxNamesakes) own.push(person);
    }
  }

  /** Everybody with something in common, each once. */
  near(person: Comparable): readonly Person[] {
    return [...new Set(keysOf(person).flatMap((key) => this.#byKey.get(key) ?? []))];
  }
}

// More people of one name or number are not looked through.
const maxNamesakes = 50;

interface ListFacts {
  /** How many people of the list have each name. */
  readonly namesakes: ReadonlyMap<string, number>;
  readonly origin: TillOrigin;
}

function knownMatch(
  person: PlannedPerson,
  index: PeopleIndex<KnownCustomer>,
  { namesakes, origin }: ListFacts,
): Match | null {
  const near = index.near(person).map((other) => ({ other, fields: sharedFields(person, other) }));
  const sure = near.find(({ other, fields }) => isSurelySame(person, other, { fields, origin }));
  if (sure !== undefined) return customerMatch(sure.other, sure.fields, 'sure');
  const possible = near.filter(({ other }) => !areApart(person, other));
  const [first, ...others] = possible.length > 0 ? possible : near;
  if (first === undefined) return null;
  const isOnlyOne =
    possible.length === 1 &&
    others.length === 0 &&
    first.fields.includes('name') &&
    namesakes.get(nameKey(person.name)) === 1;
  return customerMatch(first.other, first.fields, isOnlyOne ? 'same' : 'apart');
}

function customerMatch(
  { id }: KnownCustomer,
  fields: readonly MatchField[],
  how: 'sure' | 'same' | 'apart',
): Match {
  return {
    other: { kind: 'customer', id },
    fields,
    isSure: how === 'sure',
    answer: how === 'apart' ? 'apart' : 'same',
  };
}

function listedMatch(
  person: PlannedPerson,
  listed: PeopleIndex<PlannedPerson & { readonly at: number }>,
): Match | null {
  const near = listed.near(person);
  const [first, ...others] = near.map((other) => ({ other, fields: sharedFields(person, other) }));
  if (first === undefined) return null;
  const best = others.reduce((a, b) => (b.fields.length > a.fields.length ? b : a), first);
  return {
    other: { kind: 'listed', person: best.other.at },
    fields: best.fields,
    isSure: false,
    answer: 'apart',
  };
}

// A number proves it beside a name or contact, and alone in a list of the same till; a mail address
// beside a name or a part of it; a phone number, or the very same details, beside the whole name.
function isSurelySame(
  person: Comparable,
  other: Comparable,
  { fields, origin }: { readonly fields: readonly MatchField[]; readonly origin: TillOrigin },
): boolean {
  if (haveOtherBirthdays(person, other)) return false;
  const isNamed = fields.includes('name');
  const agrees = isNamed || haveNamesInCommon(person, other);
  if (fields.includes('number'))
    return agrees || fields.length > 1 || (origin === 'known-till' && !hasName(person));
  if (haveOtherNumbers(person, other)) return false;
  if (fields.includes('email')) return agrees;
  return isNamed && (fields.includes('phone') || haveSameDetails(person, other));
}

function haveNamesInCommon(a: Comparable, b: Comparable): boolean {
  return hasName(a) && hasName(b) && isPartOfName(a.name, b.name);
}

function haveSameDetails(a: Comparable, b: Comparable): boolean {
  if (a.addresses.length === 0 && a.birthday === null) return false;
  const details = ({ phones, emails, addresses, birthday }: Comparable): string =>
    JSON.stringify([phones.map(phoneKey), emails, addresses.map(nameKey), birthday]);
  return details(a) === details(b);
}

// Whoever has another number, birthday, phone and mail address is another person.
function areApart(a: Comparable, b: Comparable): boolean {
  if (haveOtherNumbers(a, b) || haveOtherBirthdays(a, b)) return true;
  const shares = sharedFields(a, b).some((field) => field === 'phone' || field === 'email');
  return (
    !shares &&
    (areOthers(a.phones.map(phoneKey), b.phones.map(phoneKey)) ||
      areOthers(a.emails.map(lower), b.emails.map(lower)) ||
      areOthers(a.addresses.map(nameKey), b.addresses.map(nameKey)))
  );
}

function areOthers(own: readonly string[], others: readonly string[]): boolean {
  return own.length > 0 && others.length > 0 && !own.some((each) => others.includes(each));
}

function haveOtherNumbers(a: Comparable, b: Comparable): boolean {
  return a.importKey !== null && b.importKey !== null && a.importKey !== b.importKey;
}

// One of them may lack the year.
function haveOtherBirthdays(a: Comparable, b: Comparable): boolean {
  if (a.birthday === null || b.birthday === null) return false;
  const length = Math.min(a.birthday.length, b.birthday.length);
  return a.birthday.slice(-length) !== b.birthday.slice(-length);
}

function sharedFields(a: Comparable, b: Comparable): readonly MatchField[] {
  const others = new Set(keysOf(b));
  const fields = keysOf(a)
    .filter((key) => others.has(key))
    .map(fieldOfKey);
  return [...new Set(fields)];
}

function fieldOfKey(key: string): MatchField {
  if (key.startsWith('number ')) return 'number';
  if (key.startsWith('phone ')) return 'phone';
  return key.startsWith('email ') ? 'email' : 'name';
}

// "Edda" and "Edda Krol", at one phone number, are one person.
function isPartOfName(a: string, b: string): boolean {
  const [short, long] = [normalizedWords(a), normalizedWords(b)].toSorted(
    (one, other) => one.length - other.length,
  );
  const words = new Set(long);
  return short !== undefined && short.length > 0 && short.every((word) => words.has(word));
}

function hasName({ name, importKey, phones, emails }: Comparable): boolean {
  return name !== importKey && !phones.includes(name) && !emails.includes(name);
}

// A name that is only a list's customer number means nothing in another list.
function keysOf(person: Comparable): readonly string[] {
  const names = [person.name, ...person.alsoCalled]
    .filter((name) => name !== person.importKey && /\p{Letter}/u.test(name))
    .map((name) => `name ${nameKey(name)}`);
  const phones = person.phones.map(phoneKey).filter((key) => /^\d{7,}$/u.test(key));
  return [
    ...new Set([
      ...(person.importKey === null ? [] : [`number ${person.importKey}`]),
      ...person.emails.map((email) => `email ${lower(email)}`),
      ...phones.map((phone) => `phone ${phone}`),
      ...names,
    ]),
  ];
}

function lower(text: string): string {
  return text.toLowerCase();
}

function countBy<Item>(
  items: readonly Item[],
  keyOf: (item: Item) => string,
): ReadonlyMap<string, number> {
  const counts = new Map<string, number>();
  for (const item of items) counts.set(keyOf(item), (counts.get(keyOf(item)) ?? 0) + 1);
  return counts;
}
