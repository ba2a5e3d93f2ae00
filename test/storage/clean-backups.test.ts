// Older backups in the folder, after somebody was erased.
import { afterEach, describe, expect, it } from 'vitest';
import { backUpToFolder } from '#app/backup/backup-folder.ts';
import { enableEncryption } from '#app/backup/backup-protection.ts';
import { cleanFolder, previewBackup, readFolderTraces } from '#app/backup/backups.ts';
import { readBackup } from '#app/backup/read-backup.ts';
import { listBackups } from '#app/backup/write-backup.ts';
import { addCustomer, draftCustomer } from '#app/customers/customers.ts';
import type { CustomerId } from '#domain/customers/customer.ts';
import { dayFrom } from '#lib/day.ts';
import { ok } from '#lib/result.ts';
import { saveFolder } from '#platform/files/directory-handle.ts';
import {
  createFile,
  listFileNames,
  overwriteFile,
  readFile,
  type Folder,
} from '#platform/files/file-system.ts';
import { eraseCustomers } from '#storage/tables/erasures.ts';
import { write } from '#storage/transaction.ts';
import { manifestText, type ManifestEntry } from '#formats/backup/manifest.ts';
import {
  backupContextOf,
  come,
  forgetShopsWithFolder,
  shopOf,
  stickIn,
  type ShopWithFolder,
} from '../support/shops/shop-with-folder.ts';

const zone = 'Europe/London';
const phrase = 'crane-wing-romp-nap-snack-dwarf';
const dayMs = 24 * 60 * 60 * 1000;

afterEach(forgetShopsWithFolder);

describe('a backup folder', () => {
  it('is cleaned of whoever was erased, a few backups at each turn', async () => {
    const { shop, backupContext, stick, gone } = await keptFor(6);
    const before = await peopleIn(stick);
    expect(before).toEqual(Array.from({ length: 6 }, () => ['Mrs Khan', 'Tom R.']));
    await erase(shop, gone);
    expect(await readFolderTraces(backupContext, shop)).toEqual({ waiting: 6, unopened: 0 });
    await come(shop);
    expect(await backUpToFolder(backupContext, shop)).toEqual({ ok: true, value: null });
    expect(await readFolderTraces(backupContext, shop)).toEqual({ waiting: 3, unopened: 0 });
    const cleaned = await cleanFolder(backupContext, shop, all);
    expect(cleaned).toEqual({ ok: true, value: { waiting: 0, unopened: 0 } });
    expect(await peopleIn(stick)).toEqual(Array.from({ length: 7 }, () => ['Tom R.']));
    const listed = await listBackups(stick);
    const names = await listFileNames(stick);
    expect(names.filter((name) => name.endsWith('.regulars'))).toHaveLength(7);
    expect(names).toContain('holiday.jpg');
    for (const { name, at, people } of listed) {
      const file = (await readFile(stick, name)) ?? new Blob();
      const view = await previewBackup(shop, { file }, () => {});
      expect(view.ok && view.value).toMatchObject({
        madeAt: at,
        isThisShop: true,
        skippedRows: 0,
        backupSize: { people },
      });
    }
    // Nothing is left to do, and nothing is written again.
    await cleanFolder(backupContext, shop, all);
    expect(await listBackups(stick)).toEqual(listed);
  });

  it('cleans locked backups too, and says which of them it cannot open', async () => {
    const { shop, backupContext, stick, gone } = await keptFor(1);
    expect(enableEncryption(backupContext.store, phrase, phrase)).toBe(true);
    shop.clock.advance(dayMs);
    await come(shop);
    await backUpToFolder(backupContext, shop);
    const [latest] = await listBackups(stick);
    const other = 'regulars-shop-2026-06-01T0900.regulars';
    await createFile(stick, other, new Blob(['age-encryption.org/v1 but not whole']));
    await changeList(stick, (listed) =>
      latest === undefined ? listed : [...listed, { ...latest, name: other, without: null }],
    );
    await erase(shop, gone);
    const cleaned = await cleanFolder(backupContext, shop, all);
    expect(cleaned).toEqual({ ok: true, value: { waiting: 0, unopened: 1 } });
    expect(await peopleIn(stick)).toEqual([['Tom R.'], ['Tom R.'], null]);
    const deleted = await cleanFolder(backupContext, shop, { ...all, work: 'delete-unopened' });
    expect(deleted).toEqual({ ok: true, value: { waiting: 0, unopened: 0 } });
    expect(await listFileNames(stick)).not.toContain(other);
    expect(await peopleIn(stick)).toHaveLength(2);
  });

  it('keeps every backup whole when cleaning stops half-way, and goes on later', async () => {
    const { shop, backupContext, stick, gone } = await keptFor(2);
    await erase(shop, gone);
    const [first] = await listBackups(stick);
    if (first === undefined) throw new Error('one was written');
    // As a crash leaves it: written anew beside the old one, both in the manifest.
    const file = (await readFile(stick, first.name)) ?? new Blob();
    const again = await createFile(stick, first.name, file);
    if (!again.ok) throw new Error(again.problem);
    await changeList(stick, (listed) => [...listed, { ...first, name: again.value }]);
    await cleanFolder(backupContext, shop, all);
    expect(await peopleIn(stick)).toEqual([['Tom R.'], ['Tom R.'], ['Tom R.']]);
    await come(shop);
    shop.clock.advance(dayMs);
    await backUpToFolder(backupContext, shop);
    expect(await peopleIn(stick)).toHaveLength(3);
  });
});

const all = { work: 'clean', onProgress: () => {} } as const;

/** A shop with a folder of so many days, all of which know Mrs Khan. */
async function keptFor(days: number) {
  const shop = await shopOf('Tom R.');
  const draft = draftCustomer(shop, { name: 'Mrs Khan', zone });
  const added = await addCustomer(shop, draft);
  if (!added.ok) throw new Error(added.problem.kind);
  const backupContext = backupContextOf(shop);
  const stick = await stickIn();
  await createFile(stick, 'holiday.jpg', new Blob(['not ours']));
  await saveFolder(stick);
  for (let day = 0; day < days; day += 1) {
    if (day > 0) shop.clock.advance(dayMs);
    await come(shop);
    await backUpToFolder(backupContext, shop);
  }
  return { shop, backupContext, stick, gone: added.value.id };
}

// What erasing somebody does to the shop itself; its other traces take seconds to be cleared.
async function erase(shop: ShopWithFolder, customerId: CustomerId): Promise<void> {
  const day = dayFrom('2026-07-01');
  if (day === undefined) throw new Error('it is a day');
  const erased = await write(shop.db, shop.clock.now(), async (writer) => {
    await eraseCustomers(writer, [{ customerId, day, marks: [] }]);
    return ok(null);
  });
  expect(erased.ok).toBe(true);
}

/** Who is named in each listed backup, latest first; null for one that cannot be read. */
async function peopleIn(stick: Folder): Promise<readonly unknown[]> {
  return Promise.all(
    (await listBackups(stick)).map(async ({ name }) => {
      const rows: unknown[] = [];
      const read = await readBackup({
        file: (await readFile(stick, name)) ?? new Blob(),
        phrases: [phrase],
        context: { signal: new AbortController().signal, onProgress: () => {} },
        onBatch(batch) {
          rows.push(batch);
          return Promise.resolve(ok(null));
        },
      });
      const text = JSON.stringify(rows);
      return read.ok ? ['Mrs Khan', 'Tom R.'].filter((each) => text.includes(each)) : null;
    }),
  );
}

async function changeList(
  stick: Folder,
  change: (listed: readonly ManifestEntry[]) => readonly ManifestEntry[],
): Promise<void> {
  const text = manifestText(change(await listBackups(stick)));
  await overwriteFile(stick, 'manifest.json', new Blob([text]));
}
