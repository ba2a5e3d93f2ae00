// Restores a shop into a database of its own, which is not the current shop yet. Facts are written
// first, then read again and compared, then everything derived is made from them. The meta row
// comes last: a database without it is no shop, so that a tablet switched off half-way leaves
// something to discard and never half a shop.

import type { Erasure } from '#domain/customers/customer.ts';
import { zeroRowCounts, type Meta } from '#domain/shop/meta.ts';
import { emptyDaySummary, withVisit, type DaySummary } from '#domain/visits/day-summary.ts';
import type { Visit, VisitId } from '#domain/visits/visit.ts';
import type { Day } from '#lib/day.ts';
import { hashOf } from '#lib/hash.ts';
import { nextTimestamp, type HlcTimestamp } from '#lib/hlc.ts';
import {
  byFactTable,
  factTables,
  type FactBatch,
  type FactRows,
  type FactTable,
} from '#schema/tables.ts';
import type { ShopDexie } from '#storage/database.ts';
import { deriveHistories } from './derive-histories.ts';
import { eraseCustomers } from '#storage/tables/erasures.ts';
import { addSharedVisits } from '#storage/tables/shared-visits.ts';
import { createHistoryVisits, type HistoryVisits } from './history-visits.ts';
import { readPages } from '#storage/bulk/snapshot.ts';
import { saveRowCounts } from '#storage/integrity/row-counts.ts';
import { putWithoutObservers } from '#storage/bulk/raw-bulk-put.ts';

/** What was written of one table: how many rows, and a hash that ignores their order. */
interface TableDigest {
  readonly rows: number;
  readonly sum: number;
}

export type TableDigests = { readonly [Name in FactTable]: TableDigest };

export const emptyDigests: TableDigests = byFactTable(() => ({ rows: 0, sum: 0 }));

export function addToDigests(before: TableDigests, batch: FactBatch): TableDigests {
  return byFactTable((name) => addToDigest(before[name], batch[name]));
}

/** What is computed from the visits while they are verified, to spare a third read. */
export interface VerifiedVisits {
  readonly days: ReadonlyMap<Day, DaySummary>;
  readonly visits: HistoryVisits;
  /** Those with words about others than their customer. */
  readonly shared: readonly VisitId[];
}

/** Reads all facts again. Undefined when they are not what was written. */
export async function verifyVisits(
  db: ShopDexie,
  expected: TableDigests,
): Promise<VerifiedVisits | undefined> {
  const days = new Map<Day, DaySummary>();
  const historyVisits = createHistoryVisits();
  const shared: VisitId[] = [];
  for (const name of factTables) {
    const actual =
      name === 'visits'
        ? await readDigest(db, 'visits', (visits) => {
            countByDay(days, visits);
            historyVisits.add(visits);
            for (const { id, whose } of visits) if (whose !== undefined) shared.push(id);
          })
        : await readDigest(db, name, () => {});
    if (actual.rows !== expected[name].rows || actual.sum !== expected[name].sum) return undefined;
  }
  return { days, visits: historyVisits, shared };
}

async function readDigest<Name extends FactTable>(
  db: ShopDexie,
  name: Name,
  onRows: (rows: readonly FactRows[Name][]) => void,
): Promise<TableDigest> {
  let digest: TableDigest = { rows: 0, sum: 0 };
  await readPages(db, name, (rows) => {
    digest = addToDigest(digest, rows);
    onRows(rows);
    return undefined;
  });
  return digest;
}

/** What completes the shop once its facts are verified. */
export interface RestoreCompletion extends VerifiedVisits {
  /** Everybody erased in the backup or in the shop as it is now. */
  readonly erasures: readonly Erasure[];
  /** All but the last timestamp, which must be the greatest one seen. */
  readonly meta: Meta;
  readonly now: number;
}

/** Makes everything derived, erases whom either shop has erased, and makes the database a shop. */
export async function finishRestore(db: ShopDexie, completion: RestoreCompletion): Promise<void> {
  const { days, visits, shared, erasures, meta, now } = completion;
  await putWithoutObservers(db, { days: [...days.values()] });
  await deriveHistories(db, visits);
  await addSharedVisits(db, shared);
  const timestamp = nextTimestamp({ last: meta.lastStamp, now, device: meta.deviceId });
  await eraseAfterRestore(db, erasures, timestamp);
  await db.meta.put({ ...meta, lastStamp: timestamp });
  await saveRowCounts(db);
}

async function eraseAfterRestore(
  db: ShopDexie,
  erasures: readonly Erasure[],
  timestamp: HlcTimestamp,
): Promise<void> {
  await db.transaction('rw', db.tables, async () => {
    await eraseCustomers({ db, timestamp, rowDelta: { ...zeroRowCounts } }, erasures);
  });
}

function addToDigest(before: TableDigest, rows: readonly unknown[]): TableDigest {
  const sum = rows.reduce<number>((so, row) => (so + hashOf(JSON.stringify(row))) | 0, before.sum);
  return { rows: before.rows + rows.length, sum };
}

function countByDay(days: Map<Day, DaySummary>, visits: readonly Visit[]): void {
  for (const visit of visits)
    days.set(visit.day, withVisit(days.get(visit.day) ?? emptyDaySummary(visit.day), visit));
}
