// A shop that is being brought back into a database of its own, which nothing points to yet. Facts are laid down first, then read again and
// compared with what was meant, then everything derived is made from them. The meta row comes last: a database without it is no shop, so
// that a tablet switched off half-way leaves something to clear away and never half a shop.

import type { Erasure } from '#domain/customers/erasure.ts';
import { noRows, type Meta } from '#domain/shop/meta.ts';
import { emptyShopDay, withVisit, type ShopDay } from '#domain/visits/day-summary.ts';
import type { Visit } from '#domain/visits/visit.ts';
import type { Day } from '#lib/day.ts';
import { hashOf } from '#lib/seeded-random.ts';
import { nextStamp, type Stamp } from '#lib/hlc.ts';
import {
  byFactTable,
  factTables,
  type FactBatch,
  type FactRows,
  type FactTable,
} from '#schema/tables.ts';
import type { ShopDexie } from '#storage/database.ts';
import { deriveHistories } from './derive-histories.ts';
import { eraseAgain } from '#storage/tables/erasures.ts';
import { foldedVisits, type FoldedVisits } from './history-visits.ts';
import { readPages } from '#storage/bulk/snapshot.ts';
import { keepTally } from '#storage/integrity/row-counts.ts';
import { putUnseen } from '#storage/bulk/raw-bulk-put.ts';

/** What was laid down of one table: how many rows, and a sum over them that does not depend on their order. */
export interface Digest {
  readonly rows: number;
  readonly sum: number;
}

export type Digests = { readonly [Name in FactTable]: Digest };

/** Nothing laid down yet. */
export const noDigests: Digests = byFactTable(() => ({ rows: 0, sum: 0 }));

/** `before` with `batch` laid down too. */
export function digestsWith(before: Digests, batch: FactBatch): Digests {
  return byFactTable((name) => digestWith(before[name], batch[name]));
}

/** What is counted and folded from the visits while they are read again, so that nobody need read them a third time. */
export interface VerifiedVisits {
  readonly days: ReadonlyMap<Day, ShopDay>;
  readonly visits: FoldedVisits;
}

/** Reads all facts again, counts the visits of each day and folds everybody's. Undefined when what is read is not what was laid down. */
export async function verifiedVisits(
  db: ShopDexie,
  laid: Digests,
): Promise<VerifiedVisits | undefined> {
  const days = new Map<Day, ShopDay>();
  const folded = foldedVisits();
  for (const name of factTables) {
    const found =
      name === 'visits'
        ? await readDigest(db, 'visits', (visits) => {
            countOn(days, visits);
            folded.add(visits);
          })
        : await readDigest(db, name, () => {});
    if (found.rows !== laid[name].rows || found.sum !== laid[name].sum) return undefined;
  }
  return { days, visits: folded };
}

async function readDigest<Name extends FactTable>(
  db: ShopDexie,
  name: Name,
  alsoSee: (rows: readonly FactRows[Name][]) => void,
): Promise<Digest> {
  let digest: Digest = { rows: 0, sum: 0 };
  await readPages(db, name, (rows) => {
    digest = digestWith(digest, rows);
    alsoSee(rows);
    return undefined;
  });
  return digest;
}

/** What the shop is completed with once its facts are verified. */
export interface Completion extends VerifiedVisits {
  /** Everybody forgotten in the copy or in the shop as it is now. */
  readonly erasures: readonly Erasure[];
  /** All but the last stamp, which must be given as the greatest one seen. */
  readonly meta: Meta;
  readonly now: number;
}

/** Makes everything derived, forgets whom either shop has forgotten, and turns the database into a shop. */
export async function completeShop(db: ShopDexie, completion: Completion): Promise<void> {
  const { days, visits, erasures, meta, now } = completion;
  await putUnseen(db, { days: [...days.values()] });
  await deriveHistories(db, visits);
  const stamp = nextStamp({ last: meta.lastStamp, now, device: meta.deviceId });
  await forgetAgain(db, erasures, stamp);
  await db.meta.put({ ...meta, lastStamp: stamp });
  await keepTally(db);
}

async function forgetAgain(
  db: ShopDexie,
  erasures: readonly Erasure[],
  stamp: Stamp,
): Promise<void> {
  await db.transaction('rw', db.tables, async () => {
    await eraseAgain({ db, stamp, grown: { ...noRows } }, erasures);
  });
}

function digestWith(before: Digest, rows: readonly unknown[]): Digest {
  const sum = rows.reduce<number>((so, row) => (so + hashOf(JSON.stringify(row))) | 0, before.sum);
  return { rows: before.rows + rows.length, sum };
}

function countOn(days: Map<Day, ShopDay>, visits: readonly Visit[]): void {
  for (const visit of visits)
    days.set(visit.day, withVisit(days.get(visit.day) ?? emptyShopDay(visit.day), visit));
}
