// What a row of the perks table must be.

import * as v from 'valibot';
import type { Perk, PerkId } from '#domain/week/perk.ts';
import { flag, id, oneOf, versionFields, text, whole, type RowCheck } from './fields.ts';

type PerkField = keyof Perk['edits'];

const fields: Readonly<Record<PerkField, true>> = {
  measure: true,
  threshold: true,
  windowDays: true,
  gives: true,
  voided: true,
};

/** The check of a row of perks. */
export const perkRow: RowCheck<Perk> = v.object({
  id: id<PerkId>(),
  measure: oneOf(['visit-days', 'spend', 'people-sent']),
  threshold: whole,
  windowDays: whole,
  gives: text,
  voided: flag,
  ...versionFields(fields),
});
