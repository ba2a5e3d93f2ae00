// Every step from rows of one version to the next: the database takes it when it is upgraded, an
// older backup line by line. Append only; a released step must never be changed.

import type { ShopTable } from './tables.ts';
import { withHoldOut } from './migrations/0002-hold-out.ts';
import { withContactLists, withLayout, withMarks } from './migrations/0003-lists.ts';
import {
  withNewFacts,
  withNewFold,
  withPermissions,
  withPublication,
  withReach,
  withRounds,
} from './migrations/0004-reach.ts';
import { withOffers } from './migrations/0005-offers.ts';

/** A row of which nothing is known but that it has fields. */
export type StoredRow = Readonly<Record<string, unknown>>;

/** How each row of one table becomes a row of version `to`. */
export interface Migration {
  readonly to: number;
  /** Of facts; or of rows derived from them, where a step spares folding all visits again. */
  readonly table: ShopTable;
  readonly migrate: (row: StoredRow) => StoredRow;
}

export const migrations: readonly Migration[] = [
  { to: 2, table: 'settings', migrate: withHoldOut },
  { to: 3, table: 'customers', migrate: withContactLists },
  { to: 3, table: 'imports', migrate: withLayout },
  { to: 3, table: 'erasures', migrate: withMarks },
  { to: 4, table: 'settings', migrate: withReach },
  { to: 4, table: 'customers', migrate: withPermissions },
  { to: 4, table: 'gestures', migrate: withRounds },
  { to: 4, table: 'perks', migrate: withPublication },
  { to: 4, table: 'histories', migrate: withNewFacts },
  { to: 4, table: 'models', migrate: withNewFold },
  { to: 5, table: 'settings', migrate: withOffers },
];

/** A row of `table` of version `from`, migrated step by step to today's version. */
export function migrateRow(table: ShopTable, row: StoredRow, from: number): StoredRow {
  let today = row;
  for (const step of migrations) {
    if (step.table === table && step.to > from) today = step.migrate(today);
  }
  return today;
}

/** The step that adds fields: a row gets those of `blanks` that it lacks. May run twice. */
export function addFields(blanks: StoredRow): Migration['migrate'] {
  return (row) => ({ ...blanks, ...row });
}
