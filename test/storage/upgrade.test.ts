// A tablet whose shop was written by older code: what it was is kept before it is brought to today,
// or it is left alone.
import { afterEach, describe, expect, it } from 'vitest';
import { restoreBackup, previewBackup } from '#app/backup/backups.ts';
import type { BackupContext } from '#app/backup/backup-history.ts';
import { addCustomer, draftCustomer } from '#app/customers/customers.ts';
import { deleteSnapshots, listSnapshots } from '#app/backup/snapshots.ts';
import { startShop, type StartContext } from '#app/shop/open-shop.ts';
import { draftVisit, recordVisit } from '#app/customers/visits.ts';
import { foldVersion } from '#domain/visits/history.ts';
import { factTables } from '#schema/tables.ts';
import { schemaVersion } from '#schema/versions.ts';
import { databaseNames, deleteDatabase, openDatabase, type ShopDexie } from '#storage/database.ts';
import { rebuildHistory } from '#storage/tables/histories.ts';
import { ageOf, makeOld } from '../../scripts/harness/old-shops.ts';
import { memoryLocalStore } from '../support/shops/memory-local-store.ts';
import { day } from '../support/shops/shop-with.ts';
import { testEnvironment } from '../support/shops/test-environment.ts';
import { openTestShop } from '../support/shops/test-shop.ts';

const zone = 'Europe/London';
const old = 'regulars-of-version-1';

afterEach(async () => {
  for (const name of await databaseNames()) await deleteDatabase(name);
  await deleteSnapshots(old);
});

describe('a shop that older code left', () => {
  it('is backed up as it was before it is upgraded, and is restored from that row for row', async () => {
    await makeOldShop();
    const told: string[] = [];
    const startContext = { ...startingOn(old), onUpgrade: () => void told.push('upgrade') };
    const start = await startShop(startContext);
    if (start.kind !== 'open') throw new Error(start.kind);
    const { deps } = start;
    expect(told).toEqual(['upgrade']);
    expect(await ageOf(old)).toEqual({ version: schemaVersion * 10, rows: 'today' });
    const [snapshot, ...others] = await listSnapshots(old);
    if (snapshot === undefined) throw new Error('Nothing was kept.');
    expect(others).toEqual([]);
    expect(await textOf(snapshot.file)).toMatch(/^\{[^\n]*"schema":1[,}]/);
    expect(await deps.db.customers.toArray()).toMatchObject([
      {
        phones: ['07700 900461'],
        emails: [],
        addresses: [],
        permissions: [{ purpose: 'thanks', way: 'post', answer: 'yes', day: '2026-05-02' }],
        young: false,
      },
    ]);
    // Nobody's visits were folded again: the histories hold, and are as they would be made anew.
    const upgraded = await deps.db.histories.toArray();
    expect(upgraded).toMatchObject([{ foldVersion, stamps: { length: 1 } }]);
    for (const { customerId } of upgraded) await rebuildHistory(deps.db, customerId);
    expect(await deps.db.histories.toArray()).toEqual(upgraded);
    const preview = await previewBackup(deps, { file: snapshot.file }, () => {});
    if (!preview.ok) throw new Error(preview.problem.kind);
    expect(preview.value.backupSize).toMatchObject({ people: 1, visits: 2 });
    const order = { file: snapshot.file, preview: preview.value, onProgress: () => {} };
    const name = await restoreBackup(backupContextOf(startContext), deps, order);
    if (!name.ok) throw new Error(name.problem.kind);
    const back = await openDatabase(name.value, () => {});
    if (!back.ok) throw new Error(back.problem.kind);
    expect(await factsOf(back.value)).toEqual(await factsOf(deps.db));
    back.value.close();
    deps.db.close();
    // The next start has nothing to keep any more.
    const again = await startShop(startContext);
    if (again.kind === 'open') again.deps.db.close();
    expect([again.kind, told.length, (await listSnapshots(old)).length]).toEqual(['open', 1, 2]);
  });

  it('stays as it was when there is no room to keep it, and the start says so', async () => {
    await makeOldShop();
    const native = FileSystemFileHandle.prototype.createWritable;
    FileSystemFileHandle.prototype.createWritable = () =>
      Promise.reject(new DOMException('planted', 'QuotaExceededError'));
    const start = await startShop(startingOn(old)).finally(() => {
      FileSystemFileHandle.prototype.createWritable = native;
    });
    expect(start).toEqual({
      kind: 'refused',
      name: old,
      problem: { kind: 'snapshot-failed', why: 'storage-full' },
    });
    expect(await ageOf(old)).toEqual({ version: 10, rows: 'first' });
  });

  it('is backed up as well when it is not the current shop and only opened', async () => {
    await makeOldShop();
    const start = await startShop(startingOn(null));
    expect(start).toMatchObject({ kind: 'found', shops: [{ name: old, size: { people: 1 } }] });
    expect(await listSnapshots(old)).toHaveLength(1);
  });
});

/** A shop with one customer and two visits, as the first version would have written it. */
async function makeOldShop(): Promise<void> {
  const shop = await openTestShop();
  const customer = draftCustomer(shop, {
    name: 'Mrs Khan',
    phones: ['07700 900461'],
    permissions: [
      {
        purpose: 'thanks',
        way: 'post',
        answer: 'yes',
        day: day('2026-05-02'),
        how: 'at the till',
        words: '',
        notedAt: 0,
      },
    ],
    zone,
  });
  await addCustomer(shop, customer);
  for (const customerId of [customer.id, null])
    await recordVisit(shop, draftVisit(shop, { customerId, kind: 'bought', zone }));
  const { name } = shop.db;
  shop.db.close();
  await makeOld(name, old);
  await deleteDatabase(name);
}

function startingOn(shop: string | null): StartContext {
  return { device: testEnvironment({ shop, sample: null }), onSuperseded: () => {} };
}

function backupContextOf({ device }: StartContext): BackupContext {
  return { store: memoryLocalStore(), pointer: device.pointer };
}

// An upgrade does not rewrite visits: one without a receipt is one whose receipt is null.
async function factsOf(db: ShopDexie): Promise<unknown> {
  return Promise.all(
    factTables.map(async (table) =>
      (await db[table].toArray()).map((row) =>
        table === 'visits' ? { receipt: null, ...row } : row,
      ),
    ),
  );
}

async function textOf(file: Blob): Promise<string> {
  return new Response(file.stream().pipeThrough(new DecompressionStream('gzip'))).text();
}
