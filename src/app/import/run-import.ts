// Runs an import: all of it is in the shop or nothing. Visits are staged in chunks so small that a
// tap never waits long, and one last transaction adds the customers and derived rows.

import { importIdFrom, type ImportId, type ShopImport } from '#domain/import/shop-import.ts';
import type { ImportProblem } from '#domain/import/import-problem.ts';
import { currencyCalled } from '#domain/shop/money.ts';
import type { WriteProblem } from '#domain/shop/shop-problem.ts';
import { withChanges, type VersionedRow } from '#domain/shop/versioned-row.ts';
import type { HlcTimestamp } from '#lib/hlc.ts';
import { failed, ok, type Result } from '#lib/result.ts';
import { withLock } from '#platform/concurrency/exclusive-lock.ts';
import { fixCurrency } from '#storage/tables/settings.ts';
import { deriveBulk } from '#storage/bulk/bulk.ts';
import { putImport, readImport, readImports } from '#storage/tables/imports.ts';
import { commitStaged, stageVisits } from '#storage/bulk/staging.ts';
import { write, attempt } from '#storage/transaction.ts';
import type { ImportPlan } from '#formats/lists/plan-list.ts';
import type { Deps } from '#app/deps.ts';
import { buildImportRows, type ImportRows } from './build-rows.ts';
import { discardStaged, importLockName, stagedPerTransaction } from './recover-imports.ts';
import { startUndo } from './undo-import.ts';
import { earlierImport } from './import-preview.ts';
import type { ImportResult, ImportRequest, OnShare } from './import-types.ts';
import { layoutFor } from './layout-for.ts';
import { originOf, planFile } from './read-list.ts';
import { withoutForgotten } from './without-forgotten.ts';

/** Imports a file. On failure the shop is as it was before. */
export async function importList(
  deps: Deps,
  request: ImportRequest,
  onDone: OnShare,
): Promise<Result<ImportResult, ImportProblem | WriteProblem>> {
  return withImportLock<ImportResult, ImportProblem | WriteProblem>(deps, async () => {
    const earlier = await earlierImport(deps, request.reading.fileHash);
    if (earlier !== null) return failed({ kind: 'already-imported', at: earlier.at });
    const read = await planFile(deps, request, (share) => onDone(share / 2));
    if (!read.ok) return read;
    const plan = await withoutForgotten(deps, read.value);
    return writePlan(deps, { ...request, plan }, (share) => onDone(0.5 + share / 2));
  });
}

/** Undoes an import: voids its visits and people, except people who got something else since. */
export async function undoImport(
  deps: Deps,
  { id }: { readonly id: ImportId },
  onDone: OnShare,
): Promise<Result<ShopImport, WriteProblem>> {
  return withImportLock(deps, () => startUndo(deps, id, onDone));
}

// Reads between two transactions may fail too, and are reported like a failed write.
async function withImportLock<T, P>(
  deps: Deps,
  work: () => Promise<Result<T, P>>,
): Promise<Result<T, P | WriteProblem>> {
  const done = await attempt(() => withLock(importLockName(deps), work));
  return done.ok ? done.value : done;
}

/** The imports, latest first, undone ones too. */
export async function listImports(deps: Deps): Promise<readonly ShopImport[]> {
  return (await readImports(deps.db)).filter(
    (each) => each.finishedAt !== null || each.undoneAt !== null,
  );
}

interface PlanToWrite extends ImportRequest {
  readonly plan: ImportPlan;
}

interface WriteTask {
  /** The ISO 4217 code of the amounts. */
  readonly currency: string;
  readonly row: Omit<ShopImport, 'made'>;
  readonly rows: ImportRows;
  readonly onWritten: (share: number) => void;
}

async function writePlan(
  deps: Deps,
  task: PlanToWrite,
  onWritten: (share: number) => void,
): Promise<Result<ImportResult, WriteProblem>> {
  const id = importIdFrom(deps.ids.next());
  const { plan, answers, reading } = task;
  const origin = originOf(reading);
  const { fileName } = reading;
  const rows = await buildImportRows(deps, { id, fileName, plan, answers, origin });
  const row = newImportRow(task, rows, { id, at: deps.clock.now() });
  const committed = await writeRows(deps, { row, rows, currency: plan.currency, onWritten });
  if (!committed.ok) {
    await discardStaged(deps, id);
    return committed;
  }
  onWritten(1);
  const { newPeople, knownPeople, already } = rows;
  return ok({ id, newPeople, knownPeople, people: row.people, visits: row.visits, already });
}

function newImportRow(
  { reading, plan, choices }: PlanToWrite,
  { customers, visits }: ImportRows,
  { id, at }: Pick<ShopImport, 'id' | 'at'>,
): Omit<ShopImport, 'made'> {
  return {
    id,
    edits: {},
    fileName: reading.fileName,
    fileHash: reading.fileHash,
    at,
    rows: plan.rows,
    people: customers.length,
    visits: visits.length,
    problems: plan.problems,
    problemCount: plan.problemCount,
    finishedAt: null,
    undoneAt: null,
    layout: layoutFor(reading, choices),
  };
}

async function writeRows(deps: Deps, task: WriteTask): Promise<Result<void, WriteProblem>> {
  const now = deps.clock.now();
  const started = await write<ShopImport, WriteProblem>(deps.db, now, async (writer) => {
    const row = { ...task.row, made: writer.timestamp };
    await putImport(writer, row);
    return ok(row);
  });
  if (!started.ok) return started;
  const staged = await stageInChunks(deps, task);
  return staged.ok ? commitImport(deps, started.value, task) : staged;
}

async function stageInChunks(
  deps: Deps,
  { rows, onWritten }: WriteTask,
): Promise<Result<void, WriteProblem>> {
  for (let from = 0; from < rows.visits.length; from += stagedPerTransaction) {
    const chunk = rows.visits.slice(from, from + stagedPerTransaction);
    const staged = await write<void, WriteProblem>(deps.db, deps.clock.now(), async (writer) => {
      await stageVisits(writer, withStamp(chunk, writer.timestamp));
      return ok(undefined);
    });
    if (!staged.ok) return staged;
    onWritten((0.8 * (from + chunk.length)) / rows.visits.length);
  }
  return ok(undefined);
}

function withStamp<Row>(
  rows: readonly Row[],
  made: HlcTimestamp,
): readonly (Row & VersionedRow<never>)[] {
  return rows.map((row) => ({ ...row, made, edits: {} }));
}

// Derived rows are computed before the transaction, because taps wait while it runs; they need no
// stamps.
async function commitImport(
  deps: Deps,
  { id, made }: ShopImport,
  { rows, currency }: WriteTask,
): Promise<Result<void, WriteProblem>> {
  const derived = deriveBulk(withStamp(rows.customers, made), withStamp(rows.visits, made));
  return write<void, WriteProblem>(deps.db, deps.clock.now(), async (writer) => {
    const started = await readImport(writer.db, id);
    if (started === undefined) return failed({ kind: 'not-found' });
    // Repeated when the connection was lost during the commit: nothing may be counted twice.
    if (started.finishedAt !== null) return ok(undefined);
    await commitStaged(writer, withStamp(rows.customers, writer.timestamp), derived);
    if (rows.visits.some(({ amount }) => amount !== null))
      await fixCurrency(writer, currencyCalled(currency));
    const finished = { finishedAt: deps.clock.now() };
    await putImport(writer, withChanges(started, finished, writer.timestamp));
    return ok(undefined);
  });
}
