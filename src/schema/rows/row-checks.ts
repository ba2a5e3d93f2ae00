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
import type { HouseholdId } from '#domain/customers/household-id.ts';
import type { Household, HouseholdFields } from '#domain/customers/household.ts';
import {
  perkMeasures,
  perkRepeats,
  type Perk,
  type PerkFields,
  type PerkId,
} from '#domain/week/perk.ts';
import type { Round, RoundFields, RoundId } from '#domain/week/round.ts';
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
import { gestureRow } from './gesture-row.ts';
import { importRow } from './import-row.ts';
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
  title: text,
  measure: oneOf(perkMeasures),
  threshold: whole,
  repeats: oneOf(perkRepeats),
  gives: text,
  givesToNew: text,
  afterVisits: count,
  countsFrom: v.nullable(day),
  publishedOn: v.nullable(day),
  endedOn: v.nullable(day),
  voided: flag,
};

const perkRow: RowCheck<Perk> = v.object({
  id: id<PerkId>(),
  ...perkFields,
  ...versionFields(perkFields),
});

const householdFields: FieldChecks<HouseholdFields> = {
  name: text,
  letterName: text,
  addressOf: v.nullable(customerId),
  voided: flag,
};

const householdRow: RowCheck<Household> = v.object({
  id: id<HouseholdId>(),
  ...householdFields,
  ...versionFields(householdFields),
});

const roundFields: FieldChecks<RoundFields> = {
  name: text,
  year: whole,
  opensOn: day,
  closesOn: v.nullable(day),
  budgetMoney: v.nullable(whole),
  voided: flag,
};

const roundRow: RowCheck<Round> = v.object({
  id: id<RoundId>(),
  ...roundFields,
  ...versionFields(roundFields),
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
  households: householdRow,
  rounds: roundRow,
};
