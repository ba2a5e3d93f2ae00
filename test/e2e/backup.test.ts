import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gunzipSync, gzipSync } from 'node:zlib';
import type { Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { complaints, openApp, type AppPage } from '../support/browser/app-page.ts';
import { hasAge, openWithAge } from '../support/files/age-tool.ts';
import { factsOf, storedRows, type StoredRows } from '../support/browser/stored-rows.ts';
import {
  addPerson,
  createShop,
  importList,
  chooseFile,
  goTo,
  key,
  saved,
  thursday,
  tile,
  typeThePhrase,
} from '../support/browser/shop-steps.ts';

const folder = mkdtempSync(join(tmpdir(), 'regulars-copy-'));
const path = join(folder, 'regulars-copy.ndjson.gz');
const lockedPath = `${path}.age`;
let phrase = '';
let before: StoredRows = {};

let app: AppPage | null = null;
beforeAll(async () => {
  const { page, address } = await opened();
  await createShop(page, address);
  await fillShop(page);
  await goTo(page, 'My shop');
  await page.getByRole('link', { name: 'Save a backup' }).click();
  phrase = await typeThePhrase(page);
  await saveBackup(page, lockedPath);
  await page.getByText(/^Saved as regulars-.*\.regulars\./).waitFor();
  await key(page, 'Show the words').click();
  await key(page, 'Back up without a lock').click();
  await page.getByText('It is not locked').waitFor();
  await saveBackup(page, path);
  before = await storedRows(page);
  await close();
});
afterEach(close);
afterAll(() => rmSync(folder, { recursive: true, force: true }));

describe('a locked backup', () => {
  it('asks for its words on another tablet, and restores the shop row for row', async () => {
    const page = await onNewTablet();
    await chooseFile(page, 'Choose a backup', lockedPath);
    await page
      .getByRole('textbox', { name: 'The six words', exact: true })
      .fill('six words that were never drawn');
    await key(page, 'Open it').click();
    await page.getByText('These words do not open this backup.').waitFor();
    await page
      .getByRole('textbox', { name: 'The six words', exact: true })
      .fill(phrase.toUpperCase().replaceAll('-', ' '));
    await key(page, 'Open it').click();
    await page.getByText('This file: 3 people, 4 visits, last visit 18 June.').waitFor();
    await key(page, 'Restore this backup').click();
    await page.getByText('Restore the shop as it was').waitFor();
    const after = await storedRows(page);
    expect(factsOf(after)).toStrictEqual(factsOf(before));
    expect(after['histories']).toStrictEqual(before['histories']);
    expect(complaintsNow()).toEqual([]);
  });

  it('is refused when it was cut or changed, and the shop stays as it is', async () => {
    const page = await onNewTablet();
    const own = factsOf(await storedRows(page));
    const bytes = readFileSync(lockedPath);
    const changed = Buffer.from(bytes);
    changed[bytes.length - 40] = (bytes[bytes.length - 40] ?? 0) ^ 1;
    for (const bad of [bytes.subarray(0, bytes.length - 20), changed]) {
      await chooseBackup(page, bad);
      await page.getByRole('textbox', { name: 'The six words', exact: true }).fill(phrase);
      await key(page, 'Open it').click();
      await page.getByText('changed or lost after it was saved').waitFor();
    }
    expect(factsOf(await storedRows(page))).toEqual(own);
  });

  it.skipIf(!hasAge)(
    `is opened by the age tool without us${hasAge ? '' : ' (no age tool here: not tried)'}`,
    () => {
      const opened = openWithAge(lockedPath, phrase);
      const head: unknown = JSON.parse(gunzipSync(opened).toString().split('\n')[0] ?? '');
      expect(head).toMatchObject({ t: 'head', fmt: 'regulars-copy', v: 1 });
    },
  );
});

describe('a backup of the shop', () => {
  it('restores the shop on another tablet, row for row', async () => {
    const page = await onNewTablet();
    await chooseFile(page, 'Choose a backup', path);
    await page.getByText('This file: 3 people, 4 visits, last visit 18 June.').waitFor();
    await key(page, 'Restore this backup').click();
    await page.getByText('Restore the shop as it was').waitFor();
    const after = await storedRows(page);
    expect(before['visits']).toHaveLength(5);
    expect(factsOf(after)).toStrictEqual(factsOf(before));
    expect(after['histories']).toStrictEqual(before['histories']);
    expect(after['days']).toStrictEqual(before['days']);
    await goTo(page, 'Counter');
    await tile(page, 'Tom Reed').waitFor();
    expect(complaintsNow()).toEqual([]);
  });

  it('leaves the way back to the shop as it was', async () => {
    const page = await onNewTablet();
    const own = factsOf(await storedRows(page));
    await chooseFile(page, 'Choose a backup', path);
    await key(page, 'Restore this backup').click();
    await key(page, 'Restore the shop as it was').click();
    await goTo(page, 'Counter');
    await tile(page, 'Zoe').waitFor();
    expect(factsOf(await storedRows(page))).toEqual(own);
  });

  it('is refused when something is wrong with it, and the shop stays as it is', async () => {
    const page = await onNewTablet();
    const own = factsOf(await storedRows(page));
    const backup = gunzipSync(readFileSync(path)).toString();
    const refused = [
      [backup.slice(0, backup.length / 2), 'The end of this backup is missing.'],
      [backup.replace('Mrs Khan', 'Mrs Kahn'), 'changed or lost after it was saved'],
      [backup.replace(/"schema":\d+/, '"schema":99'), 'made by a newer version'],
      ['Dear Tom, the brisket was dry.', 'This is not a backup of a shop.'],
    ] as const;
    for (const [text, sentence] of refused) {
      await chooseBackup(page, gzipSync(text));
      await page.getByText(sentence).waitFor();
      expect(factsOf(await storedRows(page))).toEqual(own);
    }
    await chooseBackup(page, Buffer.alloc(0));
    await page.getByText('This file is empty.').waitFor();
    expect(factsOf(await storedRows(page))).toEqual(own);
  });
});

async function saveBackup(page: Page, to: string): Promise<void> {
  await key(page, 'Save to this tablet').waitFor();
  const download = page.waitForEvent('download');
  await key(page, 'Save to this tablet').click();
  await (await download).saveAs(to);
}

/** Gives a file to the key, whatever stands on it after a refusal. */
async function chooseBackup(page: Page, bytes: Buffer): Promise<void> {
  const file = { name: 'regulars-copy.ndjson.gz', mimeType: 'application/gzip', buffer: bytes };
  await page.getByLabel(/^Choose (a backup|another file)$/).setInputFiles(file);
}

/** People with visits, an amount, a mark, something said, and a visit taken back. */
async function fillShop(page: Page): Promise<void> {
  await page.goto(`${new URL(page.url()).origin}/shop/bring-in`);
  const text =
    'Name,Phone,Date,Amount\nMrs Khan,020 7946 0018,17/06/2026,18.40\nTom Reed,,16/06/2026,3.20\n';
  await importList(page, { name: 'list.csv', text });
  await page.getByRole('link', { name: 'To the Counter' }).click();
  await tile(page, 'Mrs Khan').click();
  await saved(page, 'Mrs Khan');
  await key(page, 'Brought a friend').click();
  await key(page, 'Done').click();
  await key(page, 'Told us something').click();
  await key(page, 'Complaint').click();
  await page.getByLabel('In their words, if you like').fill('The brisket was dry.');
  await key(page, 'Done').click();
  await addPerson(page, 'Hana');
  await addPerson(page, 'Żaneta');
  await key(page, 'Undo').click();
  await page.getByText('2 today').waitFor();
}

/** A tablet with a small shop of its own on it, at the page for backups. */
async function onNewTablet(): Promise<Page> {
  const { page, address } = await opened();
  await createShop(page, address);
  await addPerson(page, 'Zoe');
  await page.goto(`${address}/shop/copy`);
  await page.getByLabel('Choose a backup').waitFor({ state: 'attached' });
  return page;
}

async function opened(): Promise<AppPage> {
  app = await openApp();
  await app.page.clock.setFixedTime(thursday);
  return app;
}

async function close(): Promise<void> {
  await app?.close();
  app = null;
}

function complaintsNow(): readonly string[] {
  return app === null ? ['the app is closed'] : complaints(app.findings);
}
