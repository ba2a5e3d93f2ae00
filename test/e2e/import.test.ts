import { mkdtempSync, readFileSync, rmSync, truncateSync, writeFileSync } from 'node:fs';
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
    ['a workbook', workbook(), 'This is a workbook.'],
    ['a picture', Buffer.from('89504e470d0a1a0a0000000d49484452', 'hex'), 'This is a picture'],
    ['contact cards', 'BEGIN:VCARD\nFN:Mrs Khan\nEND:VCARD\n', 'holds contact cards'],
    ['a letter', 'Dear Tom\n\nthe brisket was dry.\nRuth\n', 'not a table'],
    ['nothing but headings', 'Name,Date\n', 'headings and nothing under them'],
    ['sales without customers', fixture('sumup-report.csv'), 'sales but no customers'],
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
    ['no column says who', 'Date,Amount\n17/06/2026,3.20\n', 'No column says who it is.'],
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
    await page.getByText('2 people, 2 visits.').waitFor();
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
  const before = await storedRows(page);
  await chooseFile(page, 'Choose a file', file);
  const said = page.getByRole('alert').filter({ hasText: sentence });
  await said.waitFor();
  await said.filter({ hasText: 'Nothing was saved.' }).waitFor();
  expect(await storedRows(page)).toEqual(before);
}

function fixture(name: string): string {
  return readFileSync(new URL(`../fixtures/lists/${name}`, import.meta.url), 'utf8');
}

/** The beginning of a workbook: a packed folder with a sheet in it. */
function workbook(): Buffer {
  const name = 'xl/workbook.xml';
  const head = Buffer.from('504b0304140000000800000021000000000000000000000000000f000000', 'hex');
  return Buffer.concat([head, Buffer.from(name), Buffer.alloc(64, 1)]);
}
