// What a row of each table is. Facts are in every copy of the shop; derived tables are rebuilt from
// them and never copied.

import type { Customer, CustomerId } from '#domain/customers/customer.ts';
import type { Erasure } from '#domain/customers/erasure.ts';
import type { Gesture, GestureId } from '#domain/week/gesture.ts';
import type { History } from '#domain/visits/history.ts';
import type { ImportId, ShopImport } from '#domain/import/shop-import.ts';
import type { Meta } from '#domain/shop/meta.ts';
import type { Moment, MomentId } from '#domain/visits/moment.ts';
import type { Perk, PerkId } from '#domain/week/perk.ts';
import type { Settings } from '#domain/shop/settings.ts';
import type { DaySummary } from '#domain/visits/day-summary.ts';
import type { Visit, VisitId } from '#domain/visits/visit.ts';
import type { WeekDecisions } from '#domain/week/week-decisions.ts';
import type { Day } from '#lib/day.ts';

/** The rows that are facts, by table. */
export interface FactRows {
  readonly customers: Customer;
  readonly visits: Visit;
  readonly moments: Moment;
  readonly gestures: Gesture;
  readonly weeks: WeekDecisions;
  readonly perks: Perk;
  readonly imports: ShopImport;
  readonly erasures: Erasure;
  readonly settings: Settings;
}

/**
 * Something learned from the facts, kept so that it need not be learned at each start. What it
 * holds is for whoever learned it to say.
 */
export interface ModelRow {
  readonly id: string;
  /** The `foldVersion` of the histories it was learned from. */
  readonly foldVersion: number;
  readonly learned: unknown;
}

/** All rows, by table. */
export interface ShopRows extends FactRows {
  readonly meta: Meta;
  readonly histories: History;
  readonly days: DaySummary;
  readonly models: ModelRow;
}

/** The primary key of each table. */
export interface ShopKeys {
  readonly customers: CustomerId;
  readonly visits: VisitId;
  readonly moments: MomentId;
  readonly gestures: GestureId;
  readonly weeks: Day;
  readonly perks: PerkId;
  readonly imports: ImportId;
  readonly erasures: CustomerId;
  readonly settings: 'settings';
  readonly meta: 'meta';
  readonly histories: CustomerId;
  readonly days: Day;
  readonly models: string;
}

/** The name of a table that is in every copy. */
export type FactTable = keyof FactRows;
/** The name of any table. */
export type ShopTable = keyof ShopRows;

/** The fact tables, in the order in which copies are written and read. */
export const factTables: readonly FactTable[] = [
  'settings',
  'erasures',
  'customers',
  'imports',
  'visits',
  'moments',
  'gestures',
  'weeks',
  'perks',
];

/** Rows of the fact tables, some of each. */
export type FactBatch = { readonly [Table in FactTable]: readonly FactRows[Table][] };

/** All rows of `batches` in one, in their order. */
export function mergeBatches(batches: readonly FactBatch[]): FactBatch {
  return {
    settings: batches.flatMap((batch) => batch.settings),
    erasures: batches.flatMap((batch) => batch.erasures),
    customers: batches.flatMap((batch) => batch.customers),
    imports: batches.flatMap((batch) => batch.imports),
    visits: batches.flatMap((batch) => batch.visits),
    moments: batches.flatMap((batch) => batch.moments),
    gestures: batches.flatMap((batch) => batch.gestures),
    weeks: batches.flatMap((batch) => batch.weeks),
    perks: batches.flatMap((batch) => batch.perks),
  };
}

/** A value for each fact table. */
export function byFactTable<T>(valueOf: (table: FactTable) => T): Record<FactTable, T> {
  return {
    settings: valueOf('settings'),
    erasures: valueOf('erasures'),
    customers: valueOf('customers'),
    imports: valueOf('imports'),
    visits: valueOf('visits'),
    moments: valueOf('moments'),
    gestures: valueOf('gestures'),
    weeks: valueOf('weeks'),
    perks: valueOf('perks'),
  };
}

/** The primary key of a fact. */
export function keyOfFact(row: FactRows[FactTable]): string {
  if ('id' in row) return row.id;
  return 'week' in row ? row.week : row.customerId;
}
