import { afterAll, beforeAll, expect, it } from 'vitest';
import type { Page } from 'playwright-core';
import { complaints, openApp, type AppPage } from '../support/browser/app-page.ts';
import { pagesOf } from '../support/browser/pdf.ts';
import { chooseFile, createShop, goTo, importList, key } from '../support/browser/shop-steps.ts';

/** A Monday in November, when a shop begins its Christmas list. */
const november = Date.UTC(2026, 10, 9, 9, 42);
const homes = 60;

let app: AppPage;

beforeAll(async () => {
  app = await openApp();
  await app.page.clock.setFixedTime(november);
  await createShop(app.page, app.address);
});

afterAll(async () => {
  expect(complaints(app.findings)).toEqual([]);
  await app.close();
});

it('walks a whole Christmas: a list of 60, addresses, labels and list printed, posted, next year', async () => {
  const { page, address } = app;
  await page.goto(`${address}/shop/bring-in`);
  await importList(page, { name: 'visits.csv', text: visitList() });
  await goTo(page, 'This week');
  await page.getByRole('link', { name: /^Christmas and other rounds/ }).click();
  await begin(page, `Our proposal: ${homes} people in ${homes} homes`);
  await page.getByText(`Addresses: ${homes} missing`).waitFor();

  await page.goto(`${address}/shop/bring-in`);
  await chooseFile(page, 'Choose a file', { name: 'addresses.csv', text: addressList() });
  await key(page, 'Continue').click();
  // They are found again by their names, which is asked once for all of them.
  await page.getByRole('radiogroup', { name: 'The same people?' }).waitFor();
  await key(page, 'Continue').click();
  await key(page, 'Import now').click();
  await page.getByRole('heading', { name: 'Imported' }).waitFor();
  await openRound(page, address, 'Christmas 2026');
  await page.getByText('Addresses', { exact: true }).waitFor();

  await page.getByRole('link', { name: 'Print' }).click();
  await page.locator('.preview .sheet-drawing').first().waitFor();
  await page.evaluate(() => void (globalThis.print = () => {}));
  const list = await pagesOf(await page.pdf({ preferCSSPageSize: true, printBackground: true }));
  expect(list.every(({ widthMm, heightMm }) => widthMm > heightMm)).toBe(true);
  const listed = namesIn(list);
  expect(listed).toHaveLength(homes);
  await printAndSayGood(page);
  await key(page, 'Labels').click();
  await page.getByText(/^60 labels\./).waitFor();
  const labels = await pagesOf(await page.pdf({ preferCSSPageSize: true, printBackground: true }));
  expect(labels).toHaveLength(3);
  // The list goes beside the sheets of labels, name by name.
  expect(namesIn(labels)).toEqual(listed);
  await printAndSayGood(page);

  await openRound(page, address, 'Christmas 2026');
  await page.getByText(`Printed: ${homes} of ${homes}`).waitFor();
  await key(page, 'Post and hand over').click();
  await key(page, `Handed over: ${nameOf(1)}`).click();
  await key(page, `All printed are posted: ${homes - 1}`).click();
  await page.getByText(`Posted or handed over: ${homes} of ${homes}`).waitFor();
  await key(page, 'Close the list').click();
  await page.getByText('59 posted, 1 handed over, 0 not given yet.').waitFor();

  await page.clock.setFixedTime(Date.UTC(2027, 10, 8, 9, 42));
  await page.goto(`${address}/week/rounds`);
  await begin(page, `The list of 2026: ${homes} lines`);
  await page.getByRole('heading', { level: 1, name: 'Christmas 2027' }).waitFor();
  expect(await page.getByText('Card, posted 9 November 2026').count()).toBe(homes - 1);
  expect(await page.getByText('Card, handed over 9 November 2026').count()).toBe(1);
}, 120_000);

async function begin(page: Page, from: string): Promise<void> {
  await key(page, 'Begin a list').click();
  await page.getByRole('radio', { name: from }).check({ force: true });
  await key(page, `Begin with ${homes} lines`).click();
  await page.getByRole('link', { name: nameOf(1), exact: true }).waitFor();
}

async function openRound(page: Page, address: string, name: string): Promise<void> {
  await page.goto(`${address}/week/rounds`);
  await page.getByRole('link', { name: new RegExp(`^${name}`) }).click();
  await page.getByRole('heading', { level: 1, name }).waitFor();
}

async function printAndSayGood(page: Page): Promise<void> {
  await key(page, 'Print').click();
  await key(page, 'Yes, all good').click();
  await page.getByText(/^Good\./).waitFor();
}

/** The names on these pages in reading order, along the rows. */
function namesIn(pages: Awaited<ReturnType<typeof pagesOf>>): readonly string[] {
  return pages.flatMap(({ texts }) =>
    texts
      .toSorted((a, b) => Math.round(a.baselineMm - b.baselineMm) || a.leftMm - b.leftMm)
      .flatMap(({ text }) => /Person \d\d/.exec(text) ?? []),
  );
}

function nameOf(number: number): string {
  return `Person ${String(number).padStart(2, '0')}`;
}

function people(): readonly string[] {
  return Array.from({ length: homes }, (_, place) => nameOf(place + 1));
}

function visitList(): string {
  const days = Array.from({ length: 10 }, (_, place) => `2026-10-${String(place + 10)}`);
  const rows = people().flatMap((name) => days.map((day) => `"${name}",${day},12.50`));
  return ['customer,date,amount', ...rows].join('\r\n');
}

function addressList(): string {
  const rows = people().map((name, place) => `"${name}","${place + 1} Mill Road, Leeds"`);
  return ['Name,Address', ...rows].join('\r\n');
}
