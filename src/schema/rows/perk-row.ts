import * as v from 'valibot';
import type { Perk, PerkFields, PerkId } from '#domain/week/perk.ts';
import { flag, id, oneOf, text, versionFields, whole } from './fields.ts';
import type { FieldChecks, RowCheck } from './fields.ts';

const fields: FieldChecks<PerkFields> = {
  measure: oneOf(['visit-days', 'spend', 'people-sent']),
  threshold: whole,
  windowDays: whole,
  gives: text,
  voided: flag,
};

export const perkRow: RowCheck<Perk> = v.object({
  id: id<PerkId>(),
  ...fields,
  ...versionFields(fields),
});
