import * as v from 'valibot';
import type { Customer, CustomerFields, CustomerId } from '#domain/customers/customer.ts';
import type { HouseholdId } from '#domain/customers/household-id.ts';
import {
  permissionPurposes,
  permissionWays,
  type Permission,
} from '#domain/customers/permission.ts';
import type { ImportId } from '#domain/import/shop-import.ts';
import { count, customerId, day, flag, id, oneOf, text, versionFields, whole } from './fields.ts';
import type { FieldChecks, RowCheck } from './fields.ts';

const permission: RowCheck<Permission> = v.object({
  purpose: oneOf(permissionPurposes),
  way: oneOf(permissionWays),
  answer: oneOf(['yes', 'no']),
  day,
  how: text,
  words: text,
  notedAt: count,
});

const birthday = v.pipe(text, v.regex(/^(\d{4}-)?\d{2}-\d{2}$/));

const fields: FieldChecks<CustomerFields> = {
  name: text,
  cue: text,
  letterName: text,
  opening: text,
  wallName: text,
  language: v.nullable(text),
  alsoCalled: v.array(text),
  phones: v.array(text),
  emails: v.array(text),
  addresses: v.array(text),
  birthday: v.nullable(birthday),
  preferences: v.array(v.object({ text, day, id: v.exactOptional(text) })),
  note: text,
  sentBy: v.nullable(customerId),
  householdId: v.nullable(id<HouseholdId>()),
  permissions: v.array(permission),
  local: v.nullable(flag),
  passingThrough: flag,
  suggestNothing: flag,
  young: flag,
  diedOn: v.nullable(day),
  notSameAs: v.array(customerId),
  mergedInto: v.nullable(customerId),
  forgottenOn: v.nullable(day),
  importKey: v.nullable(text),
  voided: flag,
};

export const customerRow: RowCheck<Customer> = v.object({
  id: id<CustomerId>(),
  ...fields,
  importId: v.nullable(id<ImportId>()),
  addedOn: day,
  createdAt: whole,
  ...versionFields(fields),
});
