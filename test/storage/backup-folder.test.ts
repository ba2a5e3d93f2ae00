import { afterEach, describe, expect, it } from 'vitest';
import { markerStores, latestMarker } from '#app/integrity/integrity-marker.ts';
import { hasLostData } from '#app/integrity/monitor-integrity.ts';
import { previewBackup, mergeBackup } from '#app/backup/backups.ts';
import { backUpToFolder } from '#app/backup/backup-folder.ts';
import { enableEncryption } from '#app/backup/backup-protection.ts';
import { lastBackup } from '#app/backup/backup-history.ts';
import { readBackupOverview } from '#app/backup/backup-overview.ts';
import type { Deps } from '#app/deps.ts';
import { takeSnapshot, listSnapshots } from '#app/backup/snapshots.ts';
import { importIdFrom } from '#domain/import/shop-import.ts';
import { addDays } from '#lib/day.ts';
import { ok } from '#lib/result.ts';
import { saveFolder, loadFolder } from '#platform/files/directory-handle.ts';
import {
  listFileNames,
  readFile,
  deleteFile,
  deleteOpfsFolder,
  createFile,
  overwriteFile,
} from '#platform/files/file-system.ts';
import { databaseNames, openDatabase } from '#storage/database.ts';
import { putImport } from '#storage/tables/imports.ts';
import { write } from '#storage/transaction.ts';
import { manifestText, parseManifest } from '#formats/backup/manifest.ts';
import {
  backupContextOf,
  come,
  forgetShopsWithFolder,
  shopOf,
  stickIn,
} from '../support/shops/shop-with-folder.ts';

const phrase = 'crane-wing-romp-nap-snack-dwarf';
const dayMs = 24 * 60 * 60 * 1000;

afterEach(forgetShopsWithFolder);

describe('a backup folder', () => {
  it('is remembered by the browser, takes verified backups, and deletes those that nobody needs', async () => {
    const shop = await shopOf('Tom R.');
    const backupContext = backupContextOf(shop);
    const stick = await stickIn();
    await createFile(stick, 'holiday.jpg', new Blob(['not ours']));
    await saveFolder(stick);
    expect((await loadFolder())?.name).toBe('stick');
    for (let day = 0; day < 9; day += 1) {
      // A lock costs a second; one of them is enough here.
      if (day === 8) expect(enableEncryption(backupContext.store, phrase, phrase)).toBe(true);
      await come(shop);
      expect(await backUpToFolder(backupContext, shop)).toEqual({ ok: true, value: null });
      shop.clock.advance(dayMs);
    }
    const names = await listFileNames(stick);
    const backups = names.filter((name) => name.endsWith('.regulars'));
    // 18 to 26 June: seven days, and the Sunday before them stands for its week.
    expect(backups.map((name) => /06-(\d\d)T/.exec(name)?.[1])).toEqual([
      '20',
      '21',
      '22',
      '23',
      '24',
      '25',
      '26',
    ]);
    expect(names).toContain('holiday.jpg');
    const listed = parseManifest((await (await readFile(stick, 'manifest.json'))?.text()) ?? '');
    expect(listed.map((backup) => backup.name).toSorted()).toEqual(backups);
    expect(lastBackup(backupContext.store, shop.db.name)).toMatchObject({
      place: 'folder',
      visits: 9,
    });

    const file = await readFile(stick, backups.at(-1) ?? '');
    if (file === undefined) throw new Error('the backup is there');
    const view = await previewBackup(shop, { file, phrases: [phrase] }, () => {});
    expect(view.ok && view.value.backupSize).toMatchObject({ people: 1, visits: 9 });
  });

  it('also deletes backups with older endings, and keeps those that are still needed', async () => {
    const shop = await shopOf('Tom R.');
    const backupContext = backupContextOf(shop);
    const stick = await stickIn();
    await saveFolder(stick);
    await come(shop);
    expect(await backUpToFolder(backupContext, shop)).toEqual({ ok: true, value: null });
    const list = (await (await readFile(stick, 'manifest.json'))?.text()) ?? '';
    const [today] = parseManifest(list);
    if (today === undefined) throw new Error('one was written');
    const before = [
      { ...today, name: 'regulars-shop-2026-06-18T0900.ndjson.gz', at: today.at - 2 },
      { ...today, name: 'regulars-shop-2026-06-18T0901.ndjson.gz.age', at: today.at - 1 },
      { ...today, name: 'regulars-shop-2026-06-17T0900.ndjson', at: today.at - dayMs },
    ].map((backup, index) => (index === 2 ? { ...backup, day: addDays(today.day, -1) } : backup));
    for (const { name } of before) await createFile(stick, name, new Blob(['of before']));
    await overwriteFile(stick, 'manifest.json', new Blob([manifestText([today, ...before])]));
    shop.clock.advance(60_000);
    await come(shop);
    expect(await backUpToFolder(backupContext, shop)).toEqual({ ok: true, value: null });
    const names = await listFileNames(stick);
    expect(names).toHaveLength(3);
    expect(names).toContain('regulars-shop-2026-06-17T0900.ndjson');
    expect(names.filter((name) => name.endsWith('.regulars'))).toHaveLength(1);
  });

  it('tells how far the shop had come, when nothing else on the tablet remembers it', async () => {
    const shop = await shopOf('Tom R.');
    const stores = markerStores().slice(2);
    const guarded = {
      deps: shop,
      backupContext: backupContextOf(shop),
      stores,
      onDataLoss: () => {},
      onWritten: () => {},
    };
    expect(await latestMarker(stores, shop.db.name)).toBeNull();
    const stick = await stickIn();
    await saveFolder(stick);
    expect(await latestMarker(stores, shop.db.name)).toBeNull();
    await come(shop);
    await backUpToFolder(guarded.backupContext, shop);
    // The other tablet uses the same stick, and was later.
    const other = await shopOf('Mrs Khan');
    other.clock.advance(dayMs);
    await come(other);
    await backUpToFolder(backupContextOf(other), other);
    const { lastStamp = null } = (await shop.db.meta.get('meta')) ?? {};
    expect(await latestMarker(stores, shop.db.name)).toMatchObject({ lastStamp });
    expect(await hasLostData(guarded)).toBe(false);
    // As an old picture of the disk has it.
    await shop.db.table('meta').update('meta', { lastStamp: '' });
    expect(await hasLostData(guarded)).toBe(true);
    for (const list of ['', '{"copies":', '[null, 7, {"name": 3}]']) {
      await deleteFile(stick, 'manifest.json');
      await createFile(stick, 'manifest.json', new Blob([list]));
      expect(await latestMarker(stores, shop.db.name)).toBeNull();
    }
  });

  it('never overwrites a backup of the same minute', async () => {
    const shop = await shopOf('Tom R.');
    const backupContext = backupContextOf(shop);
    const stick = await stickIn();
    await saveFolder(stick);
    await come(shop);
    await backUpToFolder(backupContext, shop);
    const [first] = await listFileNames(stick);
    await createFile(stick, first ?? '', new Blob(['another']));
    expect(await listFileNames(stick)).toHaveLength(3);
  });

  it('that is gone is reported, also by the freshness of the backups', async () => {
    const shop = await shopOf('Tom R.');
    const backupContext = backupContextOf(shop);
    expect((await readBackupOverview(backupContext, shop)).folder).toEqual({ kind: 'none' });
    await saveFolder(await stickIn());
    await come(shop);
    await backUpToFolder(backupContext, shop);
    expect((await readBackupOverview(backupContext, shop)).state).toEqual({ kind: 'saved' });
    for (let count = 0; count < 50; count += 1) await come(shop);
    const behind = await readBackupOverview(backupContext, shop);
    expect(behind).toMatchObject({
      unsavedVisits: 50,
      state: { kind: 'behind', because: 'visits' },
    });
    await deleteOpfsFolder([], 'stick');
    expect(await backUpToFolder(backupContext, shop)).toEqual({
      ok: false,
      problem: { kind: 'no-folder' },
    });
    shop.clock.advance(3 * dayMs);
    expect((await readBackupOverview(backupContext, shop)).state).toMatchObject({ kind: 'behind' });
  });
});

describe('a shop without any backup', () => {
  it('counts every visit as unsaved, however long ago it was', async () => {
    const shop = await shopOf('Tom R.');
    const backupContext = backupContextOf(shop);
    const { unsavedVisits: before } = await readBackupOverview(backupContext, shop);
    await come(shop);
    shop.clock.advance(60 * dayMs);
    await come(shop);
    expect((await readBackupOverview(backupContext, shop)).unsavedVisits).toBe(before + 2);
  });
});

describe('snapshots inside the browser', () => {
  it('are two, the latest ones, and whole', async () => {
    const shop = await shopOf('Tom R.');
    const context = { signal: new AbortController().signal };
    const times: number[] = [];
    for (let day = 0; day < 3; day += 1) {
      await come(shop);
      times.unshift(shop.clock.now());
      expect((await takeSnapshot(shop, context)).ok).toBe(true);
      shop.clock.advance(dayMs);
    }
    const kept = await listSnapshots(shop.db.name);
    expect(kept.map(({ at }) => at)).toEqual(times.slice(0, 2));
    const view = await previewBackup(shop, { file: kept[0]?.file ?? new Blob() }, () => {});
    expect(view.ok && view.value.backupSize.visits).toBe(3);
  });

  it('are not let go at once because the clock was ahead for a while', async () => {
    const shop = await shopOf('Tom R.');
    const context = { signal: new AbortController().signal };
    const now = shop.clock.now();
    for (const at of [now + 400 * dayMs, now + 401 * dayMs, now]) {
      shop.clock.set(at);
      expect((await takeSnapshot(shop, context)).ok).toBe(true);
    }
    const kept = (await listSnapshots(shop.db.name)).map(({ at }) => at);
    expect(kept).toEqual([now + 401 * dayMs, now]);
  });

  it('are taken again after ten minutes, and sooner when a list has come in', async () => {
    const shop = await shopOf('Tom R.');
    async function takenAt(): Promise<number> {
      const kept = await shop.worker.ask({ kind: 'take-snapshot' });
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
        layout: null,
        made: writer.timestamp,
        edits: {},
      });
      return ok(undefined);
    });
    shop.clock.advance(60_000);
    const second = await takenAt();
    expect(second).toBe(shop.clock.now());
    shop.clock.advance(11 * 60_000);
    expect(await takenAt()).toBe(shop.clock.now());
    expect((await listSnapshots(shop.db.name)).map(({ at }) => at)).toContain(second);
  });
});

describe('another tablet of the same shop', () => {
  it('is merged with this one in a new database; a tap meanwhile is not lost', async () => {
    const here = await shopOf('Tom R.');
    const there = await shopOf('Mrs Khan');
    await come(here);
    await come(there);
    const backupContext = backupContextOf(here);
    const backup = await there.worker.ask({ kind: 'create-backup' });
    if (!backup.ok) throw new Error(backup.problem.kind);
    const before = await here.db.visits.toArray();
    let taps = 0;
    const merged = await mergeBackup(backupContext, here, {
      file: backup.value.file,
      onProgress: () => {
        taps += 1;
        if (taps === 2) void come(here);
      },
    });
    if (!merged.ok) throw new Error(merged.problem.kind);
    expect((await here.db.visits.toArray()).slice(0, before.length)).toEqual(before);
    const both = await openDatabase(merged.value, () => {});
    if (!both.ok) throw new Error(both.problem.kind);
    const names = (await both.value.customers.toArray()).map((customer) => customer.name);
    expect(names.toSorted()).toEqual(['Mrs Khan', 'Tom R.']);
    expect(await both.value.visits.count()).toBe((await here.db.visits.count()) + 1);
    expect(backupContext.store.get('regulars.kept')).toContain(here.db.name);
    both.value.close();
    expect(await snapshotCount(here)).toBe(1);
  });

  it('is refused when it is another shop, or its clock is ahead', async () => {
    const here = await shopOf('Tom R.');
    const there = await shopOf('Mrs Khan');
    there.clock.advance(6 * 60_000);
    await come(there);
    const ahead = await there.worker.ask({ kind: 'create-backup' });
    await there.db.meta.update('meta', { shopId: 'another' });
    const other = await there.worker.ask({ kind: 'create-backup' });
    const names = await databaseNames();
    for (const [backup, kind] of [
      [ahead, 'clock-ahead'],
      [other, 'other-shop'],
    ] as const) {
      if (!backup.ok) throw new Error(backup.problem.kind);
      const order = { file: backup.value.file, onProgress: () => {} };
      expect(await mergeBackup(backupContextOf(here), here, order)).toEqual({
        ok: false,
        problem: { kind },
      });
      expect(await databaseNames()).toEqual(names);
    }
  });
});

async function snapshotCount({ db }: Deps): Promise<number> {
  return (await listSnapshots(db.name)).length;
}
