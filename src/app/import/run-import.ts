// Bringing a list in and taking it back. Seen from the shop either everything of a list is there or nothing: visits are laid down in pieces
// small enough that a tap at the counter never waits for them, where no screen looks, and one last transaction makes the people, folds
// and counts. An import without its end is cleared away at the next start.

import { importIdFrom, type ImportId, type ShopImport } from '#domain/import/shop-import.ts';
import type { ImportProblem } from '#domain/import/import-problem.ts';
import type { WriteProblem } from '#domain/shop/shop-problem.ts';
import { withChanges } from '#domain/shop/versioned-row.ts';
import { failed, ok, type Result } from '#lib/result.ts';
import { whileAlone } from '#platform/concurrency/exclusive-lock.ts';
import { attempt } from '#storage/attempt.ts';
import { settlementOf } from '#storage/bulk/bulk.ts';
import { putImport, readImport, readImports } from '#storage/tables/imports.ts';
import { settleVisits, stageVisits } from '#storage/bulk/staging.ts';
import { write, type ShopWriter } from '#storage/transaction.ts';
import type { ImportPlan } from '#formats/csv/import-plan.ts';
import type { Deps } from '#app/deps.ts';
import { importRowsOf, type ImportRows } from './build-rows.ts';
import { clearAway, importLock, stagedAtOnce } from './recover-imports.ts';
import { takeBack } from './undo-import.ts';
import { earlierImport, listShopOf } from './import-preview.ts';
import { planList, type OnRead } from './parse-file.ts';
import type { ImportDone, ListToImport } from './import-types.ts';
import { fixCurrency } from '#app/customers/visits.ts';

/** Brings a list in. On failure the shop is as it was before. */
export async function importList(
  deps: Deps,
  told: ListToImport,
  onDone: OnRead,
): Promise<Result<ImportDone, ImportProblem | WriteProblem>> {
  return storageAlone<ImportDone, ImportProblem | WriteProblem>(deps, async () => {
    const earlier = await earlierImport(deps, told.reading.fileHash);
    if (earlier !== null) return failed({ kind: 'brought-in-before', at: earlier.at });
    const shop = await listShopOf(deps);
    const plan = await planList(told.file, { ...told, shop }, (share) => onDone(share / 2));
    if (!plan.ok) return plan;
    return writePlan(deps, { ...told, plan: plan.value }, (share) => onDone(0.5 + share / 2));
  });
}

/** Takes an import back: its visits and people are voided, except people who got something else since. */
export async function undoImport(
  deps: Deps,
  { id }: { readonly id: ImportId },
  onDone: OnRead,
): Promise<Result<ShopImport, WriteProblem>> {
  return storageAlone(deps, () => takeBack(deps, id, onDone));
}

// What is read between two transactions may fail as well, and is said like a write that failed.
async function storageAlone<T, P>(
  deps: Deps,
  work: () => Promise<Result<T, P>>,
): Promise<Result<T, P | WriteProblem>> {
  const done = await attempt(() => whileAlone(importLock(deps), work));
  return done.ok ? done.value : done;
}

/** The lists that were brought in, latest first, taken-back ones too. */
export async function importsView(deps: Deps): Promise<readonly ShopImport[]> {
  return (await readImports(deps.db)).filter(
    (each) => each.finishedAt !== null || each.undoneAt !== null,
  );
}

interface PlanToWrite extends ListToImport {
  readonly plan: ImportPlan;
}

async function writePlan(
  deps: Deps,
  task: PlanToWrite,
  onWritten: (share: number) => void,
): Promise<Result<ImportDone, WriteProblem>> {
  const id = importIdFrom(deps.ids.next());
  const rows = await importRowsOf(deps, { id, plan: task.plan, answers: task.answers });
  const settled = await writeRows(deps, task, { id, rows, onWritten });
  if (!settled.ok) {
    await clearAway(deps, id);
    return settled;
  }
  onWritten(1);
  return ok({
    id,
    people: rows.customers.length,
    visits: rows.visits.length,
    already: rows.already,
  });
}

interface Laying {
  readonly id: ImportId;
  readonly rows: ImportRows;
  readonly onWritten: (share: number) => void;
}

async function writeRows(
  deps: Deps,
  task: PlanToWrite,
  laying: Laying,
): Promise<Result<void, WriteProblem>> {
  const { id, rows } = laying;
  const begun = await write<ShopImport, WriteProblem>(deps.db, deps.clock.now(), async (writer) => {
    const row = beginning(deps, writer, { id, rows, task });
    await putImport(writer, row);
    return ok(row);
  });
  if (!begun.ok) return begun;
  const laid = await layDown(deps, laying);
  return laid.ok ? settle(deps, begun.value, rows) : laid;
}

async function layDown(
  deps: Deps,
  { rows, onWritten }: Laying,
): Promise<Result<void, WriteProblem>> {
  for (let from = 0; from < rows.visits.length; from += stagedAtOnce) {
    const piece = rows.visits.slice(from, from + stagedAtOnce);
    const laid = await write<void, WriteProblem>(deps.db, deps.clock.now(), async (writer) => {
      await stageVisits(
        writer,
        piece.map((visit) => ({ ...visit, made: writer.stamp, edits: {} })),
      );
      return ok(undefined);
    });
    if (!laid.ok) return laid;
    onWritten((0.8 * (from + piece.length)) / rows.visits.length);
  }
  return ok(undefined);
}

function beginning(
  deps: Deps,
  writer: ShopWriter,
  {
    id,
    rows,
    task,
  }: { readonly id: ImportId; readonly rows: ImportRows; readonly task: PlanToWrite },
): ShopImport {
  return {
    id,
    made: writer.stamp,
    edits: {},
    fileName: task.reading.fileName,
    fileHash: task.reading.fileHash,
    at: deps.clock.now(),
    rows: task.plan.rows,
    people: rows.customers.length,
    visits: rows.visits.length,
    problems: task.plan.problems,
    problemCount: task.plan.problemCount,
    finishedAt: null,
    undoneAt: null,
  };
}

// The moment at which the list is in the shop. What it writes is worked out before, for taps wait while it is written; no fold asks for stamps.
async function settle(
  deps: Deps,
  { id, made }: ShopImport,
  rows: ImportRows,
): Promise<Result<void, WriteProblem>> {
  const settlement = settlementOf(
    rows.customers.map((customer) => ({ ...customer, made, edits: {} })),
    rows.visits.map((visit) => ({ ...visit, made, edits: {} })),
  );
  return write<void, WriteProblem>(deps.db, deps.clock.now(), async (writer) => {
    const begun = await readImport(writer.db, id);
    if (begun === undefined) return failed({ kind: 'not-found' });
    // Said again after a connection was lost in the moment in which it was done: nothing may be counted twice.
    if (begun.finishedAt !== null) return ok(undefined);
    const customers = rows.customers.map((each) => ({ ...each, made: writer.stamp, edits: {} }));
    await settleVisits(writer, customers, settlement);
    if (rows.visits.some(({ amount }) => amount !== null)) await fixCurrency(writer);
    await putImport(writer, withChanges(begun, { finishedAt: deps.clock.now() }, writer.stamp));
    return ok(undefined);
  });
}
