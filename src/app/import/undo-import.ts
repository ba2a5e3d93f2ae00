// Undoes an import: its people are voided at once, then their visits in chunks. The next start
// finishes what was interrupted.

import type { Customer, CustomerId } from '#domain/customers/customer.ts';
import type { History } from '#domain/visits/history.ts';
import type { ImportId, ShopImport } from '#domain/import/shop-import.ts';
import type { WriteProblem } from '#domain/shop/shop-problem.ts';
import { withChanges } from '#domain/shop/versioned-row.ts';
import type { Visit, VisitId } from '#domain/visits/visit.ts';
import { groupBy } from '#lib/group-by.ts';
import { failed, ok, type Result } from '#lib/result.ts';
import { putCustomer } from '#storage/tables/customers.ts';
import { readHistoriesByCustomer } from '#storage/tables/histories.ts';
import { putImport, readImport } from '#storage/tables/imports.ts';
import { putChangedVisits, removeCustomers, readCustomersOfImport } from '#storage/bulk/staging.ts';
import {
  readVisitIdsOfImport,
  readVisitsAmong,
  readVisitsOfImport,
} from '#storage/bulk/visits-of-import.ts';
import { write, type ShopWriter } from '#storage/transaction.ts';
import type { Deps } from '#app/deps.ts';

const visitsPerTransaction = 2000;

/** Undoes the import `id`; doing it twice changes nothing more. */
export async function startUndo(
  deps: Deps,
  id: ImportId,
  onDone: (share: number) => void,
): Promise<Result<ShopImport, WriteProblem>> {
  const marked = await write<ShopImport, WriteProblem>(
    deps.db,
    deps.clock.now(),
    async (writer) => {
      const before = await readImport(writer.db, id);
      if (before === undefined) return failed({ kind: 'not-found' });
      if (before.undoneAt !== null) return ok(before);
      const changes = { undoneAt: deps.clock.now(), finishedAt: null };
      const after = withChanges(before, changes, writer.timestamp);
      await putImport(writer, after);
      const { alone, merged } = await readCustomersToUndo(deps, id);
      const voided = { voided: true };
      await removeCustomers(
        writer,
        alone.map((customer) => withChanges(customer, voided, writer.timestamp)),
      );
      // A voided record must not go on lending its phone number to the one it was merged into.
      const freed = { voided: true, mergedInto: null };
      for (const customer of merged)
        await putCustomer(writer, withChanges(customer, freed, writer.timestamp));
      return ok(after);
    },
  );
  if (!marked.ok || marked.value.finishedAt !== null) return marked;
  return finishUndo(deps, marked.value, onDone);
}

/** Voids the remaining visits of an import that is being undone. */
export async function finishUndo(
  deps: Deps,
  begun: ShopImport,
  onDone: (share: number) => void,
): Promise<Result<ShopImport, WriteProblem>> {
  const ids = await readVisitIdsOfImport(deps.db, begun.id);
  const gone = goneCustomers(await readCustomersOfImport(deps.db, begun.id));
  for (let from = 0; from < ids.length; from += visitsPerTransaction) {
    const chunk = ids.slice(from, from + visitsPerTransaction);
    const done = await write<void, WriteProblem>(deps.db, deps.clock.now(), async (writer) => {
      await voidVisits(writer, { id: begun.id, chunk, gone });
      return ok(undefined);
    });
    if (!done.ok) return done;
    onDone((from + chunk.length) / ids.length);
  }
  return write<ShopImport, WriteProblem>(deps.db, deps.clock.now(), async (writer) => {
    const after = withChanges(begun, { finishedAt: deps.clock.now() }, writer.timestamp);
    await putImport(writer, after);
    return ok(after);
  });
}

interface VisitChunk {
  readonly id: ImportId;
  /** In the order of ids. */
  readonly chunk: readonly VisitId[];
  readonly gone: ReadonlySet<CustomerId>;
}

// Read in the same transaction: one may have been corrected at the counter since.
async function voidVisits(writer: ShopWriter, { id, chunk, gone }: VisitChunk): Promise<void> {
  const before = (await readVisitsAmong(writer.db, chunk)).filter(
    (visit) => visit.importId === id && !visit.voided,
  );
  const after = before.map((visit) => withChanges(visit, { voided: true }, writer.timestamp));
  await putChangedVisits(writer, { before, after, removed: gone });
}

function goneCustomers(customers: readonly Customer[]): ReadonlySet<CustomerId> {
  const gone = customers.filter((customer) => customer.voided && customer.mergedInto === null);
  return new Set(gone.map((customer) => customer.id));
}

interface ImportedCustomers {
  /** Not merged: the record and the history are removed. */
  readonly alone: readonly Customer[];
  /** Merged into somebody who stays. */
  readonly merged: readonly Customer[];
}

// Whoever visited, was noted, thanked, edited or merged with another since is no longer only of
// this import.
async function readCustomersToUndo(deps: Deps, id: ImportId): Promise<ImportedCustomers> {
  const customers = (await readCustomersOfImport(deps.db, id)).filter(
    (customer) => !customer.voided,
  );
  const visits = groupBy(await readVisitsOfImport(deps.db, id), (visit) => visit.customerId);
  const untouched = customers.filter((customer) => Object.keys(customer.edits).length === 0);
  const histories = await readHistoriesByCustomer(
    deps.db,
    untouched.map((customer) => customer.id),
  );
  const ownIds = new Set(customers.map((customer) => customer.id));
  const alone = untouched.filter((customer, index) => {
    return customer.mergedInto === null && hasNothingElse(histories[index], visits, ownIds);
  });
  return { alone, merged: untouched.filter((customer) => customer.mergedInto !== null) };
}

function hasNothingElse(
  history: History | undefined,
  visits: ReadonlyMap<CustomerId | null, readonly Visit[]>,
  ownIds: ReadonlySet<CustomerId>,
): boolean {
  if (history === undefined) return true;
  if (history.moments.length > 0 || history.gestures.length > 0) return false;
  if (history.joined.some((id) => !ownIds.has(id))) return false;
  const visitsOfImport = [history.customerId, ...history.joined].flatMap(
    (id) => visits.get(id) ?? [],
  );
  const live = visitsOfImport.filter((visit) => !visit.voided).length;
  return history.older.visits + history.stamps.length === live;
}
