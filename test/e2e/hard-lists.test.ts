import { readFileSync } from 'node:fs';
import type { Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, expect, it } from 'vitest';
import { clearTablet, openApp, type AppPage } from '../support/browser/app-page.ts';
import { storedRows } from '../support/browser/stored-rows.ts';
import { chooseFile, createShop, goTo, key } from '../support/browser/shop-steps.ts';

let app: AppPage;
beforeAll(async () => {
  app = await openApp();
});
afterEach(async () => clearTablet(app.page, app.address));
afterAll(async () => app.close());

// A shop in London on 21 November 2026, a quarter to twelve.
const today = Date.UTC(2026, 10, 21, 11, 45);

it.each([
  ['macroman-german.csv', ['Grete Hölzl', 'Jörg Weiß'], 0],
  ['polish-excel-cp1250.csv', ['Łucja Śliwa', 'Żaneta Gąska'], 0],
  ['russian-cp1251.csv', ['Ольга Смирнова', 'Пётр Зуев'], 0],
  ['vcard-21-android.vcf', ['Bram', 'Grete Hölzl'], 0],
  ['html-as-xls.xls', ['Edda Krol'], 0],
  ['title-rows-and-summary.csv', ['Bram Osei', 'Edda Krol'], 3],
  [
    'stray-quote-swallows.csv',
    ['Big Bram Osei', 'Edda Krol', 'Ines Valk', 'Ola Quist', 'Tam Reyes'],
    0,
  ],
  ['same-name-two-people.csv', ['Maria Silva', 'Maria Silva', 'Tom', 'Tom'], 0],
  ['walk-in-rows.csv', ['Bram Osei', 'Edda Krol'], 8],
  ['vend-sales.csv', ['Edda Krol'], 1],
  ['mixed-currencies.csv', ['Bram Osei', 'Edda Krol', 'Ines Valk'], 3],
  ['paypal-activity.csv', ['Edda Krol'], 1],
])('%s comes in through the wizard as it is', async (name, people, visits) => {
  const { page } = app;
  await page.clock.setFixedTime(today);
  await createShop(page, app.address);
  await goTo(page, 'My shop');
  await page.getByRole('link', { name: /^Import a list/ }).click();
  await chooseFile(page, 'Choose a file', shapePath(name));
  await importWithProposedAnswers(page);
  const { customers = [], visits: stored = [] } = await storedRows(page);
  const names = customers.map((customer) => String(Reflect.get(Object(customer), 'name')));
  expect([names.toSorted(), stored.length]).toEqual([people, visits]);
});

function shapePath(name: string): { readonly name: string; readonly text: Buffer } {
  const file = new URL(`../fixtures/lists/shapes/${name}`, import.meta.url);
  return { name, text: readFileSync(file) };
}

/** Goes on, step by step, with what the wizard proposes. */
async function importWithProposedAnswers(page: Page): Promise<void> {
  const importNow = key(page, 'Import now');
  const onward = importNow.or(key(page, 'Continue'));
  await onward.waitFor();
  while (!(await importNow.isVisible())) {
    await key(page, 'Continue').click();
    await page.getByRole('progressbar').waitFor({ state: 'detached' });
    await onward.waitFor();
  }
  await importNow.click();
  await page.getByRole('heading', { name: 'Imported' }).waitFor();
}
