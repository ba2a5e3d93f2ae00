// Bringing a list in and taking it back. Seen from the shop either everything of a list is there or nothing: visits are laid down in pieces
// small enough that a tap at the counter never waits for them, where no screen looks, and one last transaction makes the people, folds
// and counts. An import without its end is cleared away at the next start.

import type { ImportId, ShopImport } from '#domain/import.ts';
import { importIdFrom } from '#domain/import.ts';
import type { ImportProblem } from '#domain/import-problem.ts';
import type { WriteProblem } from '#domain/problem.ts';
import { withChanges } from '#domain/stamped.ts';
import { failed, ok, type Result } from '#lib/result.ts';
import { ifAlone, whileAlone } from '#platform/alone.ts';
import { deleteImport, putImport, readImport, readImports } from '#storage/imports.ts';
import { putSettings, readSettings } from '#storage/settings.ts';
import { clearStaged, settleVisits, stageVisits } from '#storage/staging.ts';
import { write, type ShopWriter } from '#storage/write.ts';
import type { ImportPlan } from '#transfer/import-plan.ts';
import type { Deps } from './deps.ts';
import { importRowsOf, type ImportRows } from './import-rows.ts';
import { finishTakingBack, takeBack } from './import-undo.ts';
import { earlierImport, listShopOf } from './list-preview.ts';
import { planList, type OnRead } from './list-reading.ts';
import type { ImportDone, ListToImport } from './list-task.ts';

/** Visits laid down in one transaction: a third of a second on a slow tablet. */
const pieceOfVisits = 2000;

/** Brings a list in. On failure the shop is as it was before. */
export async function importList(
  deps: Deps,
  told: ListToImport,
  onDone: OnRead,
): Promise<Result<ImportDone, ImportProblem | WriteProblem>> {
  return whileAlone(lockOf(deps), async () => {
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
  return whileAlone(lockOf(deps), () => takeBack(deps, id, onDone));
}

/**
 * Ends what a closed tab or an empty battery left half done: imports without their end are cleared away, those being taken back are taken
 * back to the end. To be called at each start; does nothing while another tab is at it.
 */
export async function tidyImports(deps: Deps): Promise<void> {
  const begun = (await readImports(deps.db)).filter((each) => each.finishedAt === null);
  if (begun.length === 0) return;
  await ifAlone(lockOf(deps), async () => {
    for (const each of begun) {
      const now = await readImport(deps.db, each.id);
      if (now === undefined || now.finishedAt !== null) continue;
      if (now.undoneAt === null) await clearAway(deps, now.id);
      else await finishTakingBack(deps, now, () => {});
    }
  });
}

/** The lists that were brought in, latest first, taken-back ones too. */
export async function importsView(deps: Deps): Promise<readonly ShopImport[]> {
  return (await readImports(deps.db)).filter(
    (each) => each.finishedAt !== null || each.undoneAt !== null,
  );
}

function lockOf({ db }: Deps): string {
  return `${db.name} imports`;
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
  const laid = await layDown(deps, task, { id, rows, onWritten });
  const settled = laid.ok ? await settle(deps, id, rows) : laid;
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

async function layDown(
  deps: Deps,
  task: PlanToWrite,
  { id, rows, onWritten }: Laying,
): Promise<Result<void, WriteProblem>> {
  const begun = await write<void, WriteProblem>(deps.db, deps.clock.now(), async (writer) => {
    await putImport(writer, beginning(deps, writer, { id, rows, task }));
    return ok(undefined);
  });
  if (!begun.ok) return begun;
  for (let from = 0; from < rows.visits.length; from += pieceOfVisits) {
    const piece = rows.visits.slice(from, from + pieceOfVisits);
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

// The moment at which the list is in the shop.
async function settle(
  deps: Deps,
  id: ImportId,
  rows: ImportRows,
): Promise<Result<void, WriteProblem>> {
  return write<void, WriteProblem>(deps.db, deps.clock.now(), async (writer) => {
    const begun = await readImport(writer.db, id);
    if (begun === undefined) return failed({ kind: 'not-found' });
    const stamped = { made: writer.stamp, edits: {} };
    await settleVisits(
      writer,
      rows.customers.map((customer) => ({ ...customer, ...stamped })),
      rows.visits.map((visit) => ({ ...visit, ...stamped })),
    );
    await fixCurrency(writer, rows);
    await putImport(writer, withChanges(begun, { finishedAt: deps.clock.now() }, writer.stamp));
    return ok(undefined);
  });
}

// The first amount decides the currency for good, also when it comes in a list.
async function fixCurrency(writer: ShopWriter, { visits }: ImportRows): Promise<void> {
  const settings = await readSettings(writer.db);
  if (settings === undefined || settings.currencyFixed) return;
  if (visits.every((visit) => visit.amount === null)) return;
  await putSettings(writer, withChanges(settings, { currencyFixed: true }, writer.stamp));
}

// When this fails too, the next start does it.
async function clearAway(deps: Deps, id: ImportId): Promise<void> {
  for (;;) {
    const cleared = await write<number, WriteProblem>(deps.db, deps.clock.now(), async (writer) => {
      const count = await clearStaged(writer, id, pieceOfVisits);
      if (count === 0) await deleteImport(writer, id);
      return ok(count);
    });
    if (!cleared.ok || cleared.value === 0) return;
  }
}
