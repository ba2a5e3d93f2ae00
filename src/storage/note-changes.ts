// Sees which fact rows each transaction changes, whoever writes them: no writer can forget to say
// so. `transact` reads it at the end of its action and adds the names to the meta row.

import type { Dexie, DBCore, DBCoreMutateRequest } from 'dexie';
import { factTables } from '#schema/tables.ts';

/** The keys of the fact rows that a transaction wrote, by table. */
export type ChangedKeys = ReadonlyMap<string, readonly string[]>;

const changes = new WeakMap<object, Map<string, readonly string[]>>();

/** To be called before `db` is opened. */
export function noteChanges(db: Dexie): void {
  const names = new Set<string>(factTables);
  db.use({
    stack: 'dbcore',
    create: (core: DBCore) => ({
      ...core,
      table(name) {
        const table = core.table(name);
        if (!names.has(name)) return table;
        const keyOf = (row: unknown): string => String(table.schema.primaryKey.extractKey?.(row));
        return {
          ...table,
          mutate(request) {
            note(request, name, keyOf);
            return table.mutate(request);
          },
        };
      },
    }),
  });
}

/** What was written so far in `transaction`. */
export function changedIn(transaction: object): ChangedKeys {
  return changes.get(transaction) ?? new Map();
}

// A row is deleted only where an erasure says so to every tablet, or before any other has it.
function note(request: DBCoreMutateRequest, table: string, keyOf: (row: unknown) => string): void {
  if (request.type !== 'put' && request.type !== 'add') return;
  const changed = changes.get(request.trans) ?? new Map<string, readonly string[]>();
  changed.set(table, [...(changed.get(table) ?? []), ...request.values.map(keyOf)]);
  changes.set(request.trans, changed);
}
