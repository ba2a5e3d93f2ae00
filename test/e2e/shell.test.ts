import type { Page } from 'playwright-core';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import {
  complaints,
  openApp,
  waitUntilOffline,
  type AppOptions,
  type AppPage,
  zoneByDay,
} from '../support/browser/app-page.ts';

let app: AppPage;

afterEach(async () => {
  await app.close();
});

describe('a new tablet', () => {
  beforeEach(() => opened());

  it('logs the first visit of a new shop within a minute of typing its name', async () => {
    const { page } = app;
    await beginShop(page, app.address);
    await page.getByRole('button', { name: 'No name', exact: true }).click();
    await page.getByText('1 today').waitFor();
    await page.reload();
    await page.getByText('1 today').waitFor();
    expect(complaints(app.findings)).toEqual([]);
  });

  it('shows the sample shop and leaves it without a trace', async () => {
    const { page } = app;
    await page.goto(app.address);
    await page.getByRole('button', { name: 'Try the sample shop' }).click();
    await page.getByText('Sample shop: nobody here is real.').waitFor();
    for (const place of ['People', 'This week', 'My shop']) {
      await page
        .getByRole('navigation')
        .getByRole('link', { name: new RegExp(`^${place}`) })
        .click();
      await page.getByRole('heading', { level: 1 }).waitFor();
      await page.getByText('Sample shop: nobody here is real.').waitFor();
    }
    expect(await page.evaluate(async () => navigator.storage.persisted())).toBe(false);
    await page.getByRole('button', { name: 'Open my shop' }).click();
    await page.getByRole('heading', { name: 'What is your shop called?' }).waitFor();
    expect(await tracesOn(page)).toEqual({ databases: [], kept: [] });
    expect(complaints(app.findings)).toEqual([]);
  });

  it('that lost the way to its shop asks, and opens it again', async () => {
    const { page } = app;
    await beginShop(page, app.address);
    await page.evaluate(() => localStorage.clear());
    await page.reload();
    await page.getByRole('heading', { name: 'We found a shop on this tablet' }).waitFor();
    await page.getByRole('button', { name: 'Open it' }).click();
    await page.getByRole('navigation', { name: 'Places' }).waitFor();
  });
});

describe('without the server', () => {
  beforeEach(() => opened({ serviceWorkers: 'allow' }));

  it('every place opens again after a reload', async () => {
    const { page } = app;
    await beginShop(page, app.address);
    await waitUntilOffline(page);
    await app.stopServer();
    const places = ['/', '/people', '/people/new', '/week', '/week/print', '/shop'];
    for (const path of [...places, '/shop/bring-in', '/shop/copy', '/nowhere']) {
      await page.goto(`${app.address}${path}`);
      await page.getByRole('navigation', { name: 'Places' }).waitFor();
      await page.locator('main h1, main h2').first().waitFor();
      expect(await page.getByText('The app has a problem').count(), path).toBe(0);
    }
    expect(complaints(app.findings)).toEqual([]);
  });
});

describe('two tabs', () => {
  beforeEach(() => opened({ serviceWorkers: 'allow' }));

  it('see the same shop', async () => {
    const { page } = app;
    await beginShop(page, app.address);
    const other = await app.context.newPage();
    await other.goto(app.address);
    await other.getByRole('button', { name: 'No name', exact: true }).click();
    await page.getByText('1 today').waitFor();
    expect(complaints(app.findings)).toEqual([]);
  });
});

async function opened(options: AppOptions = {}): Promise<void> {
  app = await openApp({ timezone: zoneByDay(), ...options });
}

async function beginShop(page: Page, address: string): Promise<void> {
  await page.goto(address);
  await page.getByLabel('The shop’s name').fill('Pell & Daughter');
  await page.getByRole('radio', { name: 'Butcher' }).check({ force: true });
  await page.getByRole('button', { name: 'Start with my own' }).click();
  await page.getByRole('navigation', { name: 'Places' }).waitFor();
}

async function tracesOn(page: Page) {
  return page.evaluate(async () => ({
    databases: (await indexedDB.databases()).map(({ name }) => name),
    kept: Object.keys(localStorage),
  }));
}
