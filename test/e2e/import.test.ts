import { mkdtempSync, rmSync, truncateSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { complaints, openApp, type AppPage } from '../support/browser/app-page.ts';
import { countsOf, storedRows } from '../support/browser/stored-rows.ts';
import {
  createShop,
  importList,
  chooseFile,
  goTo,
  key,
  thursday,
  tile,
} from '../support/browser/shop-steps.ts';

const folder = mkdtempSync(join(tmpdir(), 'regulars-lists-'));
const list = {
  name: 'regulars.csv',
  text: `Name,Phone,Date,Amount
Mrs Khan,020 7946 0018,17/06/2026,18.40
Tom Reed,,16/06/2026,3.20
Tom Reed,,soon,3.20
`,
};

let app: AppPage;
let page: Page;
beforeAll(async () => {
  app = await openApp();
  page = app.page;
  await page.clock.setFixedTime(thursday);
  await createShop(page, app.address);
  await goTo(page, 'My shop');
  await page.getByRole('link', { name: /^Import a list/ }).click();
});
afterAll(async () => {
  await app.close();
  rmSync(folder, { recursive: true, force: true });
});

describe('a file that is no list', () => {
  it.each([
    ['empty', '', 'This file is empty.'],
    ['a broken workbook', workbook(), 'This Excel file is damaged.'],
    ['a picture', Buffer.from('89504e470d0a1a0a0000000d49484452', 'hex'), 'This is a picture'],
    ['a letter', 'Dear Tom\n\nthe brisket was dry.\nRuth\n', 'not a table'],
    ['nothing but headings', 'Name,Date\n', 'headings and nothing under them'],
  ])('gets a sentence, and nothing is stored: %s', async (_what, text, sentence) => {
    await expectRefused({ name: 'list.csv', text }, sentence);
  });

  it('gets a sentence, and nothing is stored: 200 MB', async () => {
    const path = join(folder, 'huge.csv');
    writeFileSync(path, 'Name,Date\n');
    truncateSync(path, 200_000_000);
    await expectRefused(path, 'This file is 200 MB');
  });
});

describe('a list with a question in it', () => {
  it.each([
    ['no column says which day', 'Name,Amount\nMrs Khan,3.20\n', 'no column says which day'],
    ['03/04 may be either', 'Name,Date\nMrs Khan,03/04/2026\n', 'First tell us how to read'],
  ])('goes no further, and nothing is stored: %s', async (_what, text, sentence) => {
    const before = await storedRows(page);
    await chooseFile(page, 'Choose a file', { name: 'list.csv', text });
    await key(page, 'Continue').click();
    await page.getByText(sentence).waitFor();
    expect(await storedRows(page)).toEqual(before);
    await key(page, 'Back').click();
  });
});

describe('a list of people and visits', () => {
  it('is brought in, is known when it comes again, and is taken back whole', async () => {
    const before = countsOf(await storedRows(page));
    await chooseFile(page, 'Choose a file', list);
    await key(page, 'Continue').click();
    await page.getByText('3 lines: 2 new people, 2 visits, 1 line left out.').waitFor();
    await page.getByText('Row 4: “soon” is not a date. The line is left out.').waitFor();
    expect(countsOf(await storedRows(page))).toEqual(before);
    await key(page, 'Import now').click();
    await page.getByRole('heading', { name: 'Imported' }).waitFor();
    const brought = await storedRows(page);
    expect(countsOf(brought)).toMatchObject({ customers: 2, visits: 2, histories: 2, imports: 1 });

    await key(page, 'Import another list').click();
    await chooseFile(page, 'Choose a file', list);
    await key(page, 'Continue').click();
    await page.getByText(/This file was already imported/).waitFor();
    expect(await storedRows(page)).toEqual(brought);
    await key(page, 'Undo this import').click();
    await page.getByRole('heading', { name: 'Import undone' }).waitFor();
    expect(await presentRows()).toEqual({ customers: 0, visits: 0, histories: 0 });
  });

  it('may be brought in again once it was taken back, and stands at the Counter', async () => {
    await key(page, 'Import another list').click();
    await importList(page, list);
    await page.getByRole('link', { name: 'To the Counter' }).click();
    await tile(page, 'Mrs Khan').waitFor();
    await tile(page, 'Tom Reed').waitFor();
    expect(complaints(app.findings)).toEqual([]);
  });
});

describe('the next list of the same till', () => {
  const next = `Name,Phone,Date,Amount
Mrs Khan,020 7946 0018,17/06/2026,18.40
Tom Reed,,16/06/2026,3.20
Tom Reed,,17/06/2026,4.10
Walk-in Customer,,17/06/2026,2.50
`;

  it('asks once, says what is new, and counts nothing twice', async () => {
    await goTo(page, 'My shop');
    await page.getByRole('link', { name: /^Import a list/ }).click();
    await chooseFile(page, 'Choose a file', { name: 'regulars 2.csv', text: next });
    await page.getByText('Read like “regulars” last time.').waitFor();
    await key(page, 'Continue').click();
    await page.getByRole('radiogroup', { name: 'Walk-in Customer' }).waitFor();
    await page.getByText('1 person has the same name as someone you know').waitFor();
    await key(page, 'Continue').click();
    await page.getByText('4 lines: 2 people you know, 4 visits (2 already here).').waitFor();
    await page.getByText('Walk-in Customer is nobody in particular.').waitFor();
    await key(page, 'Import now').click();
    await page.getByText('2 people found again, 2 visits added.').waitFor();
    expect(await presentRows()).toMatchObject({ customers: 2, visits: 4 });
  });

  it('can be pasted, from the clipboard or by hand', async () => {
    await app.context.grantPermissions(['clipboard-read', 'clipboard-write']);
    await key(page, 'Import another list').click();
    await page.evaluate(() =>
      navigator.clipboard.writeText('Name\tPhone\nSue Ash\t020 7946 0020\n'),
    );
    await key(page, 'Paste a list').click();
    await page.getByLabel('Phone is').waitFor();
    await key(page, 'Back').click();
    await app.context.clearPermissions();
    await key(page, 'Paste a list').click();
    await page.getByLabel('Paste the list here').fill('Name\tPhone\nSue Ash\t020 7946 0020\n');
    await key(page, 'Continue').click();
    await key(page, 'Continue').click();
    await page.getByText('1 line: 1 new person.').waitFor();
    expect(complaints(app.findings)).toEqual([]);
  });
});

/** Those who are still here: not voided and not left without a visit. */
async function presentRows(): Promise<Readonly<Record<string, number>>> {
  const { customers = [], visits = [], histories = [] } = await storedRows(page);
  const present = (rows: readonly unknown[]): number =>
    rows.filter((row) => !JSON.stringify(row).includes('"voided":true')).length;
  return {
    customers: present(customers),
    visits: present(visits),
    histories: histories.filter((row) => JSON.stringify(row).includes('"visits":[')).length,
  };
}

async function expectRefused(
  file: Parameters<typeof chooseFile>[2],
  sentence: string,
): Promise<void> {
  // The model is fitted anew whenever it is needed.
  const stored = async () => ({ ...(await storedRows(page)), models: [] });
  const before = await stored();
  await chooseFile(page, 'Choose a file', file);
  const said = page.getByRole('alert').filter({ hasText: sentence });
  await said.waitFor();
  await said.filter({ hasText: 'Nothing was saved.' }).waitFor();
  expect(await stored()).toEqual(before);
}

/** The beginning of a workbook: a packed folder with a sheet in it. */
function workbook(): Buffer {
  const name = 'xl/workbook.xml';
  const head = Buffer.from('504b0304140000000800000021000000000000000000000000000f000000', 'hex');
  return Buffer.concat([head, Buffer.from(name), Buffer.alloc(64, 1)]);
}
