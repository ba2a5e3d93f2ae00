// The visits table. Every write goes on into the history and the day row, in the same transaction.

import type { History } from '#domain/visits/history.ts';
import type { ImportId } from '#domain/import/shop-import.ts';
import type { ShopDay } from '#domain/visits/day-summary.ts';
import type { Visit, VisitId } from '#domain/visits/visit.ts';
import type { Day } from '#lib/day.ts';
import type { ShopDexie } from '#storage/database.ts';
import { countVisit, withNewVisit } from './days.ts';
import { foldVisit, pushedHistory } from './histories.ts';
import type { ActionWriter, ShopWriter } from '#storage/transaction.ts';

/** What a visit that is written must be seen beside: its own row as it was, the history it goes into, the row of its day. */
export interface VisitGround {
  readonly before: Visit | undefined;
  readonly history: History | undefined;
  readonly day: ShopDay | undefined;
}

/** Looks up, all at once, what `visit` will be written beside. */
export async function groundOf(
  db: ShopDexie,
  { id, customerId, day }: Pick<Visit, 'id' | 'customerId' | 'day'>,
): Promise<VisitGround> {
  const [before, history, dayRow] = await Promise.all([
    db.visits.get(id),
    customerId === null ? undefined : db.histories.get(customerId),
    db.days.get(day),
  ]);
  return { before, history, day: dayRow };
}

/**
 * Writes a new visit, or a changed one over its old row. Writing the same row twice changes nothing more. `ground` was looked up in this
 * same transaction.
 */
export async function putVisit(
  writer: ShopWriter,
  visit: Visit,
  { before, history, day }: VisitGround,
): Promise<void> {
  if (before === undefined) writer.grown.visits += 1;
  await writer.db.visits.put(visit);
  await foldVisit(writer, { before, after: visit, history });
  await countVisit(writer, { before, after: visit, day });
}

/** Writes a visit with which its action ends. Where nothing must be folded anew, all of its rows go in one go. */
export async function putLastVisit(
  writer: ActionWriter,
  visit: Visit,
  ground: VisitGround,
): Promise<void> {
  const { db, grown, last } = writer;
  const pushed = visit.customerId === null ? null : pushedHistory(ground.history, visit);
  const day = withNewVisit(ground.day, visit);
  if (ground.before !== undefined || pushed === undefined || day === undefined)
    return putVisit(writer, visit, ground);
  grown.visits += 1;
  last(() => db.visits.put(visit));
  if (pushed !== null) last(() => db.histories.put(pushed));
  last(() => db.days.put(day));
}

/** One visit, or undefined. */
export async function readVisit(db: ShopDexie, id: VisitId): Promise<Visit | undefined> {
  return db.visits.get(id);
}

/** The live visits of one day, latest first; none of a list that is still coming in. */
export async function readVisitsOn(db: ShopDexie, day: Day): Promise<readonly Visit[]> {
  const visits = await settledVisits(db, await db.visits.where('day').equals(day).toArray());
  return visits.filter((visit) => !visit.voided).toSorted(latestFirst);
}

/** All visits of one import, voided ones too. */
export async function readVisitsOfImport(db: ShopDexie, id: ImportId): Promise<readonly Visit[]> {
  return db.visits.where('importId').equals(id).toArray();
}

/** The ids of all visits of one import, voided ones too, in their order. */
export async function readVisitIdsOfImport(
  db: ShopDexie,
  id: ImportId,
): Promise<readonly VisitId[]> {
  return db.visits.where('importId').equals(id).primaryKeys();
}

/** The visits whose ids lie from the first to the last of `ids`, which are sorted; others between them come too. */
export async function readVisitsAmong(
  db: ShopDexie,
  ids: readonly VisitId[],
): Promise<readonly Visit[]> {
  const [first, last] = [ids[0], ids.at(-1)];
  if (first === undefined || last === undefined) return [];
  return db.visits.where('id').between(first, last, true, true).toArray();
}

/** `visits` without those of a list that is laid down before it is in the shop, or still there while it is being taken back. */
export async function settledVisits(
  db: ShopDexie,
  visits: readonly Visit[],
): Promise<readonly Visit[]> {
  const ids = new Set(visits.flatMap(({ importId }) => (importId === null ? [] : [importId])));
  if (ids.size === 0) return visits;
  const imports = await db.imports.bulkGet([...ids]);
  const unsettled = new Set(
    imports.flatMap((each) => (each !== undefined && each.finishedAt === null ? [each.id] : [])),
  );
  return visits.filter(({ importId }) => importId === null || !unsettled.has(importId));
}

/** The order of a story: latest first. */
export function latestFirst(a: Visit, b: Visit): number {
  return b.at - a.at || b.createdAt - a.createdAt || (a.id < b.id ? 1 : -1);
}
