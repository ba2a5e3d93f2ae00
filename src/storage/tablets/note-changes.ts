// Sees which fact rows each transaction changes, whoever writes them, and adds their names to the
// meta row when the transaction writes that: no writer can forget to say so, and no writer pays for
// it in a shop of one tablet, where this is never called. What was written past it, in a tab
// that was open when the shop got its second tablet, is seen by the timestamps in the meta row, and
// then anything may have changed.

import { Dexie, type DBCore, type DBCoreMutateRequest, type DBCoreTable } from 'dexie';
import type { Meta } from '#domain/shop/meta.ts';
import { withChangedFacts } from '#domain/tablets/changed-facts.ts';
import { allFacts } from '#domain/tablets/named-facts.ts';
import { factTables, type FactTable } from '#schema/tables.ts';
import type { ShopDexie } from '#storage/database.ts';

/** Keys of fact rows, by table. */
type ChangedKeys = Map<string, readonly string[]>;

interface Noted {
  readonly changed: ChangedKeys;
  /** Rows came from another tablet: only what is announced is named. */
  readonly announced: ChangedKeys | null;
  /** Whether something was written before that nobody named. */
  readonly isBehind: boolean;
}

const notes = new WeakMap<object, Noted>();
const noting = new WeakSet<ShopDexie>();

/** From now on `db`, which is open, names what changes in it; also when it is opened again. */
export function noteChanges(db: ShopDexie): void {
  if (noting.has(db)) return;
  noting.add(db);
  db.use({ stack: 'dbcore', name: 'note-changes', create: withNotes });
  // Dexie takes a step up when it opens; this connection is open, and may be in use.
  const core = withNotes(db.core);
  Object.assign(db, { core });
  for (const { name } of db.tables)
    for (const table of [db.table(name), tableOf(db, name)])
      Object.assign(table, { core: core.table(name) });
}

function tableOf(db: ShopDexie, name: string): object {
  const table: unknown = Reflect.get(db, name);
  if (typeof table !== 'object' || table === null) throw new Error(`There is no table ${name}`);
  return table;
}

/**
 * To be called in a transaction that writes what came from another tablet, before its end: not what
 * it writes is named, but `keys` of `table` are, as something that this tablet has to say.
 */
export function announceFacts(table: FactTable, keys: readonly string[]): void {
  const transaction = Dexie.currentTransaction?.idbtrans;
  if (transaction === undefined) throw new Error('Facts are announced in a transaction');
  const noted = notesOf(transaction);
  notes.set(transaction, { ...noted, announced: added(noted.announced ?? new Map(), table, keys) });
}

function withNotes(core: DBCore): DBCore {
  const facts = new Set<string>(factTables);
  return {
    ...core,
    table(name) {
      const table = core.table(name);
      if (name === 'meta') return withNamesAdded(table);
      return facts.has(name) ? withKeysNoted(table, name) : table;
    },
  };
}

function withKeysNoted(table: DBCoreTable, name: string): DBCoreTable {
  const keyOf = (row: unknown): string => String(table.schema.primaryKey.extractKey?.(row));
  return {
    ...table,
    mutate(request) {
      // A row is deleted only where an erasure says so to every tablet, or before any other has it.
      if (request.type === 'put' || request.type === 'add') {
        const noted = notesOf(request.trans);
        const changed = added(noted.changed, name, request.values.map(keyOf));
        notes.set(request.trans, { ...noted, changed });
      }
      return table.mutate(request);
    },
  };
}

function withNamesAdded(table: DBCoreTable): DBCoreTable {
  return {
    ...table,
    get: (request) =>
      table.get(request).then((meta: Meta | undefined) => {
        const isBehind = meta?.unsent !== undefined && meta.namedUpTo !== meta.lastStamp;
        notes.set(request.trans, { ...notesOf(request.trans), isBehind });
        return meta;
      }),
    mutate: (request) => table.mutate(withNames(request)),
  };
}

// In the same transaction: what is on the disk is named for the other tablets.
function withNames(request: DBCoreMutateRequest): DBCoreMutateRequest {
  if (request.type !== 'put') return request;
  const { changed, announced, isBehind } = notesOf(request.trans);
  const values = request.values.map((meta: Meta): Meta => {
    if (meta.unsent === undefined) return meta;
    const unsent = withChangedFacts(meta.unsent, announced ?? changed);
    const named = isBehind ? [...unsent, ...allFacts] : unsent;
    return { ...meta, unsent: named, namedUpTo: meta.lastStamp };
  });
  return { ...request, values };
}

function notesOf(transaction: object): Noted {
  return notes.get(transaction) ?? { changed: new Map(), announced: null, isBehind: false };
}

function added(changed: ChangedKeys, table: string, keys: readonly string[]): ChangedKeys {
  return new Map(changed).set(table, [...(changed.get(table) ?? []), ...keys]);
}
