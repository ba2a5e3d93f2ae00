// What a row of the customers table must be.

import * as v from 'valibot';
import type { Consent, Customer, CustomerField, CustomerId } from '#domain/customers/customer.ts';
import type { ImportId } from '#domain/import/shop-import.ts';
import {
  customerId,
  day,
  flag,
  id,
  oneOf,
  versionFields,
  text,
  whole,
  type RowCheck,
} from './fields.ts';

const fields: Readonly<Record<CustomerField, true>> = {
  name: true,
  cue: true,
  alsoCalled: true,
  phone: true,
  email: true,
  address: true,
  birthday: true,
  preferences: true,
  note: true,
  sentBy: true,
  householdId: true,
  consents: true,
  local: true,
  passingThrough: true,
  suggestNothing: true,
  mergedInto: true,
  forgottenOn: true,
  importKey: true,
  voided: true,
};

const consent: RowCheck<Consent> = v.object({ answer: oneOf(['yes', 'no']), day, how: text });

const birthday = v.pipe(text, v.regex(/^(\d{4}-)?\d{2}-\d{2}$/));

/** The check of a row of customers. */
export const customerRow: RowCheck<Customer> = v.object({
  id: id<CustomerId>(),
  name: text,
  cue: text,
  alsoCalled: v.array(text),
  phone: text,
  email: text,
  address: text,
  birthday: v.nullable(birthday),
  preferences: v.array(v.object({ text, day })),
  note: text,
  sentBy: v.nullable(customerId),
  householdId: v.nullable(text),
  consents: v.object({
    post: v.nullable(consent),
    email: v.nullable(consent),
    phone: v.nullable(consent),
  }),
  local: v.nullable(flag),
  passingThrough: flag,
  suggestNothing: flag,
  mergedInto: v.nullable(customerId),
  forgottenOn: v.nullable(day),
  importKey: v.nullable(text),
  importId: v.nullable(id<ImportId>()),
  addedOn: day,
  createdAt: whole,
  voided: flag,
  ...versionFields(fields),
});
