// Who can be written to by post, and who cannot and why: nobody is silently left out. One address
// is one letter: people of one home get theirs together, those who may be written to.

import type { Customer, CustomerId } from '#domain/customers/customer.ts';
import type { HouseholdId } from '#domain/customers/household-id.ts';
import { isPermitted } from '#domain/customers/permission.ts';
import {
  addressLines,
  homeAddress,
  homeOf,
  type Home,
  type HomeAddress,
  type Homes,
} from '#app/households/homes.ts';
import type { RosterEntry, Roster } from '#app/customers/roster.ts';

/** Why there is no label for somebody. */
export type NoLetterReason =
  | 'no-address'
  | 'no-post'
  | 'young'
  | 'died'
  | 'missing-letters'
  /** They live at different addresses, and nobody said which one counts. */
  | 'which-address';

export type LetterKey = CustomerId | HouseholdId;

export interface LetterPerson {
  readonly key: LetterKey;
  readonly name: string;
  /** Of those asked about, whom the letter is for. */
  readonly ids: readonly CustomerId[];
  /** The name for letters, then the address. */
  readonly lines: readonly string[];
}

export interface LetterPeople {
  readonly people: readonly LetterPerson[];
  readonly leftOut: readonly {
    readonly key: LetterKey;
    readonly name: string;
    readonly why: NoLetterReason;
  }[];
}

export interface LetterRules {
  readonly homes: Homes;
  /** What stands on the envelope for several people. */
  readonly nameOf: (people: readonly Customer[]) => string;
  readonly isMissing: (letter: string) => boolean;
}

/** `ids` in their order, each once, and one letter for each home. */
export function letterPeople(
  roster: Roster,
  ids: readonly CustomerId[],
  rules: LetterRules,
): LetterPeople {
  const letters = lettersFor(roster, ids, rules.homes).map((letter) => judged(letter, rules));
  return {
    people: letters.flatMap(({ person }) => person ?? []),
    leftOut: letters.flatMap(({ leftOut }) => leftOut),
  };
}

/** Everybody who has an address or lives where somebody has one, by name. */
export function peopleWithAddress(
  roster: Roster,
  homes: Homes,
  locale: string,
): readonly CustomerId[] {
  const { compare } = new Intl.Collator(locale);
  return [...roster.people().values()]
    .filter(({ customer }) => {
      const home = homeOf(homes, customer);
      return customer.addresses.length > 0 || (home !== undefined && hasAddress(home));
    })
    .toSorted((a, b) => compare(a.customer.name, b.customer.name))
    .map(({ id }) => id);
}

/** What stands on the envelope of a home for these of its people. */
export function homeLetterName(
  { household, members }: Home,
  people: readonly RosterEntry[],
  nameOf: LetterRules['nameOf'],
): string {
  const [only, ...others] = people;
  if (only !== undefined && others.length === 0)
    return only.customer.letterName || only.customer.name;
  // "Family Khan" would mean also whoever said no.
  const isEverybody = people.length === members.length;
  if (isEverybody && household.letterName !== '') return household.letterName;
  return nameOf(people.map(({ customer }) => customer));
}

/** Whom one letter is for: people of one home, or somebody alone. */
interface Letter {
  readonly home: Home | null;
  readonly asked: readonly [RosterEntry, ...RosterEntry[]];
}

function lettersFor(roster: Roster, ids: readonly CustomerId[], homes: Homes): readonly Letter[] {
  const letters = new Map<LetterKey, Letter>();
  for (const entry of [...new Set(ids)].flatMap((id) => roster.person(id) ?? [])) {
    const home = homeOf(homes, entry.customer) ?? null;
    const key = home?.household.id ?? entry.id;
    const known = letters.get(key);
    letters.set(key, { home, asked: known === undefined ? [entry] : [...known.asked, entry] });
  }
  return [...letters.values()];
}

interface Judged {
  readonly person: LetterPerson | null;
  readonly leftOut: LetterPeople['leftOut'];
}

function judged(letter: Letter, rules: LetterRules): Judged {
  const barred = letter.asked.flatMap(({ id, customer }) => {
    const why = refusalOf(customer);
    return why === null ? [] : [{ key: id, name: customer.name, why }];
  });
  const [first, ...others] = letter.asked.filter(({ customer }) => refusalOf(customer) === null);
  if (first === undefined) return { person: null, leftOut: barred };
  const welcome = [first, ...others] as const;
  const { key, name, letterName, address } = addresseeOf({ ...letter, asked: welcome }, rules);
  const leftOut = (why: NoLetterReason): Judged => ({
    person: null,
    leftOut: [...barred, { key, name, why }],
  });
  if (address.kind === 'none') return leftOut('no-address');
  if (address.kind === 'undecided') return leftOut('which-address');
  const lines = [letterName, ...address.address.split('\n')];
  if (hasMissingLetter(lines, rules.isMissing)) return leftOut('missing-letters');
  return { person: { key, name, ids: welcome.map(({ id }) => id), lines }, leftOut: barred };
}

interface LetterAddressee {
  readonly key: LetterKey;
  /** As the shop says it. */
  readonly name: string;
  /** On the envelope. */
  readonly letterName: string;
  readonly address: HomeAddress;
}

function addresseeOf({ home, asked }: Letter, { nameOf }: LetterRules): LetterAddressee {
  if (home !== null) {
    const welcome = home.members.filter(({ customer }) => refusalOf(customer) === null);
    const letterName = homeLetterName(home, welcome, nameOf);
    const name = home.household.name || letterName;
    return { key: home.household.id, name, letterName, address: homeAddress(home) };
  }
  const [{ id, customer }] = asked;
  const { name } = customer;
  const own = addressLines(customer);
  const address: HomeAddress =
    own === undefined ? { kind: 'none' } : { kind: 'known', address: own };
  return { key: id, name, letterName: customer.letterName || name, address };
}

function hasAddress(home: Home): boolean {
  return homeAddress(home).kind !== 'none';
}

/** Why somebody may not be written to by post; null where they may. */
export function refusalOf(customer: Customer): 'died' | 'young' | 'no-post' | null {
  if (customer.diedOn !== null) return 'died';
  if (customer.young) return 'young';
  return isPermitted(customer, { purpose: 'thanks', way: 'post' }) ? null : 'no-post';
}

/** Letters that hang on others, and joiners, are no pictures of their own. */
export function hasMissingLetter(
  lines: readonly string[],
  isMissing: (letter: string) => boolean,
): boolean {
  const letters = new Set(lines.flatMap((line) => line.match(/[\p{L}\p{N}\p{So}]/gu) ?? []));
  return [...letters].some((letter) => letter > '~' && isMissing(letter));
}
