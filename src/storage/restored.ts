// A shop that is being brought back into a database of its own, which nothing points to yet. Facts are laid down first, then read again and
// compared with what was meant, then everything derived is made from them. The meta row comes last: a database without it is no shop, so
// that a tablet switched off half-way leaves something to clear away and never half a shop.

import type { Erasure } from '#domain/erasure.ts';
import { noRows, type Meta } from '#domain/meta.ts';
import { emptyShopDay, withVisit, type ShopDay } from '#domain/shop-day.ts';
import type { Visit } from '#domain/visit.ts';
import type { Day } from '#lib/day.ts';
import { hashOf } from '#lib/random.ts';
import { nextStamp, type Stamp } from '#lib/stamp.ts';
import {
  byFactTable,
  factTables,
  type FactBatch,
  type FactRows,
  type FactTable,
} from '#schema/tables.ts';
import type { ShopDexie } from './database.ts';
import { deriveHistories } from './derived-histories.ts';
import { eraseAgain } from './erasures.ts';
import { readPages } from './snapshot.ts';
import { keepTally } from './tally.ts';

/** What was laid down of one table: how many rows, and a sum over them that does not depend on their order. */
export interface Digest {
  readonly rows: number;
  readonly sum: number;
}

export type Digests = { readonly [Name in FactTable]: Digest };

/** Nothing laid down yet. */
export const noDigests: Digests = byFactTable(() => ({ rows: 0, sum: 0 }));

/** Writes facts that nobody sees yet, and gives the digests with them added. */
export async function layFacts(db: ShopDexie, batch: FactBatch, before: Digests): Promise<Digests> {
  const digests = { ...before };
  for (const name of factTables) {
    if (batch[name].length === 0) continue;
    await layRows(db, name, batch[name]);
    digests[name] = digestWith(digests[name], batch[name]);
  }
  return digests;
}

async function layRows<Name extends FactTable>(
  db: ShopDexie,
  name: Name,
  rows: readonly FactRows[Name][],
): Promise<void> {
  await db.table<FactRows[Name], string>(name).bulkPut([...rows]);
}

/**
 * Reads all facts again and counts the visits of each day. Undefined when what is read is not what was laid down.
 */
export async function verifiedDays(
  db: ShopDexie,
  laid: Digests,
): Promise<ReadonlyMap<Day, ShopDay> | undefined> {
  const days = new Map<Day, ShopDay>();
  for (const name of factTables) {
    const found =
      name === 'visits'
        ? await readDigest(db, 'visits', (visits) => countOn(days, visits))
        : await readDigest(db, name, () => {});
    if (found.rows !== laid[name].rows || found.sum !== laid[name].sum) return undefined;
  }
  return days;
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
  });
  return digest;
}

/** What the shop is completed with once its facts are verified. */
export interface Completion {
  readonly days: ReadonlyMap<Day, ShopDay>;
  /** Everybody forgotten in the copy or in the shop as it is now. */
  readonly erasures: readonly Erasure[];
  /** All but the last stamp, which must be given as the greatest one seen. */
  readonly meta: Meta;
  readonly now: number;
}

/** Makes everything derived, forgets whom either shop has forgotten, and turns the database into a shop. */
export async function completeShop(db: ShopDexie, completion: Completion): Promise<void> {
  const { days, erasures, meta, now } = completion;
  await db.days.bulkPut([...days.values()]);
  await deriveHistories(db);
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
