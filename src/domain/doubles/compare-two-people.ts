// Whether two records are one person, two people of one home, or only of one name. By what they
// have in common and never by likeness alone; what speaks against it always wins.

import type { Customer, CustomerId } from '#domain/customers/customer.ts';
import { phoneKey } from '#domain/customers/phone-number.ts';
import { normalizedWords } from '#lib/normalize-text.ts';
import {
  firstNamesAgree,
  haveOtherTitles,
  isShortFor,
  lastNamesAgree,
  personNameOf,
  turnedName,
  type PersonName,
} from './person-name.ts';

/** One person · one home · only the same name. */
export type DoubleHeap = 'one-person' | 'one-home' | 'same-name';

/** What two records have in common. */
export type SharedSign = 'email' | 'phone' | 'address' | 'birthday' | 'name' | 'short-name';

export interface DoubleFinding {
  readonly heap: DoubleHeap;
  readonly signs: readonly SharedSign[];
}

/** A record with what it is compared by. */
export interface Comparable {
  readonly id: CustomerId;
  readonly notSameAs: readonly CustomerId[];
  readonly names: readonly PersonName[];
  readonly phones: readonly string[];
  readonly emails: readonly string[];
  readonly addresses: readonly string[];
  readonly birthday: string | null;
}

export type ComparedFields = Pick<
  Customer,
  'id' | 'name' | 'alsoCalled' | 'phones' | 'emails' | 'addresses' | 'birthday'
> & { readonly notSameAs?: readonly CustomerId[] };

export function comparableOf(customer: ComparedFields): Comparable {
  const { id, name, alsoCalled, phones, emails, addresses, birthday } = customer;
  return {
    id,
    notSameAs: customer.notSameAs ?? [],
    names: [name, ...alsoCalled].map(personNameOf),
    phones: phones.map(phoneKey).filter((key) => /^\d{7,}$/u.test(key)),
    emails: emails.map((email) => email.trim().toLowerCase()).filter((each) => each !== ''),
    addresses: addresses.map(addressKey).filter((key) => key !== ''),
    birthday,
  };
}

/** Whether people of two different first names share `phone`: then it tells of a home only. */
export type IsSharedPhone = (phone: string) => boolean;

/** The heap that two records belong to, or null. The same in either order. */
export function compareTwoPeople(
  a: Comparable,
  b: Comparable,
  isSharedPhone: IsSharedPhone,
): DoubleFinding | null {
  if (a.id === b.id || a.notSameAs.includes(b.id) || b.notSameAs.includes(a.id)) return null;
  const contacts = {
    email: common(a.emails, b.emails),
    phone: common(a.phones, b.phones),
    address: common(a.addresses, b.addresses),
    birthday: birthdaysAgree(a.birthday, b.birthday),
  };
  const pairs = namePairs(a, b);
  const signs = signsOf(contacts);
  const isApart = contacts.birthday === 'different' || haveOtherTitles(firstOf(a), firstOf(b));
  if (!isApart) {
    const one = pairs.find((pair) => isOnePerson(pair, contacts, isSharedPhone));
    if (one !== undefined) return { heap: 'one-person', signs: [...signs, nameSign(one)] };
  }
  const isHome = contacts.phone.length > 0 || contacts.address.length > 0;
  if (isHome && pairs.some(([x, y]) => lastNamesAgree(x, y) === 'same'))
    return { heap: 'one-home', signs };
  if (!isApart && pairs.some(isSameName)) return { heap: 'same-name', signs: [...signs, 'name'] };
  return null;
}

interface Contacts {
  readonly email: readonly string[];
  readonly phone: readonly string[];
  readonly address: readonly string[];
  readonly birthday: BirthdayAgreement;
}

type NamePair = readonly [PersonName, PersonName];

function isOnePerson(
  [x, y]: NamePair,
  { email, phone, address, birthday }: Contacts,
  isSharedPhone: IsSharedPhone,
): boolean {
  const [first, last] = [firstNamesAgree(x, y), lastNamesAgree(x, y)];
  if (first === 'different') return false;
  const isNamed = first === 'same' || last === 'same';
  if (email.length > 0 && isNamed) return true;
  if (birthday === 'same' && first === 'same' && last !== 'different') return true;
  const isWhole = first === 'same' && last === 'same';
  if (isWhole && phone.length + address.length > 0) return true;
  return isShortFor(x, y) && phone.some((each) => !isSharedPhone(each));
}

function isSameName([x, y]: NamePair): boolean {
  const [first, last] = [firstNamesAgree(x, y), lastNamesAgree(x, y)];
  if (first === 'same') return last !== 'different';
  return first === 'unknown' && last === 'same' && x.firsts.length === y.firsts.length;
}

// Each name of one with each of the other; in the other order too where that makes them one.
function namePairs(a: Comparable, b: Comparable): readonly NamePair[] {
  const plain = a.names.flatMap((x) => b.names.map((y): NamePair => [x, y]));
  const turned = plain.flatMap(([x, y]): readonly NamePair[] => {
    const other = turnedName(y);
    if (other === null) return [];
    const isWhole = firstNamesAgree(x, other) === 'same' && lastNamesAgree(x, other) === 'same';
    return isWhole ? [[x, other]] : [];
  });
  return [...plain, ...turned];
}

function nameSign([x, y]: NamePair): SharedSign {
  const isWhole = firstNamesAgree(x, y) === 'same' && lastNamesAgree(x, y) === 'same';
  const isSpelled = x.firsts.join(' ') === y.firsts.join(' ');
  return isWhole && isSpelled ? 'name' : 'short-name';
}

function signsOf({ email, phone, address, birthday }: Contacts): readonly SharedSign[] {
  const signs: readonly (readonly [boolean, SharedSign])[] = [
    [email.length > 0, 'email'],
    [phone.length > 0, 'phone'],
    [address.length > 0, 'address'],
    [birthday === 'same', 'birthday'],
  ];
  return signs.flatMap(([isShared, sign]) => (isShared ? [sign] : []));
}

function firstOf({ names }: Comparable): PersonName {
  return names[0] ?? { title: null, firsts: [], last: null, initial: null };
}

function common(a: readonly string[], b: readonly string[]): readonly string[] {
  return a.filter((each) => b.includes(each));
}

type BirthdayAgreement = 'same' | 'different' | 'unknown';

function birthdaysAgree(a: string | null, b: string | null): BirthdayAgreement {
  if (a === null || b === null) return 'unknown';
  if (a.slice(-5) !== b.slice(-5)) return 'different';
  return a.length === 10 && b.length === 10 && a !== b ? 'different' : 'same';
}

const streetWords = /^(?:street|st|road|rd|avenue|ave|av|lane|ln|close|drive|rue|strasse|str)$/u;

/** An address by its house number and the name of its street; empty where one is missing. */
export function addressKey(address: string): string {
  const [line = ''] = address.split(/[\n,]/u);
  const words = normalizedWords(line)
    .map((word) => word.replace(/(?<=.{3})(?:strasse|str)$/u, ''))
    .filter((word) => !streetWords.test(word));
  const isWhole =
    words.some((word) => /\d/u.test(word)) && words.some((word) => /\D{3}/u.test(word));
  return isWhole ? words.toSorted().join(' ') : '';
}
