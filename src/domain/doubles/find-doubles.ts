// All pairs of records that may be one person, one home, or of one name. Only records with
// something in common are compared: a block of all with one phone, one address, one beginning.

import type { CustomerId } from '#domain/customers/customer.ts';
import { compareCodePoints } from '#lib/compare.ts';
import { compareTwoPeople, type Comparable, type DoubleFinding } from './compare-two-people.ts';
import { familiesOf } from './name-words.ts';
import { firstNamesAgree } from './person-name.ts';

/** Two records and what they have in common. `one` has the smaller id. */
export interface DoublePair extends DoubleFinding {
  readonly one: CustomerId;
  readonly other: CustomerId;
}

/** What a look through the whole list found. */
export interface FoundDoubles {
  /** One person, or one home. The first have more in common. */
  readonly pairs: readonly DoublePair[];
  /** The first of those with one name and nothing else in common: most are two people. */
  readonly sameNames: readonly DoublePair[];
  readonly sameNameCount: number;
}

/** A block of more is a name half the town has, or the shop's own number: it tells nothing. */
const maxBlock = 400;

export function findDoubles(people: readonly Comparable[]): readonly DoublePair[] {
  return pairsIn(people, blocksOf(people));
}

function pairsIn(
  people: readonly Comparable[],
  blocks: ReadonlyMap<string, readonly Comparable[]>,
): readonly DoublePair[] {
  const isSharedPhone = sharedPhonesOf(people);
  const compared = new Set<string>();
  const pairs: DoublePair[] = [];
  for (const [a, b] of neighbours(blocks)) {
    const key = a.id < b.id ? `${a.id} ${b.id}` : `${b.id} ${a.id}`;
    if (compared.has(key)) continue;
    compared.add(key);
    pairs.push(...pairOf(a, b, isSharedPhone));
  }
  return pairs.toSorted(
    (x, y) => compareCodePoints(x.one, y.one) || compareCodePoints(x.other, y.other),
  );
}

function* neighbours(
  blocks: ReadonlyMap<string, readonly Comparable[]>,
): Generator<readonly [Comparable, Comparable]> {
  for (const block of blocks.values()) {
    if (block.length > maxBlock) continue;
    for (const [place, a] of block.entries()) for (const b of block.slice(place + 1)) yield [a, b];
  }
}

function pairOf(
  a: Comparable,
  b: Comparable,
  isSharedPhone: (phone: string) => boolean,
): readonly DoublePair[] {
  const found = compareTwoPeople(a, b, isSharedPhone);
  if (found === null) return [];
  const [one, other] = a.id < b.id ? [a.id, b.id] : [b.id, a.id];
  return [{ ...found, one, other }];
}

function blocksOf(people: readonly Comparable[]): ReadonlyMap<string, readonly Comparable[]> {
  const blocks = new Map<string, Comparable[]>();
  for (const person of people) {
    for (const key of blockKeysOf(person)) {
      const block = blocks.get(key);
      if (block === undefined) blocks.set(key, [person]);
      else block.push(person);
    }
  }
  return blocks;
}

// Four letters of a surname alone make blocks too large: they go with the start of the first name.
function blockKeysOf({
  names,
  phones,
  emails,
  addresses,
  birthday,
}: Comparable): readonly string[] {
  const keys = [
    ...phones.map((phone) => `p${phone}`),
    ...emails.map((email) => `e${email}`),
    ...addresses.map((address) => `a${address}`),
  ];
  if (birthday !== null) keys.push(`b${birthday.slice(-5)}`);
  for (const { firsts, last, initial } of names) {
    const [first] = firsts;
    const start = last?.slice(0, 4) ?? initial ?? '';
    if (first === undefined) keys.push(`l${start}`);
    else {
      const letter = start.slice(0, 1);
      keys.push(`n${first.slice(0, 4)}${letter}`);
      for (const family of familiesOf(first)) keys.push(`f${family}${letter}`);
      if (last !== null) keys.push(`n${last.slice(0, 4)}${first.slice(0, 1)}`);
    }
  }
  return [...new Set(keys)];
}

function sharedPhonesOf(people: readonly Comparable[]): (phone: string) => boolean {
  const owners = new Map<string, Comparable[]>();
  for (const person of people)
    for (const phone of person.phones) {
      const known = owners.get(phone);
      if (known === undefined) owners.set(phone, [person]);
      else if (known.length < maxOwners) known.push(person);
    }
  return (phone) => haveOtherFirstNames(owners.get(phone) ?? []);
}

const maxOwners = 12;

function haveOtherFirstNames(owners: readonly Comparable[]): boolean {
  return owners.some((a, place) =>
    owners.slice(place + 1).some((b) => {
      const [x, y] = [a.names[0], b.names[0]];
      if (x === undefined || y === undefined) return false;
      const isOtherTitle = x.title !== null && y.title !== null && x.title !== y.title;
      return isOtherTitle || firstNamesAgree(x, y) === 'different';
    }),
  );
}
