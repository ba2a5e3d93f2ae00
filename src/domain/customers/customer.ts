// Anyone known to the shop, also one who only looks. Knows no gender and no rank.

import { idFrom, type Id } from '#lib/id.ts';
import type { Day } from '#lib/day.ts';
import type { ImportId } from '#domain/import/shop-import.ts';
import type { VersionedRow } from '#domain/shop/versioned-row.ts';
import { compareCodePoints } from '#lib/compare.ts';
import { keysOf } from '#lib/typed-keys.ts';
import type { HouseholdId } from './household-id.ts';
import { permissionKey, type Permission } from './permission.ts';
import { phoneKey } from './phone-number.ts';
import type { Preference } from './preference.ts';

export type CustomerId = Id<'customer'>;

export const customerIdFrom: (text: string) => CustomerId = idFrom;

/** How a field of a row begins, and what it says once another customer is merged in. */
interface FieldRule<Value> {
  readonly blank: Value;
  readonly merge: (own: Value, other: Value) => Value;
}

const text: FieldRule<string> = { blank: '', merge: (own, other) => own || other };
const flag: FieldRule<boolean> = { blank: false, merge: (own, other) => own || other };

const paragraphs: FieldRule<string> = {
  blank: '',
  merge: (own, other) => [own, other].filter((part) => part !== '').join('\n'),
};

/** A value, or null while nobody knows it. */
function maybe<Value>(): FieldRule<Value | null> {
  return { blank: null, merge: (own, other) => own ?? other };
}

/** A list that gathers what both rows say; of those with the same key the first stays. */
function list<Value>(keyOf: (value: Value) => unknown = itself): FieldRule<readonly Value[]> {
  return {
    blank: [],
    merge(own, other) {
      const known = new Map<unknown, Value>();
      for (const value of [...own, ...other])
        if (!known.has(keyOf(value))) known.set(keyOf(value), value);
      return [...known.values()];
    },
  };
}

function itself(value: unknown): unknown {
  return value;
}

/** A field that no other row changes. */
function ownOnly<Value>(blank: Value): FieldRule<Value> {
  return { blank, merge: (own) => own };
}

/** All that may change of a customer's row. A new field is added here and in the schema. */
const fieldRules = {
  /** As the shop says it: "Mrs Khan", "Tom R." */
  name: ownOnly(''),
  /** How staff know them, fit to be read over the counter: "red bike". */
  cue: text,
  /** On envelopes and labels; empty: the name. */
  letterName: text,
  /** How a letter begins: "Dear Mrs Khan"; empty: as the shop begins them. */
  opening: text,
  /** On the wall of thanks; empty: the name. */
  wallName: text,
  /** What letters to them are written in, as `de`; null: the shop's own. */
  language: maybe<string>(),
  alsoCalled: list<string>(),
  /** As written, the preferred one first; so are mail and postal addresses. */
  phones: list<string>(phoneKey),
  emails: list<string>((email) => email.toLowerCase()),
  /** Each with its lines separated by line feeds. */
  addresses: list<string>(),
  /** `MM-DD` or `YYYY-MM-DD`. */
  birthday: maybe<string>(),
  preferences: list<Preference>(),
  note: paragraphs,
  sentBy: maybe<CustomerId>(),
  householdId: maybe<HouseholdId>(),
  /** Only ever appended to; see `permission.ts`. */
  permissions: list<Permission>(permissionKey),
  /** Whether they live nearby; null when nobody noted it. */
  local: maybe<boolean>(),
  passingThrough: flag,
  suggestNothing: flag,
  /** Noted as under sixteen. */
  young: flag,
  /** The day it was noted, never a reason. */
  diedOn: maybe<Day>(),
  /** Who looks like them in the list and is somebody else. */
  notSameAs: list<CustomerId>(),
  mergedInto: ownOnly<CustomerId | null>(null),
  forgottenOn: ownOnly<Day | null>(null),
  /** The customer number in the file they came with: a later export of it finds them again. */
  importKey: maybe<string>(),
  voided: ownOnly(false),
};

export type CustomerFields = {
  readonly [Field in keyof typeof fieldRules]: (typeof fieldRules)[Field]['blank'];
};

/** One row: what is written about somebody. */
export interface Customer extends CustomerFields, VersionedRow<keyof CustomerFields> {
  readonly id: CustomerId;
  readonly importId: ImportId | null;
  readonly addedOn: Day;
  readonly createdAt: number;
}

export const blankCustomer: CustomerFields & Pick<Customer, 'importId'> = {
  ...blankFields(),
  importId: null,
};

/** Whether the shop still knows them under this row: not merged away, forgotten or voided. */
export function isPresent(customer: Customer): boolean {
  return !customer.voided && customer.mergedInto === null && customer.forgottenOn === null;
}

/** The month and day of the birthday, `MM-DD`, or null. */
export function birthdayOf(customer: Pick<Customer, 'birthday'>): string | null {
  return customer.birthday === null ? null : customer.birthday.slice(-5);
}

/**
 * `survivor` and the rows `joined` into it as one: the survivor's answers first, gaps filled from
 * the others, oldest first. Nothing is stored, so unmerging loses nothing.
 */
export function mergedCustomer(survivor: Customer, joined: readonly Customer[]): Customer {
  return joined.toSorted(byCreation).reduce(mergeTwo, survivor);
}

type Changeable<Fields extends keyof Customer> = { [Field in Fields]: Customer[Field] };

function mergeTwo(person: Customer, other: Customer): Customer {
  const rules: { readonly [Field in keyof CustomerFields]: FieldRule<Customer[Field]> } =
    fieldRules;
  const named = { ...other, alsoCalled: [other.name, ...other.alsoCalled] };
  const merged: Changeable<keyof Customer> = { ...person };
  function merge<Field extends keyof CustomerFields>(into: Changeable<Field>, field: Field): void {
    into[field] = rules[field].merge(person[field], named[field]);
  }
  for (const field of keysOf(fieldRules)) merge(merged, field);
  return { ...merged, alsoCalled: merged.alsoCalled.filter((name) => name !== person.name) };
}

function blankFields(): CustomerFields {
  const blanks = keysOf(fieldRules).map((field) => [field, fieldRules[field].blank]);
  // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- each field has the blank of its own rule
  return Object.fromEntries(blanks) as CustomerFields;
}

/** Oldest row first; ties by id. */
export function byCreation(a: Customer, b: Customer): number {
  return a.createdAt - b.createdAt || compareCodePoints(a.id, b.id);
}

/**
 * The id of somebody erased, so that no older backup brings them back, and marks by which a list
 * that still names them is recognised. Nothing else is kept.
 */
export interface Erasure {
  readonly customerId: CustomerId;
  readonly day: Day;
  /** See `erasure-marks.ts`; none in rows of older code. Without repeats, in order. */
  readonly marks: readonly string[];
}

/**
 * The customers who go with `customer`. One that was hidden on one tablet and merged on another
 * goes alone, with what was merged into it. `joined` is in the order of merging: each comes after
 * the one that it was merged into.
 */
export function customersErasedWith(
  customer: Customer,
  joined: readonly Customer[],
): readonly Customer[] {
  const gone = new Map([[customer.id, customer]]);
  for (const each of joined)
    if (each.mergedInto !== null && gone.has(each.mergedInto)) gone.set(each.id, each);
  return [...gone.values()];
}
