// One contact card: what is gathered from its properties.

import { cardAddress } from './card-address.ts';
import { cardBirthday } from './card-birthday.ts';
import { cardName } from './card-name.ts';
import type { ContentLine } from './content-lines.ts';
import { isBinary, partsOf, propertyText, type DecodeBytes } from './property-value.ts';

/** A card as a row of a list has it; of what may be there several times all of it. */
export interface ContactCard {
  readonly name: string;
  readonly nickname: string;
  readonly company: string;
  readonly phones: readonly string[];
  readonly emails: readonly string[];
  readonly addresses: readonly string[];
  readonly birthday: string;
  readonly note: string;
  readonly labels: string;
}

/** The card of these properties, or null when it is a group of cards. */
export function contactCard(
  lines: readonly ContentLine[],
  decode: DecodeBytes,
): ContactCard | null {
  const of = (...names: readonly string[]): readonly ContentLine[] =>
    lines.filter((line) => names.includes(line.name) && !isBinary(line));
  const texts = (...names: readonly string[]): readonly string[] =>
    distinct(of(...names).map((line) => propertyText(line, decode)));
  const first = (name: string): readonly string[] => joinedParts(of(name)[0], decode);
  if (texts('KIND', 'X-ADDRESSBOOKSERVER-KIND').some((kind) => /^group$/iu.test(kind))) return null;
  return {
    name: cardName(first('N'), texts('FN')[0] ?? ''),
    nickname: lists(of('NICKNAME'), decode),
    company: distinct(first('ORG')).join(', '),
    phones: distinct(texts('TEL').map(phoneText)),
    emails: distinct(texts('EMAIL').map((text) => text.replace(/^mailto:/iu, ''))),
    addresses: addressesIn(of('ADR'), lines, decode) ?? texts('LABEL'),
    birthday: birthdayIn(of('BDAY'), decode),
    note: texts('NOTE').join('\n'),
    labels: lists(of('CATEGORIES'), decode),
  };
}

function phoneText(text: string): string {
  return text.replace(/^tel:/iu, '').replace(/;ext=/iu, ' ext. ').replace(/;.*$/u, '');
}

function addressesIn(
  found: readonly ContentLine[],
  lines: readonly ContentLine[],
  decode: DecodeBytes,
): readonly string[] | null {
  const written = found.map((line) =>
    cardAddress(joinedParts(line, decode), countryCodeOf(line, lines)),
  );
  const addresses = distinct(written);
  return addresses.length === 0 ? null : addresses;
}

// Apple names the country of an address beside it, in a property of the same group.
function countryCodeOf({ group }: ContentLine, lines: readonly ContentLine[]): string {
  if (group === '') return '';
  return lines.find((line) => line.name === 'X-ABADR' && line.group === group)?.value.trim() ?? '';
}

function birthdayIn(found: readonly ContentLine[], decode: DecodeBytes): string {
  const [line] = found;
  return line === undefined ? '' : cardBirthday(line, propertyText(line, decode));
}

function joinedParts(line: ContentLine | undefined, decode: DecodeBytes): readonly string[] {
  if (line === undefined) return [];
  return partsOf(line, decode).map((parts) => parts.filter((part) => part !== '').join(' '));
}

// Google puts everybody into a group that says nothing.
function lists(found: readonly ContentLine[], decode: DecodeBytes): string {
  const all = found.flatMap((line) => partsOf(line, decode).flat());
  return distinct(all.filter((each) => each !== 'myContacts')).join(', ');
}

function distinct(texts: readonly string[]): readonly string[] {
  return [...new Set(texts)].filter((text) => text !== '');
}
