import { afterEach, describe, expect, it } from 'vitest';
import { canaryPlaces, strongestCanary } from '#app/integrity/integrity-marker.ts';
import { isShopShort } from '#app/integrity/monitor-integrity.ts';
import { lookInsideLocked, putTogether } from '#app/backup/backups.ts';
import { copyToFolder } from '#app/backup/backup-folder.ts';
import { lockCopies } from '#app/backup/backup-protection.ts';
import { lastCopy, type CopyKeeping } from '#app/backup/backup-history.ts';
import { copyStanding } from '#app/backup/backup-overview.ts';
import { addCustomer, draftCustomer } from '#app/customers/customers.ts';
import type { Deps } from '#app/deps.ts';
import { dropSnapshots, keepSnapshot, keptSnapshots } from '#app/backup/snapshots.ts';
import { draftVisit, recordVisit } from '#app/customers/visits.ts';
import { importIdFrom } from '#domain/import/shop-import.ts';
import { ok } from '#lib/result.ts';
import { keepFolder, keptFolder } from '#platform/files/directory-handle.ts';
import {
  fileNames,
  ownFolder,
  readFrom,
  removeFrom,
  removeOwnFolder,
  writeNew,
  type Folder,
} from '#platform/files/file-system.ts';
import { databaseNames, deleteDatabase, openDatabase } from '#storage/database.ts';
import { putImport } from '#storage/tables/imports.ts';
import { write } from '#storage/transaction.ts';
import { listedCopies } from '#formats/backup/manifest.ts';
import { memoryDrafts } from '../support/shops/memory-local-store.ts';
import { openTestShop } from '../support/shops/test-shop.ts';

type Shop = Awaited<ReturnType<typeof openTestShop>>;

const zone = 'Europe/London';
const phrase = 'crane-wing-romp-nap-snack-dwarf';
const dayMs = 24 * 60 * 60 * 1000;

let opened: Shop[] = [];

afterEach(async () => {
  await keepFolder(undefined);
  await removeOwnFolder([], 'stick');
  for (const { db } of opened) {
    db.close();
    await dropSnapshots(db.name);
  }
  opened = [];
  for (const name of await databaseNames()) await deleteDatabase(name);
});

describe('a folder for copies', () => {
  it('is remembered by the browser, takes verified copies, and lets go of those that nobody needs', async () => {
    const shop = await shopOf('Tom R.');
    const keeping = keepingOf(shop);
    const stick = await stickIn();
    await writeNew(stick, 'holiday.jpg', new Blob(['not ours']));
    await keepFolder(stick);
    expect((await keptFolder())?.name).toBe('stick');
    for (let day = 0; day < 9; day += 1) {
      // A lock costs a second; one of them is enough here.
      if (day === 8) expect(lockCopies(keeping.notes, phrase, phrase)).toBe(true);
      await come(shop);
      expect(await copyToFolder(keeping, shop)).toEqual({ ok: true, value: null });
      shop.clock.advance(dayMs);
    }
    const names = await fileNames(stick);
    const copies = names.filter((name) => name.includes('.ndjson.gz'));
    // 18 to 26 June: seven days, and the Sunday before them stands for its week.
    expect(copies.map((name) => /06-(\d\d)T/.exec(name)?.[1])).toEqual([
      '20',
      '21',
      '22',
      '23',
      '24',
      '25',
      '26',
    ]);
    expect(names).toContain('holiday.jpg');
    const listed = listedCopies((await (await readFrom(stick, 'manifest.json'))?.text()) ?? '');
    expect(listed.map((copy) => copy.name).toSorted()).toEqual(copies);
    expect(lastCopy(keeping.notes, shop.db.name)).toMatchObject({ place: 'folder', visits: 9 });

    const file = await readFrom(stick, copies.at(-1) ?? '');
    if (file === undefined) throw new Error('the copy is there');
    const view = await lookInsideLocked(shop, { file, phrases: [phrase] }, () => {});
    expect(view.ok && view.value.inside).toMatchObject({ people: 1, visits: 9 });
  });

  it('tells how far the shop had come, when nothing else on the tablet remembers it', async () => {
    const shop = await shopOf('Tom R.');
    const places = canaryPlaces().slice(2);
    const guarded = {
      deps: shop,
      keeping: keepingOf(shop),
      places,
      onShort: () => {},
      onWritten: () => {},
    };
    expect(await strongestCanary(places, shop.db.name)).toBeNull();
    const stick = await stickIn();
    await keepFolder(stick);
    expect(await strongestCanary(places, shop.db.name)).toBeNull();
    await come(shop);
    await copyToFolder(guarded.keeping, shop);
    // The other tablet uses the same stick, and was later.
    const other = await shopOf('Mrs Khan');
    other.clock.advance(dayMs);
    await come(other);
    await copyToFolder(keepingOf(other), other);
    const { lastStamp = null } = (await shop.db.meta.get('meta')) ?? {};
    expect(await strongestCanary(places, shop.db.name)).toMatchObject({ lastStamp });
    expect(await isShopShort(guarded)).toBe(false);
    // As an old picture of the disk has it.
    await shop.db.table('meta').update('meta', { lastStamp: '' });
    expect(await isShopShort(guarded)).toBe(true);
    for (const list of ['', '{"copies":', '[null, 7, {"name": 3}]']) {
      await removeFrom(stick, 'manifest.json');
      await writeNew(stick, 'manifest.json', new Blob([list]));
      expect(await strongestCanary(places, shop.db.name)).toBeNull();
    }
  });

  it('never writes over a copy of the same minute', async () => {
    const shop = await shopOf('Tom R.');
    const keeping = keepingOf(shop);
    const stick = await stickIn();
    await keepFolder(stick);
    await come(shop);
    await copyToFolder(keeping, shop);
    const [first] = await fileNames(stick);
    await writeNew(stick, first ?? '', new Blob(['another']));
    expect(await fileNames(stick)).toHaveLength(3);
  });

  it('that is gone is said, and the state of the copies tells of it', async () => {
    const shop = await shopOf('Tom R.');
    const keeping = keepingOf(shop);
    expect((await copyStanding(keeping, shop)).folder).toEqual({ kind: 'none' });
    await keepFolder(await stickIn());
    await come(shop);
    await copyToFolder(keeping, shop);
    expect((await copyStanding(keeping, shop)).state).toEqual({ kind: 'saved' });
    for (let count = 0; count < 50; count += 1) await come(shop);
    const behind = await copyStanding(keeping, shop);
    expect(behind).toMatchObject({
      unsavedVisits: 50,
      state: { kind: 'behind', because: 'visits' },
    });
    await removeOwnFolder([], 'stick');
    expect(await copyToFolder(keeping, shop)).toEqual({
      ok: false,
      problem: { kind: 'no-folder' },
    });
    shop.clock.advance(3 * dayMs);
    expect((await copyStanding(keeping, shop)).state).toMatchObject({ kind: 'behind' });
  });
});

describe('a shop without any copy', () => {
  it('counts every visit as unsaved, however long ago it was', async () => {
    const shop = await shopOf('Tom R.');
    const keeping = keepingOf(shop);
    const { unsavedVisits: before } = await copyStanding(keeping, shop);
    await come(shop);
    shop.clock.advance(60 * dayMs);
    await come(shop);
    expect((await copyStanding(keeping, shop)).unsavedVisits).toBe(before + 2);
  });
});

describe('snapshots inside the browser', () => {
  it('are two, the latest ones, and whole', async () => {
    const shop = await shopOf('Tom R.');
    const job = { signal: new AbortController().signal };
    const times: number[] = [];
    for (let day = 0; day < 3; day += 1) {
      await come(shop);
      times.unshift(shop.clock.now());
      expect((await keepSnapshot(shop, job)).ok).toBe(true);
      shop.clock.advance(dayMs);
    }
    const kept = await keptSnapshots(shop.db.name);
    expect(kept.map(({ at }) => at)).toEqual(times.slice(0, 2));
    const view = await lookInsideLocked(shop, { file: kept[0]?.file ?? new Blob() }, () => {});
    expect(view.ok && view.value.inside.visits).toBe(3);
  });

  it('are not let go at once because the clock was ahead for a while', async () => {
    const shop = await shopOf('Tom R.');
    const job = { signal: new AbortController().signal };
    const now = shop.clock.now();
    for (const at of [now + 400 * dayMs, now + 401 * dayMs, now]) {
      shop.clock.set(at);
      expect((await keepSnapshot(shop, job)).ok).toBe(true);
    }
    const kept = (await keptSnapshots(shop.db.name)).map(({ at }) => at);
    expect(kept).toEqual([now + 401 * dayMs, now]);
  });

  it('are taken again after ten minutes, and sooner when a list has come in', async () => {
    const shop = await shopOf('Tom R.');
    async function takenAt(): Promise<number> {
      const kept = await shop.work.ask({ kind: 'keep-snapshot' });
      if (!kept.ok) throw new Error(kept.problem.kind);
      return kept.value.at;
    }
    const first = await takenAt();
    shop.clock.advance(5 * 60_000);
    await come(shop);
    expect(await takenAt()).toBe(first);
    const finishedAt = shop.clock.now();
    await write(shop.db, finishedAt, async (writer) => {
      const about = { fileName: 'list.csv', fileHash: '', rows: 0, people: 0, visits: 0 };
      await putImport(writer, {
        ...about,
        id: importIdFrom('list'),
        at: finishedAt,
        problems: [],
        problemCount: 0,
        finishedAt,
        undoneAt: null,
        made: writer.stamp,
        edits: {},
      });
      return ok(undefined);
    });
    shop.clock.advance(60_000);
    const second = await takenAt();
    expect(second).toBe(shop.clock.now());
    shop.clock.advance(11 * 60_000);
    expect(await takenAt()).toBe(shop.clock.now());
    expect((await keptSnapshots(shop.db.name)).map(({ at }) => at)).toContain(second);
  });
});

describe('another tablet of the same shop', () => {
  it('is put together with this one in a new database; a tap meanwhile is not lost', async () => {
    const here = await shopOf('Tom R.');
    const there = await shopOf('Mrs Khan');
    await come(here);
    await come(there);
    const keeping = keepingOf(here);
    const copy = await there.work.ask({ kind: 'pack-copy' });
    if (!copy.ok) throw new Error(copy.problem.kind);
    const before = await here.db.visits.toArray();
    let taps = 0;
    const merged = await putTogether(keeping, here, {
      file: copy.value.file,
      onProgress: () => {
        taps += 1;
        if (taps === 2) void come(here);
      },
    });
    if (!merged.ok) throw new Error(merged.problem.kind);
    expect((await here.db.visits.toArray()).slice(0, before.length)).toEqual(before);
    const both = await openDatabase(merged.value, () => {});
    if (!both.ok) throw new Error(both.problem.kind);
    const names = (await both.value.customers.toArray()).map((card) => card.name);
    expect(names.toSorted()).toEqual(['Mrs Khan', 'Tom R.']);
    expect(await both.value.visits.count()).toBe((await here.db.visits.count()) + 1);
    expect(keeping.notes.get('regulars.kept')).toContain(here.db.name);
    both.value.close();
    expect(await snapshotCount(here)).toBe(1);
  });

  it('is refused when it is another shop, or its clock is ahead', async () => {
    const here = await shopOf('Tom R.');
    const there = await shopOf('Mrs Khan');
    there.clock.advance(6 * 60_000);
    await come(there);
    const ahead = await there.work.ask({ kind: 'pack-copy' });
    await there.db.meta.update('meta', { shopId: 'another' });
    const other = await there.work.ask({ kind: 'pack-copy' });
    const names = await databaseNames();
    for (const [copy, kind] of [
      [ahead, 'clock-ahead'],
      [other, 'other-shop'],
    ] as const) {
      if (!copy.ok) throw new Error(copy.problem.kind);
      const order = { file: copy.value.file, onProgress: () => {} };
      expect(await putTogether(keepingOf(here), here, order)).toEqual({
        ok: false,
        problem: { kind },
      });
      expect(await databaseNames()).toEqual(names);
    }
  });
});

async function shopOf(name: string): Promise<Shop> {
  const shop = await openTestShop();
  opened.push(shop);
  // Ids of different tablets never meet.
  const ids = { next: () => crypto.randomUUID() };
  const added = await addCustomer(
    { ...shop, ids },
    draftCustomer({ ...shop, ids }, { name, zone }),
  );
  if (!added.ok) throw new Error(added.problem.kind);
  return { ...shop, ids };
}

async function come(shop: Deps): Promise<void> {
  const customer = await shop.db.customers.toCollection().first();
  const draft = draftVisit(shop, { customerId: customer?.id ?? null, kind: 'bought', zone });
  const recorded = await recordVisit(shop, draft);
  if (!recorded.ok) throw new Error(recorded.problem.kind);
}

async function snapshotCount({ db }: Deps): Promise<number> {
  return (await keptSnapshots(db.name)).length;
}

/** A folder that stands in for one the owner would choose. */
async function stickIn(): Promise<Folder> {
  const folder = await ownFolder('stick');
  if (folder === undefined) throw new Error('This browser has folders of its own.');
  return folder;
}

function keepingOf(shop: Shop): CopyKeeping {
  return {
    notes: memoryDrafts(),
    pointer: {
      read: () => ({ shop: shop.db.name, sample: null }),
      write: () => {},
      seen: () => null,
      see: () => {},
      subscribe: () => () => {},
    },
  };
}
