import * as v from 'valibot';
import type { Consent, Customer, CustomerFields, CustomerId } from '#domain/customers/customer.ts';
import type { ImportId } from '#domain/import/shop-import.ts';
import { customerId, day, flag, id, oneOf, text, versionFields, whole } from './fields.ts';
import type { FieldChecks, RowCheck } from './fields.ts';

const consent: RowCheck<Consent> = v.object({ answer: oneOf(['yes', 'no']), day, how: text });

const birthday = v.pipe(text, v.regex(/^(\d{4}-)?\d{2}-\d{2}$/));

const fields: FieldChecks<CustomerFields> = {
  name: text,
  cue: text,
  alsoCalled: v.array(text),
  phones: v.array(text),
  emails: v.array(text),
  addresses: v.array(text),
  birthday: v.nullable(birthday),
  preferences: v.array(v.object({ text, day, id: v.exactOptional(text) })),
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
