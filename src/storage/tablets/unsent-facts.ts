// The names of changed rows in the shop's meta row, and the rows behind them.

import {
  allFacts,
  namedFacts,
  withoutSealed,
  type NamedFacts,
} from '#domain/tablets/named-facts.ts';
import type { Meta } from '#domain/shop/meta.ts';
import type { HlcTimestamp } from '#lib/hlc.ts';
import {
  byFactTable,
  factTables,
  type FactBatch,
  type FactRows,
  type FactTable,
} from '#schema/tables.ts';
import { batchOf } from '#storage/bulk/existing-rows.ts';
import { readPages } from '#storage/bulk/snapshot.ts';
import type { ShopDexie } from '#storage/database.ts';
import { noteChanges } from './note-changes.ts';

/** From now on the shop names what changes in it, beginning with all that it has. */
export async function nameAllFacts(db: ShopDexie): Promise<void> {
  await changeUnsent(db, () => allFacts);
}

/** Whether surely everything is sealed. */
export async function hasNothingUnsent(db: ShopDexie): Promise<boolean> {
  const meta = await db.meta.get('meta');
  return meta?.unsent?.length === 0 && meta.namedUpTo === meta.lastStamp;
}

/** What is not sealed yet, in a shop that has named its changes before; else all of it. */
export async function readUnsent(db: ShopDexie): Promise<Meta | undefined> {
  return changeUnsent(db, (names) => names ?? allFacts);
}

export async function dropSealed(db: ShopDexie, sealed: readonly string[]): Promise<void> {
  await changeUnsent(db, (names) => withoutSealed(names ?? [], sealed));
}

/** Gives the row as it is then, in which all is named. */
async function changeUnsent(
  db: ShopDexie,
  change: (names: readonly string[] | undefined) => readonly string[],
): Promise<Meta | undefined> {
  noteChanges(db);
  return db.transaction('rw', db.meta, async () => {
    const meta = await db.meta.get('meta');
    if (meta === undefined) return undefined;
    const unsent = change(meta.unsent);
    const isNamed = meta.namedUpTo === meta.lastStamp;
    if (isNamed && isSame(unsent, meta.unsent)) return meta;
    await db.meta.put({ ...meta, unsent });
    return db.meta.get('meta');
  });
}

function isSame(some: readonly string[], others: readonly string[] | undefined): boolean {
  return some === others || (some.length === 0 && others?.length === 0);
}

export interface ChangedFacts {
  readonly names: readonly string[];
  /** Of tables named as a whole: rows changed here since. Null for all rows. */
  readonly since: HlcTimestamp | null;
  /** This database in timestamps. */
  readonly device: string;
}

/** Gives the rows that `changed` names, in the order of tables and in pages. */
export async function readChangedFacts(
  db: ShopDexie,
  changed: ChangedFacts,
  onBatch: (batch: FactBatch) => Promise<void>,
): Promise<void> {
  const unfinished = await readUnfinishedImports(db);
  const named = namedFacts(changed.names);
  for (const table of factTables) {
    await readTable(db, { ...changed, table, named }, async (batch) =>
      onBatch(withoutUnfinished(batch, unfinished)),
    );
  }
  // Staged visits were named when nobody could take them yet.
  if (changed.since !== null) await readFinishedImports(db, named, onBatch);
}

interface TableOfNames extends ChangedFacts {
  readonly table: FactTable;
  readonly named: NamedFacts;
}

async function readTable(
  db: ShopDexie,
  { table, named, since, device }: TableOfNames,
  onBatch: (batch: FactBatch) => Promise<void>,
): Promise<void> {
  if (!named.isWhole(table)) {
    const rows = await db
      .table<FactRows[FactTable], string>(table)
      .bulkGet([...(named.keys.get(table) ?? [])]);
    await onBatch(
      batchOf(
        table,
        rows.filter((row) => row !== undefined),
      ),
    );
    return;
  }
  await readPages(db, table, (rows) => {
    const changed = rows.filter((row) => since === null || isChangedSince(row, since, device));
    return onBatch(batchOf(table, changed));
  });
}

function isChangedSince(row: FactRows[FactTable], since: HlcTimestamp, device: string): boolean {
  if (!('made' in row)) return true;
  return [row.made, ...Object.values(row.edits)].some(
    (stamp) => stamp > since && stamp.endsWith(`-${device}`),
  );
}

async function readUnfinishedImports(db: ShopDexie): Promise<ReadonlySet<string>> {
  const imports = await db.imports.toArray();
  return new Set(imports.filter((each) => each.finishedAt === null).map(({ id }) => id));
}

// A list that is being imported goes out when it is finished, and all of it at once.
function withoutUnfinished(batch: FactBatch, unfinished: ReadonlySet<string>): FactBatch {
  if (unfinished.size === 0) return batch;
  return {
    ...batch,
    imports: batch.imports.filter(({ id }) => !unfinished.has(id)),
    visits: batch.visits.filter(({ importId }) => importId === null || !unfinished.has(importId)),
  };
}

async function readFinishedImports(
  db: ShopDexie,
  named: NamedFacts,
  onBatch: (batch: FactBatch) => Promise<void>,
): Promise<void> {
  for (const id of named.keys.get('imports') ?? []) {
    const visits = await db.visits.where('importId').equals(id).toArray();
    for (let from = 0; from < visits.length; from += 5_000)
      await onBatch({ ...byFactTable(() => []), visits: visits.slice(from, from + 5_000) });
  }
}
