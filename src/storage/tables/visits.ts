// The visits table. Every write goes on into the history and the day row, in the same transaction.

import type { History } from '#domain/visits/history.ts';
import type { DaySummary } from '#domain/visits/day-summary.ts';
import {
  latestVisitFirst,
  type Visit,
  type VisitDraft,
  type VisitId,
} from '#domain/visits/visit.ts';
import type { Day } from '#lib/day.ts';
import type { ShopDexie } from '#storage/database.ts';
import { updateDaySummary, withNewVisit } from './days.ts';
import { updateHistory, appendVisit } from './histories.ts';
import { fixCurrency } from './settings.ts';
import { addSharedVisits } from './shared-visits.ts';
import type { ActionWriter, ShopWriter } from '#storage/transaction.ts';

/** What a written visit depends on: its old row, the customer's history, the row of its day. */
export interface VisitContext {
  readonly before: Visit | undefined;
  readonly history: History | undefined;
  readonly day: DaySummary | undefined;
}

/** Reads, all at once, what writing `visit` depends on. */
export async function readVisitContext(
  db: ShopDexie,
  { id, customerId, day }: Pick<Visit, 'id' | 'customerId' | 'day'>,
): Promise<VisitContext> {
  const [before, history, dayRow] = await Promise.all([
    db.visits.get(id),
    customerId === null ? undefined : db.histories.get(customerId),
    db.days.get(day),
  ]);
  return { before, history, day: dayRow };
}

/**
 * Writes the new visit `draft`, the last of its action: in one go, where nothing must be rebuilt.
 * Idempotent. `context` was read in this same transaction.
 */
export async function insertVisit(
  writer: ActionWriter,
  draft: VisitDraft,
  context: VisitContext,
): Promise<Visit> {
  if (context.before !== undefined) return context.before;
  const visit = { ...draft, made: writer.timestamp, edits: {} };
  const history = visit.customerId === null ? null : appendVisit(context.history, visit);
  const day = withNewVisit(context.day, visit);
  writer.rowDelta.visits += 1;
  if (history === undefined || day === undefined) await putRows(writer, visit, context);
  else {
    const { db, deferPut } = writer;
    deferPut(() => db.visits.put(visit));
    if (history !== null) deferPut(() => db.histories.put(history));
    deferPut(() => db.days.put(day));
  }
  if (visit.amount !== null) await fixCurrency(writer);
  return visit;
}

export async function updateVisit(writer: ShopWriter, visit: Visit): Promise<void> {
  await putRows(writer, visit, await readVisitContext(writer.db, visit));
  if (visit.whose !== undefined) await addSharedVisits(writer.db, [visit.id]);
  if (visit.amount !== null) await fixCurrency(writer);
}

async function putRows(
  writer: ShopWriter,
  visit: Visit,
  { before, history, day }: VisitContext,
): Promise<void> {
  await writer.db.visits.put(visit);
  await updateHistory(writer, { before, after: visit, history });
  await updateDaySummary(writer, { before, after: visit, day });
}

export async function readVisit(db: ShopDexie, id: VisitId): Promise<Visit | undefined> {
  return db.visits.get(id);
}

/** The live visits of one day, latest first; none of an unfinished import. */
export async function readVisitsOn(db: ShopDexie, day: Day): Promise<readonly Visit[]> {
  const visits = await committedVisits(db, await db.visits.where('day').equals(day).toArray());
  return visits.filter((visit) => !visit.voided).toSorted(latestVisitFirst);
}

/** `visits` without those of imports that are staged or being undone. */
export async function committedVisits(
  db: ShopDexie,
  visits: readonly Visit[],
): Promise<readonly Visit[]> {
  const ids = new Set(visits.flatMap(({ importId }) => (importId === null ? [] : [importId])));
  if (ids.size === 0) return visits;
  const imports = await db.imports.bulkGet([...ids]);
  const uncommitted = new Set(
    imports.flatMap((each) => (each !== undefined && each.finishedAt === null ? [each.id] : [])),
  );
  return visits.filter(({ importId }) => importId === null || !uncommitted.has(importId));
}
