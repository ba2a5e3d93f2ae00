// People as contact cards for a phone's address book. Version 3.0 is what both kinds of phone read
// well; 4.0 is there for programs that ask for it.

import type { Customer } from '#domain/customers/customer.ts';
import { lastNameStart } from './last-name-start.ts';

export type CardVersion = '3.0' | '4.0';

export function contactCardsText(people: readonly Customer[], version: CardVersion): string {
  return people.map((person) => cardText(person, version)).join('');
}

function cardText(person: Customer, version: CardVersion): string {
  const { name, alsoCalled, phones, emails, addresses, birthday, note } = person;
  const type = version === '3.0' ? 'TYPE=HOME' : 'TYPE=home';
  const lines = [
    'BEGIN:VCARD',
    `VERSION:${version}`,
    `FN:${escaped(name)}`,
    `N:${nameParts(name).map(escaped).join(';')}`,
    ...(alsoCalled.length === 0 ? [] : [`NICKNAME:${alsoCalled.map(escaped).join(',')}`]),
    ...phones.map((phone) => `TEL:${escaped(phone)}`),
    ...emails.map((email) => `EMAIL:${escaped(email)}`),
    ...addresses.map((address) => `ADR;${type}:;;${escaped(address)};;;;`),
    ...(birthday === null ? [] : [birthdayLine(birthday, version)]),
    ...(note === '' ? [] : [`NOTE:${escaped(note)}`]),
    `UID:${version === '4.0' ? 'urn:uuid:' : ''}${person.id}`,
    'END:VCARD',
  ];
  return `${lines.map(folded).join('\r\n')}\r\n`;
}

function nameParts(name: string): readonly [string, string, string, string, string] {
  const words = name.split(/\s+/u).filter((word) => word !== '');
  const start = lastNameStart(words);
  return [words.slice(start).join(' '), words.slice(0, start).join(' '), '', '', ''];
}

// Apple's way of saying that the year is not known; readers of 3.0 have no other.
function birthdayLine(birthday: string, version: CardVersion): string {
  if (birthday.length === 10) return `BDAY:${birthday}`;
  return version === '3.0'
    ? `BDAY;X-APPLE-OMIT-YEAR=1604:1604-${birthday}`
    : `BDAY:--${birthday.replace('-', '')}`;
}

/** A value with the signs that mean something in a card kept from meaning it. */
export function escaped(text: string): string {
  return text
    .replaceAll('\\', '\\\\')
    .replaceAll(/\r\n|[\r\n]/gu, '\\n')
    .replaceAll(',', '\\,')
    .replaceAll(';', '\\;');
}

const maxBytes = 75;

/** A line broken so that none has more than 75 bytes, and no letter is cut in two. */
export function folded(line: string): string {
  let bytes = 0;
  let text = '';
  for (const letter of line) {
    const size = byteLength(letter);
    if (bytes + size > maxBytes) {
      text += '\r\n ';
      bytes = 1;
    }
    text += letter;
    bytes += size;
  }
  return text;
}

function byteLength(letter: string): number {
  const code = letter.codePointAt(0) ?? 0;
  if (code < 0x80) return 1;
  if (code < 0x800) return 2;
  return code < 0x10000 ? 3 : 4;
}
