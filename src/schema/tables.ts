// The tables of a shop: what a row of each is, its primary key, and whether it is a fact or
// derived. Facts are in every backup; derived tables are rebuilt from them and never backed up.
// Must never import a check at run time: the first screen needs the tables and none of the checks.

import type { InferOutput } from 'valibot';
import type { DaySummary } from '#domain/visits/day-summary.ts';
import type { History } from '#domain/visits/history.ts';
import type { Meta } from '#domain/shop/meta.ts';
import { keysOf, recordOf } from '#lib/typed-keys.ts';
import type { rowChecks } from './rows/row-checks.ts';

export type FactRows = {
  readonly [Table in keyof typeof rowChecks]: InferOutput<(typeof rowChecks)[Table]>;
};

/** Something learned from the facts, stored so that it need not be learned at each start. */
interface ModelRow {
  readonly id: string;
  /** The `foldVersion` of the histories it was learned from. */
  readonly foldVersion: number;
  readonly learned: unknown;
}

/** The rows that are derived from facts, by table. */
interface DerivedRows {
  readonly meta: Meta;
  readonly histories: History;
  readonly days: DaySummary;
  readonly models: ModelRow;
}

export type ShopRows = FactRows & DerivedRows;

/** The name of a table that is in every backup. */
export type FactTable = keyof FactRows;
export type ShopTable = keyof ShopRows;

type KeyFields<Rows> = { readonly [Table in keyof Rows]: keyof Rows[Table] };

const factKeys = {
  settings: 'id',
  erasures: 'customerId',
  customers: 'id',
  imports: 'id',
  visits: 'id',
  moments: 'id',
  gestures: 'id',
  weeks: 'week',
  perks: 'id',
  households: 'id',
  rounds: 'id',
} as const satisfies KeyFields<FactRows>;

interface PrimaryKeys extends Readonly<typeof factKeys> {
  readonly meta: 'id';
  readonly histories: 'customerId';
  readonly days: 'day';
  readonly models: 'id';
}

export type ShopKeys = {
  readonly [Table in ShopTable]: ShopRows[Table][PrimaryKeys[Table] & keyof ShopRows[Table]];
};

/** The fact tables, in the order in which backups are written and read. */
export const factTables: readonly FactTable[] = keysOf(factKeys);

type Batch<Tables extends FactTable> = { [Table in Tables]: readonly FactRows[Table][] };

export type FactBatch = Readonly<Batch<FactTable>>;

/** A batch with the rows that `rowsOf` gives for each table. */
export function factBatch(
  rowsOf: <Table extends FactTable>(table: Table) => readonly FactRows[Table][],
): FactBatch {
  const batch: Batch<FactTable> = byFactTable(() => []);
  function fill<Table extends FactTable>(some: Batch<Table>, table: Table): void {
    some[table] = rowsOf(table);
  }
  for (const table of factTables) fill(batch, table);
  return batch;
}

export function mergeBatches(batches: readonly FactBatch[]): FactBatch {
  return factBatch(<Table extends FactTable>(table: Table): readonly FactRows[Table][] =>
    batches.flatMap((batch): readonly FactRows[Table][] => batch[table]),
  );
}

export function byFactTable<T>(valueOf: (table: FactTable) => T): Record<FactTable, T> {
  return recordOf(factTables, valueOf);
}

export function keyOfFact(row: FactRows[FactTable]): string {
  if ('id' in row) return row.id;
  return 'week' in row ? row.week : row.customerId;
}
