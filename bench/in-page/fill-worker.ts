// Fills the browser's database with an invented shop, the way a backup is restored into one.

import { createBulkLoader, type BulkLoader } from '#app/backup/bulk-loader.ts';
import type { BackupProblem } from '#domain/backup/backup-problem.ts';
import { defaultSettings, type Settings } from '#domain/shop/settings.ts';
import type { Result } from '#lib/result.ts';
import { nextTimestamp } from '#lib/hlc.ts';
import { dayFrom } from '#lib/day.ts';
import { toInstant } from '#lib/time-zone.ts';
import { customerIdFrom } from '#domain/customers/customer.ts';
import { visitIdFrom } from '#domain/visits/visit.ts';
import { measuredPlan } from '../../test/support/shops/measured-plan.ts';
import { generateParts, type ShopPart, type ShopPlan } from '#sample/generate-parts.ts';
import { generateShop } from '../../test/support/shops/generate-shop.ts';
import { mergeBatches } from '#schema/tables.ts';
import { schemaVersion } from '#schema/versions.ts';
import { openDatabase, reopenDatabase, type ShopDexie } from '#storage/database.ts';
import { finishRestore, verifyVisits } from '#storage/restore/finish-restore.ts';
import type { FillOrder, FillReport } from '../fill-order.ts';

const zone = 'Europe/London';
const deviceId = 'measured';

/**
 * After so many visits the database is closed for a while, as at the end of a day. Chromium notes
 * beside each change how to undo it, deletes the note again, and numbers these notes from nought
 * each time it opens the files: a shop that grows day by day leaves a few thousand deleted notes
 * behind. One that is filled in one go leaves millions, and each opening steps over them (.4 s
 * after a million visits) until the browser tidies its files, which it does of its own accord some
 * days later.
 */
const visitsOfSession = 25_000;
/** Two seconds after the last connection is closed the browser lets the files go. */
const restMs = 3_000;

addEventListener('message', (event: MessageEvent<FillOrder>) => {
  void fill(event.data);
});

async function fill(order: FillOrder): Promise<void> {
  try {
    await fillShop(order);
  } catch (error) {
    report({ kind: 'failed', why: String(error) });
  }
}

async function fillShop({ database, size, endDay }: FillOrder): Promise<void> {
  const day = dayFrom(endDay);
  if (day === undefined) throw new RangeError(`Not a day: ${endDay}`);
  const opened = await openDatabase(database, () => undefined);
  if (!opened.ok) throw new Error(opened.problem.kind);
  const plan = measuredPlan(size, day);
  const visits = await layShop(opened.value, plan, toInstant({ day, minute: 1_200 }, zone));
  opened.value.close();
  report({ kind: 'done', visits });
}

async function layShop(db: ShopDexie, plan: ShopPlan, now: number): Promise<number> {
  const loader = createBulkLoader(db);
  const nothing = mergeBatches([]);
  expectDone(await loader.add({ ...nothing, settings: [settingsOf(plan)] }));
  let visits = 0;
  const people = plan.customers === 0 ? [] : [generateParts(plan), [constantVisitor(plan)]];
  for (const parts of people) {
    for (const part of parts) {
      expectDone(await loader.add({ ...nothing, ...part }));
      if (isSessionOver(visits, visits + part.visits.length)) await rest(db, loader);
      visits += part.visits.length;
      report({ kind: 'progress', visits });
    }
  }
  expectDone(await loader.finish());
  const verified = await verifyVisits(db, loader.digests());
  if (verified === undefined) throw new Error('What was laid down does not read back');
  const lastStamp = loader.maxTimestamp();
  const meta = { id: 'meta', deviceId, shopId: 'measured', lastStamp, createdAt: now } as const;
  await finishRestore(db, {
    ...verified,
    erasures: [],
    now,
    meta: { ...meta, minWriter: schemaVersion },
  });
  return visits;
}

function isSessionOver(before: number, after: number): boolean {
  return Math.floor(before / visitsOfSession) < Math.floor(after / visitsOfSession);
}

async function rest(db: ShopDexie, loader: BulkLoader): Promise<void> {
  expectDone(await loader.finish());
  db.close();
  await new Promise((resolve) => {
    setTimeout(resolve, restMs);
  });
  const opened = await reopenDatabase(db);
  if (!opened.ok) throw new Error(opened.problem.kind);
}

function expectDone(done: Result<null, BackupProblem>): void {
  if (!done.ok) throw new Error(done.problem.kind);
}

function settingsOf({ calendar = { openings: [], closures: [] } }: ShopPlan): Settings {
  return {
    ...defaultSettings(nextTimestamp({ last: null, now: 1, device: deviceId })),
    ...calendar,
    shopName: 'Measured',
    zone,
    currencyFixed: true,
  };
}

/** Somebody with exactly 500 visits, whose page is opened at every size. */
function constantVisitor(plan: ShopPlan): ShopPart {
  const days = 1_000;
  const { customers, visits } = generateShop({
    ...plan,
    seed: 'constant',
    customers: 1,
    visits: 1,
    days,
  });
  const [customer] = customers;
  const [like] = visits;
  if (customer === undefined || like === undefined) throw new Error('nobody to be constant');
  const customerId = customerIdFrom('00000000-0000-7009-8000-000000000500');
  return {
    customers: [{ ...customer, id: customerId, name: 'Constance Fivehundred' }],
    visits: Array.from({ length: 500 }, (_, index) => {
      const at = like.at - index * 2 * 86_400_000;
      const day = dayFrom(new Date(at).toISOString().slice(0, 10)) ?? like.day;
      const id = visitIdFrom(`00000000-0000-7009-8000-${String(index).padStart(12, '0')}`);
      return { ...like, id, customerId, at, day, minute: 600 };
    }),
    moments: [],
    gestures: [],
  };
}

function report(message: FillReport): void {
  postMessage(message);
}
