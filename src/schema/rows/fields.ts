// Checks of the fields that stored rows are made of. Each builds a new value and lets nothing
// through that it does not know. Must never be stricter than what the app itself writes, or a shop
// could not restore its own backup.

import * as v from 'valibot';
import type { CustomerId } from '#domain/customers/customer.ts';
import type { VersionedRow } from '#domain/shop/versioned-row.ts';
import { dayFrom, type Day } from '#lib/day.ts';
import { parseTimestamp, type HlcTimestamp } from '#lib/hlc.ts';

/** A check that builds a `Row` from anything, or says what is wrong with it. */
export type RowCheck<Row> = v.GenericSchema<unknown, Row>;

/** A check for each field of `Fields`: none may be missing, none may be more. */
export type FieldChecks<Fields> = { readonly [Field in keyof Fields]: RowCheck<Fields[Field]> };

export const text = v.string();

export const flag = v.boolean();

/** A whole number that JSON carries exactly. */
export const whole = v.pipe(v.number(), v.safeInteger());

export const count = v.pipe(whole, v.minValue(0));

/** A number with a fraction, such as a share or a factor. */
export const figure = v.pipe(v.number(), v.finite());

/** A day that is in the calendar. */
export const day = v.custom<Day>(isDay, 'Not a calendar day');

export const timestamp = v.custom<HlcTimestamp>(isTimestamp, 'Not a timestamp');

/** An id of any table: text that is not empty. */
export function id<Id extends string>(): RowCheck<Id> {
  return v.custom<Id>((value) => typeof value === 'string' && value !== '', 'Not an id');
}

/** The id of a customer, known here or not. */
export const customerId = id<CustomerId>();

export function oneOf<const Word extends string>(words: readonly Word[]): RowCheck<Word> {
  return v.picklist(words);
}

/** The timestamps of a row whose `fields` may change. */
export function versionFields<Field extends string>(
  fields: Readonly<Record<Field, unknown>>,
): {
  readonly made: typeof timestamp;
  readonly edits: RowCheck<VersionedRow<Field>['edits']>;
} {
  const edits = v.pipe(
    v.record(v.string(), timestamp),
    v.transform((found) => pickedFields(found, fields)),
  );
  return { made: timestamp, edits };
}

function pickedFields<Field extends string>(
  found: Readonly<Record<string, HlcTimestamp>>,
  fields: Readonly<Record<Field, unknown>>,
): Partial<Record<Field, HlcTimestamp>> {
  const picked: Partial<Record<Field, HlcTimestamp>> = {};
  for (const field in fields) {
    const edited = Object.hasOwn(found, field) ? found[field] : undefined;
    if (edited !== undefined) picked[field] = edited;
  }
  return picked;
}

function isDay(value: unknown): boolean {
  return typeof value === 'string' && dayFrom(value) !== undefined;
}

export function isTimestamp(value: unknown): boolean {
  return typeof value === 'string' && parseTimestamp(value) !== undefined;
}
