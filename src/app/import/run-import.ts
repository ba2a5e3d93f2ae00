// Bringing a list in and taking it back. Seen from the shop either everything of a list is there or
// nothing: visits are laid down in pieces small enough that a tap at the counter never waits for
// them, where no screen looks, and one last transaction makes the people, folds and counts. An
// import without its end is cleared away at the next start.

import { importIdFrom, type ImportId, type ShopImport } from '#domain/import/shop-import.ts';
import type { ImportProblem } from '#domain/import/import-problem.ts';
import type { WriteProblem } from '#domain/shop/shop-problem.ts';
import { withChanges } from '#domain/shop/versioned-row.ts';
import { failed, ok, type Result } from '#lib/result.ts';
import { withLock } from '#platform/concurrency/exclusive-lock.ts';
import { fixCurrency } from '#storage/tables/settings.ts';
import { attempt } from '#storage/attempt.ts';
import { deriveBulk } from '#storage/bulk/bulk.ts';
import { putImport, readImport, readImports } from '#storage/tables/imports.ts';
import { commitStaged, stageVisits } from '#storage/bulk/staging.ts';
import { write, type ShopWriter } from '#storage/transaction.ts';
import type { ImportPlan } from '#formats/csv/import-plan.ts';
import type { Deps } from '#app/deps.ts';
import { buildImportRows, type ImportRows } from './build-rows.ts';
import { discardStaged, importLockName, stagedPerTransaction } from './recover-imports.ts';
import { startUndo } from './undo-import.ts';
import { earlierImport, readImportContext } from './import-preview.ts';
import { planImport, type OnShare } from './parse-file.ts';
import type { ImportResult, ImportRequest } from './import-types.ts';

/** Brings a list in. On failure the shop is as it was before. */
export async function importList(
  deps: Deps,
  request: ImportRequest,
  onDone: OnShare,
): Promise<Result<ImportResult, ImportProblem | WriteProblem>> {
  return withImportLock<ImportResult, ImportProblem | WriteProblem>(deps, async () => {
    const earlier = await earlierImport(deps, request.reading.fileHash);
    if (earlier !== null) return failed({ kind: 'already-imported', at: earlier.at });
    const shop = await readImportContext(deps);
    const plan = await planImport(request.file, { ...request, shop }, (share) => onDone(share / 2));
    if (!plan.ok) return plan;
    return writePlan(deps, { ...request, plan: plan.value }, (share) => onDone(0.5 + share / 2));
  });
}

/**
 * Takes an import back: its visits and people are voided, except people who got something else
 * since.
 */
export async function undoImport(
  deps: Deps,
  { id }: { readonly id: ImportId },
  onDone: OnShare,
): Promise<Result<ShopImport, WriteProblem>> {
  return withImportLock(deps, () => startUndo(deps, id, onDone));
}

// What is read between two transactions may fail as well, and is said like a write that failed.
async function withImportLock<T, P>(
  deps: Deps,
  work: () => Promise<Result<T, P>>,
): Promise<Result<T, P | WriteProblem>> {
  const done = await attempt(() => withLock(importLockName(deps), work));
  return done.ok ? done.value : done;
}

/** The lists that were brought in, latest first, taken-back ones too. */
export async function listImports(deps: Deps): Promise<readonly ShopImport[]> {
  return (await readImports(deps.db)).filter(
    (each) => each.finishedAt !== null || each.undoneAt !== null,
  );
}

interface PlanToWrite extends ImportRequest {
  readonly plan: ImportPlan;
}

async function writePlan(
  deps: Deps,
  task: PlanToWrite,
  onWritten: (share: number) => void,
): Promise<Result<ImportResult, WriteProblem>> {
  const id = importIdFrom(deps.ids.next());
  const rows = await buildImportRows(deps, { id, plan: task.plan, answers: task.answers });
  const committed = await writeRows(deps, task, { id, rows, onWritten });
  if (!committed.ok) {
    await discardStaged(deps, id);
    return committed;
  }
  onWritten(1);
  return ok({
    id,
    people: rows.customers.length,
    visits: rows.visits.length,
    already: rows.already,
  });
}

interface StageTask {
  readonly id: ImportId;
  readonly rows: ImportRows;
  readonly onWritten: (share: number) => void;
}

async function writeRows(
  deps: Deps,
  task: PlanToWrite,
  stageTask: StageTask,
): Promise<Result<void, WriteProblem>> {
  const { id, rows } = stageTask;
  const started = await write<ShopImport, WriteProblem>(
    deps.db,
    deps.clock.now(),
    async (writer) => {
      const row = newImportRow(deps, writer, { id, rows, task });
      await putImport(writer, row);
      return ok(row);
    },
  );
  if (!started.ok) return started;
  const staged = await stageInChunks(deps, stageTask);
  return staged.ok ? commitImport(deps, started.value, rows) : staged;
}

async function stageInChunks(
  deps: Deps,
  { rows, onWritten }: StageTask,
): Promise<Result<void, WriteProblem>> {
  for (let from = 0; from < rows.visits.length; from += stagedPerTransaction) {
    const piece = rows.visits.slice(from, from + stagedPerTransaction);
    const staged = await write<void, WriteProblem>(deps.db, deps.clock.now(), async (writer) => {
      await stageVisits(
        writer,
        piece.map((visit) => ({ ...visit, made: writer.timestamp, edits: {} })),
      );
      return ok(undefined);
    });
    if (!staged.ok) return staged;
    onWritten((0.8 * (from + piece.length)) / rows.visits.length);
  }
  return ok(undefined);
}

function newImportRow(
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
    made: writer.timestamp,
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

// The moment at which the list is in the shop. What it writes is worked out before, for taps wait
// while it is written; no fold asks for stamps.
async function commitImport(
  deps: Deps,
  { id, made }: ShopImport,
  rows: ImportRows,
): Promise<Result<void, WriteProblem>> {
  const derived = deriveBulk(
    rows.customers.map((customer) => ({ ...customer, made, edits: {} })),
    rows.visits.map((visit) => ({ ...visit, made, edits: {} })),
  );
  return write<void, WriteProblem>(deps.db, deps.clock.now(), async (writer) => {
    const started = await readImport(writer.db, id);
    if (started === undefined) return failed({ kind: 'not-found' });
    // Said again after a connection was lost in the moment in which it was done: nothing may be
    // counted twice.
    if (started.finishedAt !== null) return ok(undefined);
    const customers = rows.customers.map((each) => ({
      ...each,
      made: writer.timestamp,
      edits: {},
    }));
    await commitStaged(writer, customers, derived);
    if (rows.visits.some(({ amount }) => amount !== null)) await fixCurrency(writer);
    await putImport(
      writer,
      withChanges(started, { finishedAt: deps.clock.now() }, writer.timestamp),
    );
    return ok(undefined);
  });
}
