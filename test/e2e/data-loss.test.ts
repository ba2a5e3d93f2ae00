// A shop that is less than it was, in the built app: recognised at the start, nothing written, and
// a backup brings it back.
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { afterAll, afterEach, beforeEach, expect, it } from 'vitest';
import { factTables } from '#schema/tables.ts';
import { complaints, openApp, zoneByDay, type AppPage } from '../support/browser/app-page.ts';
import { storedRows } from '../support/browser/stored-rows.ts';
import { screenFaults } from '../support/browser/screen-faults.ts';
import { addPerson, createShop, chooseFile, key, tile } from '../support/browser/shop-steps.ts';

const folder = mkdtempSync(join(tmpdir(), 'regulars-lost-'));
const backup = join(folder, 'regulars-copy.ndjson.gz');
let app: AppPage;

beforeEach(async () => {
  app = await openApp({ timezone: zoneByDay() });
  const { page } = app;
  await createShop(page, app.address);
  await addPerson(page, 'Mrs Khan');
  await addPerson(page, 'Tom R.');
  await expect.poll(() => canaryOn(page), { timeout: 10_000 }).toContain('"customers":2');
});
afterEach(async () => {
  await app.close();
});
afterAll(() => {
  rmSync(folder, { recursive: true, force: true });
});

it('rows that are gone without a word are missed, and the rest is gone on with only when told to', async () => {
  const { page } = app;
  await damage(page, 'a customer');
  const before = await contentOf(page);
  await recognised(page, 'Part of this shop is missing');
  await page.getByText('this tablet had 2 people, 2 visits').waitFor();
  await page.getByText('only this can be found: 1 person, 2 visits').waitFor();
  expect(await contentOf(page)).toBe(before);
  expect(await screenFaults(page, 'a shop that is short')).toEqual([]);
  await key(page, 'Continue with what is here').click();
  await page.getByText('lost unless a backup has it: 1 person, 0 visits').waitFor();
  await key(page, 'Yes, continue without it').click();
  await tile(page, 'Tom R.').waitFor();
  await page.reload();
  await tile(page, 'Tom R.').waitFor();
  expect(complaints(app.findings)).toEqual([]);
});

it('a shop that is gone comes back from a backup, also when the small store was cleared', async () => {
  const { page } = app;
  await saveBackup(page, app.address);
  await damage(page, 'the database');
  await recognised(page, 'The shop on this tablet cannot be found');
  expect(await shopsOn(page)).toEqual([]);
  await page.evaluate(() => localStorage.clear());
  await recognised(page, 'The shop on this tablet cannot be found');
  await page.getByText('this tablet had 2 people, 2 visits').waitFor();
  await key(page, 'Restore a backup').click();
  await chooseFile(page, 'Choose a backup', backup);
  await key(page, 'Restore this backup').click();
  await tile(page, 'Mrs Khan').waitFor({ timeout: 20_000 });
  await tile(page, 'Tom R.').waitFor();
  await page.reload();
  await tile(page, 'Tom R.').waitFor();
  expect(await shopsOn(page)).toHaveLength(1);
  expect(complaints(app.findings)).toEqual([]);
});

it('comes back from what the browser itself kept, with nothing else at hand', async () => {
  const { page } = app;
  await expect.poll(() => snapshotsOn(page), { timeout: 20_000 }).toBe(1);
  // A morning later the snapshot of the day is taken by itself, with everybody in it.
  await page.clock.setFixedTime(Date.now() + 86_400_000);
  await page.reload();
  await tile(page, 'Tom R.').waitFor();
  await expect.poll(() => snapshotsOn(page), { timeout: 20_000 }).toBe(2);
  const before = await factsOf(page);
  await damage(page, 'the database');
  await recognised(page, 'The shop on this tablet cannot be found');
  expect(await screenFaults(page, 'a shop that is gone, with a snapshot')).toEqual([]);
  await page.getByRole('button', { name: /^Restore the shop of/ }).click();
  await page.getByText('This file: 2 people, 2 visits').waitFor();
  await key(page, 'Restore this backup').click();
  await tile(page, 'Mrs Khan').waitFor({ timeout: 20_000 });
  expect(await factsOf(page)).toStrictEqual(before);
  expect(complaints(app.findings)).toEqual([]);
});

it('a storage that lets nobody in leads back to what the browser kept', async () => {
  const { page } = app;
  await saveBackup(page, app.address);
  await page.goto(app.address);
  await tile(page, 'Tom R.').waitFor();
  // Every way in fails, as with damaged files, but for the small shop that a backup comes back to.
  await page.addInitScript(() => {
    const native = IDBFactory.prototype.open;
    const broken = localStorage.getItem('regulars.shop');
    IDBFactory.prototype.open = function planted(name, version) {
      if (name === broken) throw new DOMException('planted', 'UnknownError');
      return version === undefined ? native.call(this, name) : native.call(this, name, version);
    };
  });
  await recognised(page, 'The tablet’s storage cannot be opened');
  await page.getByText('If it never opens again').waitFor();
  expect(await screenFaults(page, 'a storage that lets nobody in')).toEqual([]);
  await key(page, 'Restore a backup').click();
  await chooseFile(page, 'Choose a backup', backup);
  await key(page, 'Restore this backup').click();
  await tile(page, 'Mrs Khan').waitFor({ timeout: 20_000 });
  expect(await shopsOn(page)).toHaveLength(2);
});

const unreadable = [
  ['visits', 'Part of this shop is missing'],
  ['customers', 'The tablet’s storage cannot be opened'],
  ['histories', 'The tablet’s storage cannot be opened'],
  ['settings', 'The tablet’s storage cannot be opened'],
] as const;

it('a shop of which one table cannot be read is closed, and what was kept of it is offered', async () => {
  const { page } = app;
  await expect.poll(() => snapshotsOn(page), { timeout: 20_000 }).toBe(1);
  const before = await contentOf(page);
  await failReadings(page);
  for (const [table, title] of unreadable) {
    await page.evaluate((name) => sessionStorage.setItem('unreadable', name), table);
    await recognised(page, title);
    await page.getByRole('button', { name: /^Restore the shop of/ }).waitFor();
    expect(await page.getByRole('navigation', { name: 'Places' }).count()).toBe(0);
    expect(await key(page, 'Continue with what is here').count()).toBe(0);
    expect(await screenFaults(page, `a shop whose ${table} cannot be read`)).toEqual([]);
    // Whatever it was has passed: nothing was written, and nothing is gone.
    await page.evaluate(() => sessionStorage.removeItem('unreadable'));
    expect(await contentOf(page)).toBe(before);
    await page.reload();
    await tile(page, 'Tom R.').waitFor();
  }
});

it('a storage that does not answer is said after ten seconds, and left alone', async () => {
  const { page } = app;
  await page.clock.install();
  await page.addInitScript(() => {
    if (sessionStorage.getItem('silent') === null) return;
    // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- a request that hears nothing
    IDBFactory.prototype.open = () => new EventTarget() as IDBOpenDBRequest;
  });
  await page.evaluate(() => sessionStorage.setItem('silent', 'yes'));
  await page.reload();
  await page.clock.runFor(9_000);
  expect(await page.getByRole('heading').count()).toBe(0);
  await page.clock.runFor(2_000);
  await page.getByRole('heading', { name: 'The tablet’s storage is not answering' }).waitFor();
  await page.evaluate(() => sessionStorage.clear());
  await key(page, 'Open it again').click();
  await tile(page, 'Tom R.').waitFor();
});

it('a tablet on which everything was cleared is a new tablet, and takes a backup there at once', async () => {
  const { page } = app;
  await saveBackup(page, app.address);
  await damage(page, 'the database');
  await page.evaluate(async () => {
    localStorage.clear();
    const root = await navigator.storage.getDirectory();
    await root.removeEntry('regulars-canary.json');
  });
  await page.reload();
  await page.getByRole('heading', { name: 'What is your shop called?' }).waitFor();
  await key(page, 'Restore a backup').click();
  expect(await screenFaults(page, 'restoring on a new tablet')).toEqual([]);
  await chooseFile(page, 'Choose a backup', backup);
  await key(page, 'Restore this backup').click();
  await tile(page, 'Tom R.').waitFor({ timeout: 20_000 });
  expect(await shopsOn(page)).toHaveLength(1);
  expect(complaints(app.findings)).toEqual([]);
});

async function recognised(page: Page, title: string): Promise<void> {
  await page.reload();
  await page.getByRole('heading', { name: title }).waitFor();
}

/** What stands in the file outside of the database, once it is the same in the small store. */
async function canaryOn(page: Page): Promise<string> {
  return page.evaluate(async () => {
    const root = await navigator.storage.getDirectory();
    const file = await root.getFileHandle('regulars-canary.json').catch(() => null);
    const text = file === null ? '' : await (await file.getFile()).text();
    return text === localStorage.getItem('regulars.canary') ? text : '';
  });
}

/**
 * From the next page on every reading of the table that the tab calls `unreadable` fails, as with
 * damaged files.
 */
async function failReadings(page: Page): Promise<void> {
  await page.addInitScript(() => {
    for (const [kind, names] of [
      [IDBObjectStore, ['get', 'getAll', 'getAllKeys', 'count', 'openCursor']],
      [IDBIndex, ['get', 'getAll', 'getAllKeys', 'count', 'openCursor', 'openKeyCursor']],
    ] as const) {
      for (const name of names) {
        const native: unknown = Reflect.get(kind.prototype, name);
        if (typeof native !== 'function') continue;
        Reflect.set(
          kind.prototype,
          name,
          function planted(this: IDBObjectStore | IDBIndex, ...words: unknown[]) {
            const store = 'objectStore' in this ? this.objectStore : this;
            if (store.name === sessionStorage.getItem('unreadable'))
              throw new DOMException('planted', 'UnknownError');
            return Reflect.apply(native, this, words) as unknown;
          },
        );
      }
    }
  });
}

/** What a failing disk does, with the app out of the way. */
async function damage(page: Page, what: 'a customer' | 'the database'): Promise<void> {
  await page.goto(`${app.address}/icon.svg`);
  await page.evaluate(async (chosen) => {
    const name = localStorage.getItem('regulars.shop') ?? '';
    const done = (request: IDBRequest | IDBTransaction, event: string) =>
      new Promise<void>((resolve) => {
        request.addEventListener(event, () => resolve());
      });
    if (chosen === 'the database') return done(indexedDB.deleteDatabase(name), 'success');
    const opening = indexedDB.open(name);
    await done(opening, 'success');
    const transaction = opening.result.transaction('customers', 'readwrite');
    const cursor = transaction.objectStore('customers').openCursor();
    cursor.addEventListener('success', () => void cursor.result?.delete());
    await done(transaction, 'complete');
    opening.result.close();
    return undefined;
  }, what);
  await page.goto(app.address);
}

async function saveBackup(page: Page, address: string): Promise<void> {
  await page.goto(`${address}/shop/copy`);
  await key(page, 'Back up without a lock').click();
  await page.getByText('It is not locked').waitFor();
  const download = page.waitForEvent('download');
  await key(page, 'Save to this tablet').click();
  await (await download).saveAs(backup);
}

async function shopsOn(page: Page): Promise<readonly (string | undefined)[]> {
  const names = await page.evaluate(async () =>
    (await indexedDB.databases()).map(({ name }) => name),
  );
  return names.filter((name) => name?.startsWith('regulars'));
}

/** How many files the browser itself keeps of the shop. */
async function snapshotsOn(page: Page): Promise<number> {
  return page.evaluate(async () => {
    const root = await navigator.storage.getDirectory();
    const all = await root.getDirectoryHandle('snapshots').catch(() => null);
    const shop = localStorage.getItem('regulars.shop') ?? '';
    const ours = await all?.getDirectoryHandle(shop).catch(() => null);
    let count = 0;
    for await (const [name] of ours?.entries() ?? []) if (name.endsWith('.gz')) count += 1;
    return count;
  });
}

/** The shop's facts, without what is worked out from them. */
async function factsOf(page: Page): Promise<unknown> {
  const rows = await storedRows(page);
  return factTables.map((table) => rows[table]);
}

async function contentOf(page: Page): Promise<string> {
  return page.evaluate(async () => {
    const name = localStorage.getItem('regulars.shop') ?? '';
    const opening = indexedDB.open(name);
    await new Promise((resolve) => {
      opening.addEventListener('success', resolve);
    });
    const db = opening.result;
    // The model is fitted anew whenever it is needed.
    const tables = [...db.objectStoreNames].filter((table) => table !== 'models');
    const reading = tables.map((table) => db.transaction(table).objectStore(table).getAll());
    await Promise.all(
      reading.map(
        (request) =>
          new Promise((resolve) => {
            request.addEventListener('success', resolve);
          }),
      ),
    );
    db.close();
    return JSON.stringify(reading.map((request): unknown => request.result));
  });
}
