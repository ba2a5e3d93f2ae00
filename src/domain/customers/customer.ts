// Anyone known to the shop, also one who only looks. Knows no gender and no rank.

import type { Day } from '#lib/day.ts';
import type { ImportId } from '#domain/import/shop-import.ts';
import type { VersionedRow } from '#domain/shop/versioned-row.ts';

declare const customerBrand: unique symbol;
/** Tells a customer’s id from other text. */
export type CustomerId = string & { readonly [customerBrand]: true };

/** The id spelled by `text`, for ids just made or read from a row. */
export function customerIdFrom(text: string): CustomerId {
  // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- the brand tells ids apart, any text may be one
  return text as CustomerId;
}

/** Something the customer likes or needs, and the day it was noted. */
export interface Preference {
  readonly text: string;
  readonly day: Day;
}

/** A yes or no to being written to or called: when it was given, and how ("at the till"). */
export interface Consent {
  readonly answer: 'yes' | 'no';
  readonly day: Day;
  readonly how: string;
}

/** An answer for each way of writing or calling; null when nobody asked. */
export interface Consents {
  readonly post: Consent | null;
  readonly email: Consent | null;
  readonly phone: Consent | null;
}

/** What of a card may change. */
export type CustomerField =
  | 'name'
  | 'cue'
  | 'alsoCalled'
  | 'phone'
  | 'email'
  | 'address'
  | 'birthday'
  | 'preferences'
  | 'note'
  | 'sentBy'
  | 'householdId'
  | 'consents'
  | 'local'
  | 'passingThrough'
  | 'suggestNothing'
  | 'mergedInto'
  | 'forgottenOn'
  | 'importKey'
  | 'voided';

/** One card: what is written about somebody. */
export interface Customer extends VersionedRow<CustomerField> {
  readonly id: CustomerId;
  /** As the shop says it: "Mrs Khan", "Tom R." */
  readonly name: string;
  /** How staff know them, fit to be read over the counter: "red bike". */
  readonly cue: string;
  readonly alsoCalled: readonly string[];
  readonly phone: string;
  readonly email: string;
  /** Postal address, lines separated by line feeds. */
  readonly address: string;
  /** `MM-DD` or `YYYY-MM-DD`. */
  readonly birthday: string | null;
  readonly preferences: readonly Preference[];
  readonly note: string;
  readonly sentBy: CustomerId | null;
  /** Kept for a later household screen. */
  readonly householdId: string | null;
  readonly consents: Consents;
  /** Whether they live nearby; null when nobody noted it. */
  readonly local: boolean | null;
  readonly passingThrough: boolean;
  readonly suggestNothing: boolean;
  readonly mergedInto: CustomerId | null;
  readonly forgottenOn: Day | null;
  /**
   * The customer number in the file they came with, by which the same file's later export finds
   * them again.
   */
  readonly importKey: string | null;
  readonly importId: ImportId | null;
  readonly addedOn: Day;
  readonly createdAt: number;
  readonly voided: boolean;
}

/** Nobody asked yet. */
export const noConsents: Consents = { post: null, email: null, phone: null };

/** A card on which nothing is written yet. */
export const blankCustomer: Omit<Customer, 'id' | 'addedOn' | 'createdAt' | 'made' | 'edits'> = {
  name: '',
  cue: '',
  alsoCalled: [],
  phone: '',
  email: '',
  address: '',
  birthday: null,
  preferences: [],
  note: '',
  sentBy: null,
  householdId: null,
  consents: noConsents,
  local: null,
  passingThrough: false,
  suggestNothing: false,
  mergedInto: null,
  forgottenOn: null,
  importKey: null,
  importId: null,
  voided: false,
};

/**
 * Whether the shop still knows this person under this card: not joined into another, forgotten, or
 * taken back.
 */
export function isPresent(customer: Customer): boolean {
  return !customer.voided && customer.mergedInto === null && customer.forgottenOn === null;
}

/** The month and day of the birthday, `MM-DD`, or null. */
export function birthdayOf(customer: Pick<Customer, 'birthday'>): string | null {
  return customer.birthday === null ? null : customer.birthday.slice(-5);
}

/**
 * The person that `survivor` and the cards `joined` into it make together: the survivor's own
 * answers first, gaps filled from the joined cards (oldest first), preferences and other names
 * gathered. Nothing is stored, so taking the join back loses nothing.
 */
export function mergedCustomer(survivor: Customer, joined: readonly Customer[]): Customer {
  return joined.toSorted(byCreation).reduce(withGapsFilled, survivor);
}

function withGapsFilled(person: Customer, other: Customer): Customer {
  return {
    ...person,
    ...mergedContact(person, other),
    note: [person.note, other.note].filter((note) => note !== '').join('\n'),
    birthday: person.birthday ?? other.birthday,
    sentBy: person.sentBy ?? other.sentBy,
    local: person.local ?? other.local,
    passingThrough: person.passingThrough || other.passingThrough,
    suggestNothing: person.suggestNothing || other.suggestNothing,
    alsoCalled: mergedNames(person, other).filter((name) => name !== person.name),
    preferences: [...person.preferences, ...other.preferences],
  };
}

function mergedContact(
  person: Customer,
  other: Customer,
): Pick<Customer, 'cue' | 'phone' | 'email' | 'address' | 'consents'> {
  return {
    cue: person.cue || other.cue,
    phone: person.phone || other.phone,
    email: person.email || other.email,
    address: person.address || other.address,
    consents: {
      post: person.consents.post ?? other.consents.post,
      email: person.consents.email ?? other.consents.email,
      phone: person.consents.phone ?? other.consents.phone,
    },
  };
}

function mergedNames(person: Customer, other: Customer): readonly string[] {
  return [...new Set([...person.alsoCalled, other.name, ...other.alsoCalled])];
}

/** Oldest card first; ties by id. */
export function byCreation(a: Customer, b: Customer): number {
  return a.createdAt - b.createdAt || (a.id < b.id ? -1 : a.id > b.id ? 1 : 0);
}
