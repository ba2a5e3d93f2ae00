// The check of each table of facts, the larger ones in files of their own. The types of the rows
// are read off this table.

import * as v from 'valibot';
import type { Erasure } from '#domain/customers/customer.ts';
import {
  momentKinds,
  type Moment,
  type MomentFields,
  type MomentId,
} from '#domain/visits/moment.ts';
import type { VisitId } from '#domain/visits/visit.ts';
import type { Gesture, GestureFields, GestureId } from '#domain/week/gesture.ts';
import type { Perk, PerkFields, PerkId } from '#domain/week/perk.ts';
import type { WeekDecisions, WeekFields } from '#domain/week/week-decisions.ts';
import { customerRow } from './customer-row.ts';
import {
  count,
  customerId,
  day,
  flag,
  id,
  oneOf,
  text,
  versionFields,
  whole,
  type FieldChecks,
  type RowCheck,
} from './fields.ts';
import { importRow } from './import-row.ts';
import { reason } from './reason.ts';
import { settingsRow } from './settings-row.ts';
import { visitRow } from './visit-row.ts';

const erasureRow: RowCheck<Erasure> = v.object({ customerId, day, marks: v.array(text) });

const momentFields: FieldChecks<MomentFields> = {
  kind: oneOf(momentKinds),
  about: v.nullable(customerId),
  text,
  answeredOn: v.nullable(day),
  voided: flag,
};

const momentRow: RowCheck<Moment> = v.object({
  id: id<MomentId>(),
  customerId,
  day,
  visitId: v.nullable(id<VisitId>()),
  createdAt: whole,
  ...momentFields,
  ...versionFields(momentFields),
});

const gestureFields: FieldChecks<GestureFields> = {
  kind: oneOf(['card', 'offer', 'word']),
  words: text,
  cost: whole,
  printedOn: v.nullable(day),
  handedOverOn: v.nullable(day),
  skippedOn: v.nullable(day),
  expiresOn: v.nullable(day),
  windowDays: v.nullable(count),
  voided: flag,
};

const gestureRow: RowCheck<Gesture> = v.object({
  id: id<GestureId>(),
  customerId,
  reasons: v.array(reason),
  week: day,
  plannedOn: day,
  createdAt: whole,
  ...gestureFields,
  ...versionFields(gestureFields),
});

const weekFields: FieldChecks<WeekFields> = {
  eligible: v.array(customerId),
  chosen: v.array(customerId),
  heldOut: v.array(customerId),
  skipped: v.array(customerId),
  budgetMoney: whole,
  budgetPieces: whole,
};

const weekRow: RowCheck<WeekDecisions> = v.object({
  week: day,
  ...weekFields,
  ...versionFields(weekFields),
});

const perkFields: FieldChecks<PerkFields> = {
  measure: oneOf(['visit-days', 'spend', 'people-sent']),
  threshold: whole,
  windowDays: whole,
  gives: text,
  voided: flag,
};

const perkRow: RowCheck<Perk> = v.object({
  id: id<PerkId>(),
  ...perkFields,
  ...versionFields(perkFields),
});

export const rowChecks = {
  settings: settingsRow,
  erasures: erasureRow,
  customers: customerRow,
  imports: importRow,
  visits: visitRow,
  moments: momentRow,
  gestures: gestureRow,
  weeks: weekRow,
  perks: perkRow,
};
