// What one row says about a person, and which of its cells could not be used.

import type { ColumnMeaning } from '#domain/import/column-meaning.ts';
import { isNoDay, type DayRules } from '../cells/cell-day.ts';
import { permissionOf, flagOf } from '../cells/cell-flag.ts';
import {
  emailsOf,
  isPhone,
  isRounded,
  labelsOf,
  maxNoteLength,
  maxTextLength,
  nameOf,
  phonesOf,
  textOf,
} from '../cells/cell-text.ts';
import { inSpokenOrder, type NameRules } from '../cells/name-order.ts';
import { parseBirthday } from '../cells/parse-birthday.ts';
import { cellOf, cellsOf, type ColumnsByMeaning } from '../columns/columns-by-meaning.ts';
import { isRefusal } from '../columns/consent-heading.ts';
import { foldedHeading } from '../columns/headings.ts';
import type { CellProblem } from './planned-visit.ts';

/** Whether somebody may be written to or called, as a list says it; null when it does not. */
export interface ListedConsents {
  readonly email: 'yes' | 'no' | null;
  readonly phone: 'yes' | 'no' | null;
  readonly post: 'yes' | 'no' | null;
}

/** A person of a list, gathered from all of their rows. */
export interface PlannedPerson {
  readonly name: string;
  readonly alsoCalled: readonly string[];
  readonly cue: string;
  readonly phones: readonly string[];
  readonly emails: readonly string[];
  /** Each with its lines separated by line feeds. */
  readonly addresses: readonly string[];
  /** `MM-DD` or `YYYY-MM-DD`. */
  readonly birthday: string | null;
  readonly note: string;
  readonly consents: ListedConsents;
  /** Their customer number in the list, or null. */
  readonly importKey: string | null;
  /** Their first row. */
  readonly row: number;
}

/** What one row says about its person, and what of it could not be used. */
export interface ParsedPerson {
  readonly person: Omit<PlannedPerson, 'row'>;
  readonly problems: readonly CellProblem[];
}

/** The person of one row; the name may be empty when there is only a number. */
export function parsePerson(
  columns: ColumnsByMeaning,
  cells: readonly string[],
  rules: DayRules & NameRules,
): ParsedPerson {
  const problems: CellProblem[] = [];
  const contacts = contactsIn(columns, cells, problems);
  const text = (meaning: ColumnMeaning): string =>
    shortened(textOf(cellOf(columns, cells, meaning)), meaning, problems);
  const name = shortened(fullName(columns, cells, rules), 'name', problems);
  const nicknames = cellsOf(columns, cells, 'nickname')
    .map((cell) => shortened(textOf(cell), 'nickname', problems))
    .filter((nickname) => nickname !== '' && nickname !== name);
  const person = {
    name,
    alsoCalled: [...new Set(nicknames)],
    cue: text('cue'),
    ...contacts,
    // Tills enter people known only by phone under their number.
    phones: contacts.phones.length === 0 && isPhone(name) ? [name] : contacts.phones,
    addresses: addressesIn(columns, cells),
    birthday: birthdayIn(textOf(cellOf(columns, cells, 'birthday')), rules, problems),
    note: noteIn(columns, cells),
    consents: consentsIn(columns, cells, problems),
    importKey: numberIn(text('customer-number'), problems),
  };
  return { person, problems };
}

/** Whether a row says anything at all about a person. */
export function isAnonymous({
  name,
  importKey,
  phones,
  emails,
}: Omit<PlannedPerson, 'row'>): boolean {
  return name === '' && importKey === null && phones.length === 0 && emails.length === 0;
}

interface Contacts {
  readonly phones: readonly string[];
  readonly emails: readonly string[];
}

// A number may stand in the column of mail addresses and the other way round; what is neither is a
// problem.
function contactsIn(
  columns: ColumnsByMeaning,
  cells: readonly string[],
  problems: CellProblem[],
): Contacts {
  const phones: string[] = [];
  const emails: string[] = [];
  for (const meaning of ['phone', 'email'] as const) {
    for (const cell of cellsOf(columns, cells, meaning)) {
      const text = textOf(cell);
      if (text === '') continue;
      const mails = emailsOf(cell);
      if (mails.length > 0) {
        const rest = withoutMails(cell);
        const beside = phonesOf(rest).filter(isPhone);
        emails.push(...mails);
        phones.push(...beside);
        problems.push(...leftBeside(rest, beside, meaning));
      } else if (isRounded(text)) problems.push({ code: 'rounded-number', meaning, text });
      else if (digitsIn(text) >= 5 || isShortNumber(text)) phones.push(...phonesOf(cell));
      else if (!isZero(text))
        problems.push({ code: meaning === 'phone' ? 'not-a-phone' : 'not-a-mail', meaning, text });
    }
  }
  emails.push(...emailsOf(cellOf(columns, cells, 'name')));
  return {
    phones: distinct(phones, (phone) => phone.replaceAll(/\D/gu, '')),
    emails: distinct(emails, (email) => email.toLowerCase()),
  };
}

function leftBeside(
  rest: string,
  phones: readonly string[],
  meaning: ColumnMeaning,
): readonly CellProblem[] {
  const isLeft = phones.length === 0 && /[\p{Letter}\p{Number}]/u.test(rest);
  return isLeft ? [{ code: 'not-a-mail', meaning, text: rest }] : [];
}

// What stands beside the addresses: "edda@example.org, +447700900110" holds a number too. The name
// in `Edda Krol <edda@example.org>` belongs to the address.
function withoutMails(cell: string): string {
  return textOf(cell)
    .replaceAll(/(?:^|(?<=[;,]))[^;,<>]*<[^<>\s]+@[^<>\s]+>/gu, '')
    .replaceAll(/[^\s,;|<>]+@[^\s,;|<>]+/gu, '')
    .replace(/^[\s,;|<>:]+|[\s,;|<>:]+$/gu, '');
}

function digitsIn(text: string): number {
  return text.replaceAll(/\P{Number}/gu, '').length;
}

/** An extension, or a number that was cut: kept as it is. */
function isShortNumber(text: string): boolean {
  return /^[+\d\s().\-–/]+$/u.test(text) && /[1-9]/u.test(text);
}

function isZero(text: string): boolean {
  return /^[0\s]*$/u.test(text);
}

function numberIn(text: string, problems: CellProblem[]): string | null {
  const number = text.replace(/^'/u, '');
  if (!isRounded(number)) return number === '' || isZero(number) ? null : number;
  problems.push({ code: 'rounded-number', meaning: 'customer-number', text: number });
  return null;
}

function birthdayIn(text: string, rules: DayRules, problems: CellProblem[]): string | null {
  if (text === '' || isNoDay(text)) return null;
  const birthday = parseBirthday(text, rules);
  if (birthday === undefined) problems.push({ code: 'not-a-birthday', meaning: 'birthday', text });
  return birthday ?? null;
}

function consentsIn(
  columns: ColumnsByMeaning,
  cells: readonly string[],
  problems: CellProblem[],
): ListedConsents {
  const answer = (meaning: 'may-email' | 'may-phone' | 'may-post'): 'yes' | 'no' | null => {
    const answers = consentCells(columns, cells, meaning);
    // Of several answers the no counts.
    return answers.includes('no') ? 'no' : (answers.find((each) => each !== null) ?? null);
  };
  const stopped = cellsOf(columns, cells, 'no-messages').some((cell) => saysStop(cell, problems));
  return {
    email: stopped ? 'no' : answer('may-email'),
    phone: answer('may-phone'),
    post: answer('may-post'),
  };
}

/** The answers of the columns of one way; yes to "Do Not Call" is a no. */
function consentCells(
  { columns, headings }: ColumnsByMeaning,
  cells: readonly string[],
  meaning: ColumnMeaning,
): readonly ('yes' | 'no' | null)[] {
  return (columns.get(meaning) ?? []).map((index) => {
    const answer = permissionOf(cells[index] ?? '');
    if (answer === null || !isRefusal(foldedHeading(headings[index] ?? ''))) return answer;
    return answer === 'yes' ? 'no' : 'yes';
  });
}

// "Unsubscribed" may hold yes and no, or the day on which it happened.
function saysStop(cell: string, problems: CellProblem[]): boolean {
  const text = textOf(cell);
  if (text === '' || isNoDay(text)) return false;
  const flag = flagOf(text);
  if (flag !== null) return flag === 'yes';
  if (!/\d/u.test(text) && permissionOf(text) === null)
    problems.push({ code: 'not-yes-or-no', meaning: 'no-messages', text });
  return permissionOf(text) !== 'yes';
}

function fullName(
  columns: ColumnsByMeaning,
  cells: readonly string[],
  { isSurnameFirst }: NameRules,
): string {
  const written = firstOf(cellsOf(columns, cells, 'name').map(nameOf));
  const whole = isSurnameFirst ? inSpokenOrder(written) : written;
  if (whole !== '' && !whole.includes('@')) return whole;
  const part = (meaning: ColumnMeaning): string => nameOf(cellOf(columns, cells, meaning));
  // Spanish and Portuguese names have two surnames, each in its column.
  const last = distinct(cellsOf(columns, cells, 'last-name').map(nameOf), lower).join(' ');
  const first = part('first-name');
  // "Frau Sommer", where only the family name is known.
  const salutation = first === '' && last !== '' ? part('salutation') : '';
  const parts = [salutation, first, part('middle-name'), part('name-particle'), last];
  const joined = parts.filter((each) => each !== '').join(' ');
  const isName = first !== '' || last !== '' || part('middle-name') !== '';
  return (
    (isName ? joined : '') ||
    textOf(cellOf(columns, cells, 'company')) ||
    textOf(cellOf(columns, cells, 'nickname'))
  );
}

function addressesIn(columns: ColumnsByMeaning, cells: readonly string[]): readonly string[] {
  const whole = cellsOf(columns, cells, 'address').map(textOf);
  const [street = '', ...moreStreet] = cellsOf(columns, cells, 'street').map(textOf);
  const house = textOf(cellOf(columns, cells, 'house-number'));
  // In a postcode letters may follow the guarding quote.
  const postcode = textOf(cellOf(columns, cells, 'postcode')).replace(/^'/u, '');
  // Suburb and town.
  const cities = distinct(cellsOf(columns, cells, 'city').map(textOf), lower);
  const town = [postcode, cities.join(', ')];
  const place = [
    [street, house].filter((part) => part !== '').join(' '),
    ...moreStreet,
    town.filter((part) => part !== '').join(' '),
  ];
  const rest = (['region', 'country'] as const).map((part) => textOf(cellOf(columns, cells, part)));
  const [first = '', ...others] = whole;
  // A country alone is no address to write to.
  const hasPlace = [first, ...place].some((line) => line !== '');
  const main = hasPlace ? lines([first, ...place, ...rest]) : '';
  return distinct([main, ...others.map((other) => lines([other]))], (address) => address);
}

function lines(parts: readonly string[]): string {
  return [...new Set(parts.filter((line) => line !== ''))].join('\n').slice(0, maxNoteLength);
}

function noteIn(columns: ColumnsByMeaning, cells: readonly string[]): string {
  const notes = cellsOf(columns, cells, 'note').map(textOf);
  const labels = cellsOf(columns, cells, 'labels').flatMap(labelsOf).join(', ');
  return [...notes, labels]
    .filter((line) => line !== '')
    .join('\n')
    .slice(0, maxNoteLength);
}

/** The texts that are not blank, each once by its key. */
export function distinct(
  texts: readonly string[],
  keyOf: (text: string) => string,
): readonly string[] {
  const seen = new Map<string, string>();
  for (const text of texts) {
    const key = keyOf(text);
    if (text !== '' && !seen.has(key)) seen.set(key, text);
  }
  return [...seen.values()];
}

function firstOf(texts: readonly string[]): string {
  return texts.find((text) => text !== '') ?? '';
}

function shortened(text: string, meaning: ColumnMeaning, problems: CellProblem[]): string {
  if (text.length > maxTextLength) problems.push({ code: 'text-cut', meaning, text });
  return text.slice(0, maxTextLength);
}

function lower(text: string): string {
  return text.toLowerCase();
}
