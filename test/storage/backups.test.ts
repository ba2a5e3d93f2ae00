import { describe, expect, it } from 'vitest';
import { restoreBackup, previewBackup, prepareBackup } from '#app/backup/backups.ts';
import { salvageShop } from '#app/recovery/salvage-shop.ts';
import { addCustomer, draftCustomer } from '#app/customers/customers.ts';
import { draftVisit, recordVisit } from '#app/customers/visits.ts';
import { fileSink, readText } from '#platform/files/gzip.ts';
import { openDatabase, deleteDatabase, type ShopDexie } from '#storage/database.ts';
import { readSnapshot } from '#storage/bulk/snapshot.ts';
import { openTestShop } from '../support/shops/test-shop.ts';

const zone = 'Europe/London';

describe('packing in a browser', () => {
  it('gives back the text it was given, letter for letter', async () => {
    const lines = Array.from({ length: 20_000 }, (_, index) => `${index}: Zoë Łoś 肉屋\n`);
    const sink = fileSink();
    for (const line of lines) sink.write(line);
    const file = await sink.finish();
    expect(file.size).toBeLessThan(lines.join('').length / 2);
    expect(await textOf(file)).toBe(lines.join(''));
  });

  it('reads a file that was never packed', async () => {
    expect(await textOf(new Blob(['plain Zoë\n']))).toBe('plain Zoë\n');
  });

  it('stops at the bytes it was allowed', async () => {
    const zeros = new Blob([new Uint8Array(20_000_000)]);
    const packed = await new Response(
      zeros.stream().pipeThrough(new CompressionStream('gzip')),
    ).blob();
    let seen = 0;
    const read = await readText(packed, {
      maxBytes: 1_000_000,
      onText(text) {
        seen += text.length;
        return Promise.resolve(true);
      },
    });
    expect(read).toEqual({ ok: false, problem: 'zip-bomb' });
    expect(seen).toBeLessThanOrEqual(1_000_000);
  });

  it('says when a packed file is cut or changed', async () => {
    const sink = fileSink();
    for (let line = 0; line < 5000; line += 1) sink.write(`line ${line * 7919}\n`);
    const bytes = new Uint8Array(await (await sink.finish()).arrayBuffer());
    const cut = await problemOf(new Blob([bytes.slice(0, bytes.length - 20)]));
    const changed = bytes.slice();
    changed[Math.floor(bytes.length / 2)] = 255 - (bytes[Math.floor(bytes.length / 2)] ?? 0);
    expect(cut).toBe('damaged');
    expect(['damaged', 'not-text']).toContain(await problemOf(new Blob([changed])));
  });
});

describe('a backup in a browser', () => {
  it('comes back row for row', async () => {
    const shop = await smallShop();
    const backup = await prepareBackup(shop, null, {
      onProgress: () => {},
      signal: new AbortController().signal,
    });
    if (!backup.ok) throw new Error(backup.problem.kind);
    const preview = await previewBackup(shop, { file: backup.value.file }, () => {});
    expect(preview.ok && preview.value.backupSize).toMatchObject({ people: 1, visits: 2 });
    const kept = { get: () => null, set: () => {}, remove: () => {}, keys: () => [] };
    const pointer = {
      read: () => ({ shop: shop.db.name, sample: null }),
      write: () => {},
      lastTimestamp: () => null,
      setLastTimestamp: () => {},
      subscribe: () => () => {},
    };
    if (!preview.ok) throw new Error(preview.problem.kind);
    const order = { file: backup.value.file, preview: preview.value, onProgress: () => {} };
    const name = await restoreBackup({ pointer, store: kept }, shop, order);
    if (!name.ok) throw new Error(name.problem.kind);
    const back = await openDatabase(name.value, () => {});
    if (!back.ok) throw new Error(back.problem.kind);
    for (const table of ['customers', 'visits', 'histories', 'days'] as const)
      expect(await back.value[table].toArray(), table).toEqual(await shop.db[table].toArray());
    await cleared(back.value, shop.db);
  });

  it('can be saved from a shop that the app does not open', async () => {
    const shop = await smallShop();
    shop.db.close();
    const salvageModule = await salvageShop(shop.db.name, 0);
    expect(salvageModule.ok && salvageModule.value.rows).toBe(4);
    await cleared(shop.db);
  });

  it('holds one moment of the shop, however busy the Counter is', async () => {
    const shop = await smallShop();
    let opened = 0;
    const seen = await readSnapshot(shop.db, (counts) => {
      opened += 1;
      let visits = 0;
      return {
        counts,
        rows: () => visits,
        page(table, rows) {
          if (table === 'visits') visits += rows.length;
          // Somebody comes in whenever a table was read, until writers have to wait.
          const draft = draftVisit(shop, { customerId: null, kind: 'bought', zone });
          if (opened < 4) void recordVisit(shop, draft);
        },
      };
    });
    expect(opened).toBe(4);
    expect(seen.rows()).toBe(seen.counts.visits);
    await cleared(shop.db);
  });
});

async function smallShop(): ReturnType<typeof openTestShop> {
  const shop = await openTestShop();
  const tom = await addCustomer(shop, draftCustomer(shop, { name: 'Tom R.', zone }));
  if (!tom.ok) throw new Error(tom.problem.kind);
  for (const customerId of [tom.value.id, null]) {
    shop.clock.advance(60_000);
    await recordVisit(shop, draftVisit(shop, { customerId, kind: 'bought', zone }));
  }
  return shop;
}

async function cleared(...shops: readonly ShopDexie[]): Promise<void> {
  for (const db of shops) {
    db.close();
    await deleteDatabase(db.name);
  }
}

async function textOf(file: Blob): Promise<string> {
  const parts: string[] = [];
  const read = await readText(file, {
    maxBytes: 10_000_000,
    onText(text) {
      parts.push(text);
      return Promise.resolve(true);
    },
  });
  expect(read.ok).toBe(true);
  return parts.join('');
}

async function problemOf(file: Blob): Promise<string> {
  const read = await readText(file, {
    maxBytes: 10_000_000,
    onText: () => Promise.resolve(true),
  });
  return read.ok ? 'none' : read.problem;
}
