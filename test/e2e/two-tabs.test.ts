import type { Page } from 'playwright-core';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { complaints, openApp, type AppPage } from '../support/browser/app-page.ts';
import { storedRows } from '../support/browser/stored-rows.ts';
import {
  addPerson,
  createShop,
  goTo,
  key,
  strip,
  thursday,
  tile,
} from '../support/browser/shop-steps.ts';

let app: AppPage;
let page: Page;
let other: Page;
beforeEach(async () => {
  app = await openApp();
  page = app.page;
  await app.context.clock.setFixedTime(thursday);
  await createShop(page, app.address);
  await addPerson(page, 'Mrs Khan');
  await addPerson(page, 'Tom R.');
  other = await app.context.newPage();
  await other.goto(app.address);
  await tile(other, 'Tom R.').waitFor();
});
afterEach(async () => {
  expect(complaints(app.findings)).toEqual([]);
  await app.close();
});

describe('the shop open in two tabs', () => {
  it('is one shop: what is done in one stands in the other', async () => {
    await addPerson(other, 'Hana');
    await page.getByText('3 today').waitFor();
    await tile(page, 'Hana').waitFor();
    await goTo(other, 'People');
    await other.getByRole('link', { name: /Hana/ }).waitFor();
    await page
      .getByRole('button', { name: /^Undo Hana/ })
      .first()
      .click();
    await goTo(other, 'Counter');
    await other.getByText('2 today').waitFor();
  });

  it('loses nothing when both are tapped at once', async () => {
    const taps = 4;
    await Promise.all(
      [page, other].map(async (tab) => {
        for (let tap = 0; tap < taps; tap += 1) await key(tab, 'No name').click();
        await strip(tab).filter({ hasText: ', saved' }).waitFor();
      }),
    );
    for (const tab of [page, other]) await tab.getByText(`${2 + 2 * taps} today`).waitFor();
    const { visits = [], days = [] } = await storedRows(page);
    expect(visits).toHaveLength(2 + 2 * taps);
    expect(new Set(visits.map((visit) => JSON.stringify(visit))).size).toBe(2 + 2 * taps);
    expect(days).toHaveLength(1);
  });
});
