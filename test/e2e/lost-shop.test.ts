// A shop that is less than it was, in the built app: recognised at the start, nothing written, and a copy brings it back.
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { afterAll, afterEach, beforeEach, expect, it } from 'vitest';
import { complaints, openApp, zoneByDay, type AppPage } from '../support/app-page.ts';
import { screenFaults } from '../support/screen-faults.ts';
import { addPerson, beginShop, chooseFile, key, tile } from '../support/shop-steps.ts';

const folder = mkdtempSync(join(tmpdir(), 'regulars-lost-'));
const copy = join(folder, 'regulars-copy.ndjson.gz');
let app: AppPage;

beforeEach(async () => {
  app = await openApp({ timezone: zoneByDay() });
  const { page } = app;
  await beginShop(page, app.address);
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
  await recognised(page, 'Something of this shop is missing');
  await page.getByText('this tablet held 2 people, 2 visits').waitFor();
  await page.getByText('only this can be found: 1 person, 2 visits').waitFor();
  expect(await contentOf(page)).toBe(before);
  expect(await screenFaults(page, 'a shop that is short')).toEqual([]);
  await key(page, 'Go on with what is here').click();
  await page.getByText('gone unless a copy brings it back: 1 person, 0 visits').waitFor();
  await key(page, 'Yes, go on without it').click();
  await tile(page, 'Tom R.').waitFor();
  await page.reload();
  await tile(page, 'Tom R.').waitFor();
  expect(complaints(app.findings)).toEqual([]);
});

it('a shop that is gone comes back from a copy, also when the small store was cleared', async () => {
  const { page } = app;
  await saveCopy(page, app.address);
  await damage(page, 'the database');
  await recognised(page, 'The shop on this tablet cannot be found');
  expect(await shopsOn(page)).toEqual([]);
  await page.evaluate(() => localStorage.clear());
  await recognised(page, 'The shop on this tablet cannot be found');
  await page.getByText('this tablet held 2 people, 2 visits').waitFor();
  await key(page, 'Bring back a copy').click();
  await chooseFile(page, 'Choose a copy', copy);
  await key(page, 'Bring back this copy').click();
  await tile(page, 'Mrs Khan').waitFor({ timeout: 20_000 });
  await tile(page, 'Tom R.').waitFor();
  await page.reload();
  await tile(page, 'Tom R.').waitFor();
  expect(await shopsOn(page)).toHaveLength(1);
  expect(complaints(app.findings)).toEqual([]);
});

it('a tablet on which everything was cleared is a new tablet', async () => {
  const { page } = app;
  await damage(page, 'the database');
  await page.evaluate(async () => {
    localStorage.clear();
    const root = await navigator.storage.getDirectory();
    await root.removeEntry('regulars-canary.json');
  });
  await page.reload();
  await page.getByRole('heading', { name: 'What is your shop called?' }).waitFor();
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

async function saveCopy(page: Page, address: string): Promise<void> {
  await page.goto(`${address}/shop/copy`);
  await key(page, 'Save copies without a lock').click();
  await page.getByText('It is not locked').waitFor();
  const download = page.waitForEvent('download');
  await key(page, 'Save to this tablet').click();
  await (await download).saveAs(copy);
}

async function shopsOn(page: Page): Promise<readonly (string | undefined)[]> {
  const names = await page.evaluate(async () =>
    (await indexedDB.databases()).map(({ name }) => name),
  );
  return names.filter((name) => name?.startsWith('regulars'));
}

async function contentOf(page: Page): Promise<string> {
  return page.evaluate(async () => {
    const name = localStorage.getItem('regulars.shop') ?? '';
    const opening = indexedDB.open(name);
    await new Promise((resolve) => {
      opening.addEventListener('success', resolve);
    });
    const db = opening.result;
    const tables = [...db.objectStoreNames];
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
