// The person of a row. The same customer number is the same person; without numbers the same folded
// name within one file.

import { normalizedWords } from '#lib/normalize-text.ts';
import { parseBirthday } from './parse-birthday.ts';
import type { DayRules } from './cell-day.ts';
import {
  emailOf,
  maxNoteLength,
  maxTextLength,
  isPhone,
  labelsOf,
  nameOf,
  phoneOf,
  textOf,
} from './cell-text.ts';
import { cellOf, cellsOf, type ColumnsByMeaning } from './columns-by-meaning.ts';

/** A person of a file, gathered from all of their rows. */
export interface PlannedPerson {
  readonly name: string;
  readonly alsoCalled: readonly string[];
  readonly cue: string;
  readonly phone: string;
  readonly email: string;
  /** Lines separated by line feeds. */
  readonly address: string;
  /** `MM-DD` or `YYYY-MM-DD`. */
  readonly birthday: string | null;
  readonly note: string;
  /** Their customer number in the file, or null. */
  readonly importKey: string | null;
  /** Their first row. */
  readonly row: number;
}

const maxNames = 10;

/** The person of one row; the name may be empty when there is only a number. */
export function parsePerson(
  places: ColumnsByMeaning,
  cells: readonly string[],
  rules: DayRules,
): Omit<PlannedPerson, 'row'> {
  const text = (meaning: Parameters<typeof cellOf>[2]): string =>
    shortened(textOf(cellOf(places, cells, meaning)));
  const nameCell = cellOf(places, cells, 'name');
  const name = shortened(fullName(places, cells));
  const phone = shortened(firstOf(cellsOf(places, cells, 'phone').map(phoneOf)));
  return {
    name,
    alsoCalled: [text('nickname')].filter((each) => each !== '' && each !== name),
    cue: text('cue'),
    // Tills enter people known only by phone under their number.
    phone: phone === '' && isPhone(name) ? name : phone,
    email: shortened(firstOf([...cellsOf(places, cells, 'email'), nameCell].map(emailOf))),
    address: addressIn(places, cells),
    birthday: parseBirthday(cellOf(places, cells, 'birthday'), rules) ?? null,
    note: noteIn(places, cells),
    importKey: text('customer-number').replace(/^'/u, '') || null,
  };
}

/** What identifies a person within one file, or null when the row names nobody. */
export function identityOf(person: Omit<PlannedPerson, 'row'>): string | null {
  if (person.importKey !== null) return `number ${person.importKey}`;
  const name = normalizedWords(person.name).join(' ') || person.name;
  if (name !== '') return `name ${name}`;
  const contact = person.email.toLowerCase() || person.phone.replace(/\D/gu, '');
  return contact === '' ? null : `contact ${contact}`;
}

/** `person` with the gaps filled from a later row; another name becomes "also called". */
export function withLaterRow(
  person: PlannedPerson,
  later: Omit<PlannedPerson, 'row'>,
): PlannedPerson {
  return {
    ...person,
    name: person.name || later.name,
    alsoCalled: otherNames(person.name || later.name, [
      ...person.alsoCalled,
      later.name,
      ...later.alsoCalled,
    ]),
    cue: person.cue || later.cue,
    phone: person.phone || later.phone,
    email: person.email || later.email,
    address: person.address || later.address,
    birthday: person.birthday ?? later.birthday,
    note:
      person.note === '' || later.note === '' || person.note.includes(later.note)
        ? person.note || later.note
        : `${person.note}\n${later.note}`.slice(0, maxNoteLength),
  };
}

/** `person` with a name: a number, an address or a phone number where the file has none. */
export function namedPerson(person: PlannedPerson): PlannedPerson {
  if (person.name !== '') return person;
  const { importKey, alsoCalled, email, phone } = person;
  if (importKey === null || email !== '') return { ...person, name: email || phone };
  return { ...person, name: importKey, alsoCalled: [...alsoCalled, importKey] };
}

function fullName(places: ColumnsByMeaning, cells: readonly string[]): string {
  const whole = firstOf(cellsOf(places, cells, 'name').map(nameOf));
  if (whole !== '') return whole;
  const parts = (['first-name', 'middle-name', 'last-name'] as const).map((part) =>
    nameOf(cellOf(places, cells, part)),
  );
  const joined = parts.filter((part) => part !== '').join(' ');
  return (
    joined || textOf(cellOf(places, cells, 'company')) || textOf(cellOf(places, cells, 'nickname'))
  );
}

function addressIn(places: ColumnsByMeaning, cells: readonly string[]): string {
  const whole = cellsOf(places, cells, 'address').map(textOf);
  // In a postcode letters may follow the guarding quote.
  const town = (['postcode', 'city'] as const).map((part) =>
    textOf(cellOf(places, cells, part)).replace(/^'/u, ''),
  );
  const lines = [
    ...whole,
    ...cellsOf(places, cells, 'street').map(textOf),
    town.filter((part) => part !== '').join(' '),
    textOf(cellOf(places, cells, 'region')),
    textOf(cellOf(places, cells, 'country')),
  ];
  // A country alone is no address to write to.
  const hasPlace = lines.slice(0, -2).some((line) => line !== '');
  return hasPlace
    ? [...new Set(lines.filter((line) => line !== ''))].join('\n').slice(0, maxNoteLength)
    : '';
}

function noteIn(places: ColumnsByMeaning, cells: readonly string[]): string {
  const notes = cellsOf(places, cells, 'note').map(textOf);
  const labels = cellsOf(places, cells, 'labels').flatMap(labelsOf).join(', ');
  return [...notes, labels]
    .filter((line) => line !== '')
    .join('\n')
    .slice(0, maxNoteLength);
}

function otherNames(name: string, names: readonly string[]): readonly string[] {
  return [...new Set(names)].filter((each) => each !== '' && each !== name).slice(0, maxNames);
}

function firstOf(texts: readonly string[]): string {
  return texts.find((text) => text !== '') ?? '';
}

function shortened(text: string): string {
  return text.slice(0, maxTextLength);
}
