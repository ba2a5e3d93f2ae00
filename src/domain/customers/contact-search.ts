// Finds customers by what is on their card beside the name: a phone number in any form or a part of
// it, a mail address or its beginning, the customer number of a list.

import { withAsciiDigits } from '#lib/ascii-digits.ts';
import { normalizeText, normalizedWords } from '#lib/normalize-text.ts';
import type { Customer } from './customer.ts';
import { comparedDigits, nationalDigits, phoneDigits } from './phone-number.ts';

/** What of a card is searched here. */
export type SearchableContacts = Pick<Customer, 'phones' | 'emails' | 'importKey'>;

/** The contacts of a card, each between blanks. */
export interface ContactEntry {
  /** Each phone number as written and as dialled within its country. */
  readonly phones: string;
  readonly emails: string;
  readonly customerNumber: string;
}

/** What was typed, as far as it may be a contact. */
export interface ContactQuery {
  /** Any of these is the whole of a phone number, and any of these a part of one. */
  readonly wholePhones: readonly string[];
  readonly partsOfPhones: readonly string[];
  /** Digits that are in all of these, null where no phone number was typed. */
  readonly phoneCore: string | null;
  /** Null where it is too short, or no mail address. */
  readonly email: string | null;
  readonly customerNumber: string;
  /** What was typed beside a phone number: "khan 07700". */
  readonly rest: string;
}

/** How well typed words meet a contact. */
export type ContactMatch = 'whole' | 'part' | 'none';

/** So many digits or letters may be a part of a number or an address: fewer are in everybody's. */
const minPart = 4;

/** A number from here on, without what every number of a town begins with. */
const minNational = 3;

export function contactEntryOf({ phones, emails, importKey }: SearchableContacts): ContactEntry {
  return {
    phones: spaced(phones.flatMap((phone) => [phoneDigits(phone), nationalDigits(phone)])),
    emails: spaced(emails.map(normalizeText)),
    customerNumber: customerNumberOf(importKey ?? ''),
  };
}

/** `typed` as a phone number, a mail address or a customer number. */
export function contactQueryOf(typed: string): ContactQuery {
  const [phone = ''] = phonePattern.exec(withAsciiDigits(typed)) ?? [];
  return {
    ...phoneNeedlesOf(phone),
    email: emailNeedleOf(typed.trim()),
    customerNumber: customerNumberOf(typed),
    rest: withAsciiDigits(typed).replace(phone, ' '),
  };
}

/** Whether `entry` has a phone number that is meant by `query`. */
export function phoneMatchOf({ phones }: ContactEntry, query: ContactQuery): ContactMatch {
  // Nearly everybody is settled here.
  if (query.phoneCore === null || !phones.includes(query.phoneCore)) return 'none';
  if (query.wholePhones.some((needle) => phones.includes(needle))) return 'whole';
  return query.partsOfPhones.some((needle) => phones.includes(needle)) ? 'part' : 'none';
}

/** Whether `entry` has a mail address or customer number that is meant by all of `query`. */
export function writtenMatchOf(entry: ContactEntry, query: ContactQuery): ContactMatch {
  const { email, customerNumber } = query;
  if (customerNumber !== '' && entry.customerNumber === customerNumber) return 'whole';
  if (email === null || !entry.emails.includes(email)) return 'none';
  return entry.emails.includes(`${email} `) ? 'whole' : 'part';
}

type PhoneNeedles = Pick<ContactQuery, 'wholePhones' | 'partsOfPhones' | 'phoneCore'>;

function phoneNeedlesOf(phone: string): PhoneNeedles {
  const digits = phoneDigits(phone);
  if (digits.length < minPart) return noPhone;
  const national = nationalDigits(phone);
  const begins = national.length < minNational ? [] : [` ${national}`];
  const ends = digits.length < comparedDigits ? [] : [`${digits.slice(-comparedDigits)} `];
  return {
    wholePhones: [...begins.map((needle) => `${needle} `), ...ends],
    partsOfPhones: [digits, ...begins],
    phoneCore: digits.slice(-Math.min(national.length || minPart, comparedDigits)),
  };
}

function emailNeedleOf(typed: string): string | null {
  if (/\s/u.test(typed)) return null;
  return typed.includes('@') || typed.length >= minPart ? ` ${normalizeText(typed)}` : null;
}

function customerNumberOf(text: string): string {
  return normalizedWords(text).join('');
}

function spaced(words: readonly string[]): string {
  return words.length === 0 ? '' : ` ${words.join(' ')} `;
}

const noPhone: PhoneNeedles = { wholePhones: [], partsOfPhones: [], phoneCore: null };

const phonePattern = /[+(]{0,2}\d[\d\s().+/-]*/u;
