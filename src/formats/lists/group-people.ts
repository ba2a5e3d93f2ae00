// Which rows of a list are the same person. The same customer number is the same person. Without
// one, the same name is, unless phone, mail, birthday or address speak against it. The order of the
// rows decides nothing.

import { phoneKey } from '#domain/customers/phone-number.ts';
import { normalizedWords } from '#lib/normalize-text.ts';
import { maxNoteLength } from '../cells/cell-text.ts';
import { distinct, type ListedConsents, type PlannedPerson } from './planned-person.ts';

/** People, and for each record which of them it is. */
interface GroupedPeople {
  readonly people: readonly PlannedPerson[];
  readonly personOfRecord: readonly number[];
}

const maxNames = 10;
// A household may share a number; a whole shop does not.
const maxNamesOfNumber = 3;

/** What is compared of two records. */
interface Signs {
  readonly name: string;
  readonly number: string | null;
  readonly details: ReadonlyMap<DetailKind, ReadonlySet<string>>;
}

type DetailKind = 'phone' | 'email' | 'birthday' | 'address';

/** The people that `given` records, one for each distinct row, are. */
export function groupPeople(given: readonly PlannedPerson[]): GroupedPeople {
  const records = withoutSharedNumbers(given);
  const signs = records.map(signsOf);
  const groups = new Groups(records.length);
  joinByNumber(groups, signs);
  joinByName(groups, signs);
  joinByContact(groups, signs);
  return peopleOf(records, groups);
}

/** What a text is compared by as a name: its words without case and accents. */
export function nameKey(name: string): string {
  return normalizedWords(name).join(' ') || name.trim();
}

// A few digits are an extension or a slip, and tell nobody apart.
function isWholeNumber(key: string): boolean {
  return /^\d{7,}$/u.test(key);
}

/** Sets of records that are one person. */
class Groups {
  readonly #parents: number[];

  constructor(size: number) {
    this.#parents = Array.from({ length: size }, (_, index) => index);
  }

  /** The first record of the group. */
  rootOf(record: number): number {
    let root = record;
    while (this.#parents[root] !== root) root = this.#parents[root] ?? root;
    this.#parents[record] = root;
    return root;
  }

  join(a: number, b: number): void {
    const [first, second] = [this.rootOf(a), this.rootOf(b)];
    this.#parents[Math.max(first, second)] = Math.min(first, second);
  }
}

function signsOf(person: PlannedPerson): Signs {
  const sets: readonly (readonly [DetailKind, readonly string[]])[] = [
    ['phone', person.phones.map(phoneKey).filter(isWholeNumber)],
    ['email', person.emails.map((email) => email.toLowerCase())],
    ['birthday', person.birthday === null ? [] : [person.birthday.slice(-5)]],
    ['address', person.addresses.map((address) => normalizedWords(address).join(' '))],
  ];
  const details = sets
    .map(([kind, texts]) => [kind, new Set(texts.filter((text) => text !== ''))] as const)
    .filter(([, texts]) => texts.size > 0);
  return { name: nameKey(person.name), number: person.importKey, details: new Map(details) };
}

// A number that stands beside many names is no customer's.
function withoutSharedNumbers(records: readonly PlannedPerson[]): readonly PlannedPerson[] {
  const names = new Map<string, Set<string>>();
  for (const { importKey, name } of records) {
    if (importKey === null || name === '') continue;
    names.set(importKey, (names.get(importKey) ?? new Set()).add(nameKey(name)));
  }
  return records.map((record) =>
    (names.get(record.importKey ?? '')?.size ?? 0) > maxNamesOfNumber
      ? { ...record, importKey: null }
      : record,
  );
}

function joinByNumber(groups: Groups, signs: readonly Signs[]): void {
  const byNumber = new Map<string, number>();
  signs.forEach(({ number }, record) => {
    if (number === null) return;
    const first = byNumber.get(number);
    if (first === undefined) byNumber.set(number, record);
    else groups.join(first, record);
  });
}

function joinByName(groups: Groups, signs: readonly Signs[]): void {
  for (const records of recordsByName(signs).values()) joinNamesakes(groups, signs, records);
}

// Two of one name are the same when a detail agrees; whoever is left is the same as the others only
// if nobody of that name differs from anybody else of it.
function joinNamesakes(groups: Groups, signs: readonly Signs[], records: readonly number[]): void {
  joinByDetail(groups, signs, records);
  const roots = new Set(records.map((record) => groups.rootOf(record)));
  if (roots.size < 2 || differ(groups, signs, records)) return;
  const [first = 0, ...others] = roots;
  for (const other of others) groups.join(first, other);
}

// Groups that share a detail were joined, so two that both have a detail of one kind differ in it.
function differ(groups: Groups, signs: readonly Signs[], records: readonly number[]): boolean {
  const holders = new Map<string, number>();
  return records.some((record) => {
    const root = groups.rootOf(record);
    const { number = null, details = new Map<DetailKind, ReadonlySet<string>>() } =
      signs[record] ?? {};
    const kinds = [...details.keys(), ...(number === null ? [] : ['number'])];
    return kinds.some((kind) => {
      const holder = holders.get(kind) ?? root;
      holders.set(kind, holder);
      return holder !== root;
    });
  });
}

function joinByDetail(groups: Groups, signs: readonly Signs[], records: readonly number[]): void {
  const seen = new Map<string, number>();
  for (const record of records) {
    for (const key of detailKeys(signs[record])) {
      const other = seen.get(key) ?? record;
      seen.set(key, other);
      if (!areApart(signs[other], signs[record])) groups.join(other, record);
    }
  }
}

function detailKeys(signs: Signs | undefined): readonly string[] {
  return [...(signs?.details ?? [])].flatMap(([kind, texts]) =>
    [...texts].map((text) => `${kind} ${text}`),
  );
}

// A row with only a phone number or mail address is the one person of the list who has it.
function joinByContact(groups: Groups, signs: readonly Signs[]): void {
  const owners = new Map<string, Set<number>>();
  const addOwner = (key: string, record: number): void => {
    owners.set(key, (owners.get(key) ?? new Set()).add(groups.rootOf(record)));
  };
  signs.forEach(({ name, details }, record) => {
    if (name === '') return;
    for (const key of contactKeys(details)) addOwner(key, record);
  });
  const nameless = new Map<string, number>();
  signs.forEach(({ name, number, details }, record) => {
    if (name !== '' || number !== null) return;
    for (const key of contactKeys(details)) {
      const own = owners.get(key);
      const [owner] = own ?? [];
      if (own?.size === 1 && owner !== undefined) groups.join(owner, record);
      else if (own === undefined) {
        const other = nameless.get(key);
        if (other === undefined) nameless.set(key, record);
        else groups.join(other, record);
      }
    }
  });
}

function contactKeys(details: Signs['details']): readonly string[] {
  return (['email', 'phone'] as const).flatMap((kind) =>
    [...(details.get(kind) ?? [])].map((text) => `${kind} ${text}`),
  );
}

function recordsByName(signs: readonly Signs[]): ReadonlyMap<string, readonly number[]> {
  const byName = new Map<string, number[]>();
  signs.forEach(({ name }, record) => {
    if (name === '') return;
    const own = byName.get(name);
    if (own === undefined) byName.set(name, [record]);
    else own.push(record);
  });
  return byName;
}

// Mother and daughter may share a name and a phone number, but not a number or a birthday.
function areApart(a: Signs | undefined, b: Signs | undefined): boolean {
  const numbers = [a?.number ?? null, b?.number ?? null];
  const [birthday] = a?.details.get('birthday') ?? [];
  const otherBirthdays = b?.details.get('birthday');
  return (
    (!numbers.includes(null) && numbers[0] !== numbers[1]) ||
    (birthday !== undefined && otherBirthdays?.has(birthday) === false)
  );
}

function peopleOf(records: readonly PlannedPerson[], groups: Groups): GroupedPeople {
  const people: PlannedPerson[] = [];
  const indexes = new Map<number, number>();
  const personOfRecord = records.map((record, index) => {
    const root = groups.rootOf(index);
    const known = indexes.get(root);
    const before = known === undefined ? undefined : people[known];
    if (known === undefined || before === undefined) {
      indexes.set(root, people.length);
      return people.push(record) - 1;
    }
    people[known] = withLaterRow(before, record);
    return known;
  });
  return { people: people.map(namedPerson), personOfRecord };
}

/** `person` with what a later row adds; another name becomes "also called". */
function withLaterRow(person: PlannedPerson, later: PlannedPerson): PlannedPerson {
  const name = person.name || later.name;
  const names = [...person.alsoCalled, later.name, ...later.alsoCalled];
  return {
    name,
    alsoCalled: [...new Set(names)].filter((each) => isOther(each, name)).slice(0, maxNames),
    cue: person.cue || later.cue,
    phones: distinct([...person.phones, ...later.phones], phoneKey),
    emails: distinct([...person.emails, ...later.emails], (email) => email.toLowerCase()),
    addresses: distinct([...person.addresses, ...later.addresses], nameKey),
    birthday: person.birthday ?? later.birthday,
    note: joinedNote(person.note, later.note),
    consents: joinedConsents(person.consents, later.consents),
    importKey: person.importKey ?? later.importKey,
    row: Math.min(person.row, later.row),
  };
}

function isOther(each: string, name: string): boolean {
  return each !== '' && each !== name;
}

function joinedNote(note: string, later: string): string {
  if (note === '' || later === '' || note.includes(later)) return note || later;
  return `${note}\n${later}`.slice(0, maxNoteLength);
}

// A no that was ever said stays one.
function joinedConsents(own: ListedConsents, other: ListedConsents): ListedConsents {
  const both = (way: keyof ListedConsents): ListedConsents[typeof way] =>
    own[way] === 'no' || other[way] === 'no' ? 'no' : (own[way] ?? other[way]);
  return { email: both('email'), phone: both('phone'), post: both('post') };
}

/** `person` with a name: a number, an address or a phone number where the list has none. */
function namedPerson(person: PlannedPerson): PlannedPerson {
  if (person.name !== '') return person;
  const { importKey, alsoCalled, emails, phones } = person;
  const contact = emails[0] ?? phones[0] ?? '';
  if (importKey === null || emails.length > 0) return { ...person, name: contact };
  return { ...person, name: importKey, alsoCalled: [...alsoCalled, importKey] };
}
