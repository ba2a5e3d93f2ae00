// Two tablets of one shop, each a browser of its own, and the shop's own server between them.
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openContext, waitUntilOffline } from '../support/browser/app-page.ts';
import { axeFaults } from '../support/browser/axe.ts';
import {
  addPerson,
  createShop,
  goTo,
  key,
  openSample,
  tile,
} from '../support/browser/shop-steps.ts';
import {
  openTwoTablets,
  type TabletPage,
  type TwoTablets,
} from '../support/browser/two-tablets.ts';

let tablets: TwoTablets;
let server: TwoTablets['server'];
let counter: TabletPage;
let stall: TabletPage;

beforeAll(async () => {
  tablets = await openTwoTablets({ stall: { serviceWorkers: 'allow' } });
  ({ server, counter, stall } = tablets);
});
afterAll(async () => tablets.close());

async function openTablets(page: Page): Promise<void> {
  await goTo(page, 'My shop');
  await page.getByRole('link', { name: 'Tablets' }).click();
  await page.getByRole('heading', { name: 'Tablets', level: 1 }).waitFor();
}

/** Opens the page of somebody on People. */
async function openPerson(page: Page, name: string): Promise<void> {
  await goTo(page, 'People');
  await page.getByRole('link', { name: new RegExp(`^${name}`) }).click();
  await page.getByRole('heading', { name, level: 1 }).waitFor();
}

async function noteNumber(page: Page, name: string, number: string): Promise<void> {
  await openPerson(page, name);
  await page.getByRole('link', { name: 'Edit' }).click();
  await page.getByLabel('Phone').first().fill(number);
  await key(page, 'Save').first().click();
  await page.getByRole('heading', { name, level: 1 }).waitFor();
}

describe('two tablets', () => {
  it('ask the server nothing before they are connected', async () => {
    const asked: string[] = [];
    counter.page.on('request', (request) => {
      if (request.url().includes('/depot/')) asked.push(request.url());
    });
    await createShop(counter.page, server.address);
    await addPerson(counter.page, 'Hana Zoltan');
    await openTablets(counter.page);
    expect(await axeFaults(counter.page)).toEqual([]);
    expect(asked).toEqual([]);
  });

  it('are never made of the sample shop', async () => {
    const { context, page } = await openContext(server.address);
    await openSample(page, server.address);
    // No key leads there.
    await page.goto(`${server.address}/shop/tablets`);
    await page.getByText(/^Nobody in the sample shop is real/).waitFor();
    expect(await page.getByLabel('The six words').count()).toBe(0);
    await context.close();
  });

  it('come together by a number, six words and a look at three', async () => {
    const { page } = counter;
    await page.getByLabel('The six words').fill(server.foundingWords?.replaceAll('-', ' ') ?? '');
    await key(page, 'Connect').click();
    await page.getByText('Connected. Add a tablet whenever you like.').waitFor();
    await key(page, 'Add a tablet').click();
    await page.locator('.tablets_words').nth(1).waitFor();
    const [number = '', words = ''] = await page.locator('.tablets_words').allTextContents();
    await stall.page.goto(server.address);
    await key(stall.page, 'Join it').click();
    expect(await axeFaults(stall.page)).toEqual([]);
    await stall.page.getByLabel('The number').fill(number.replace('Number ', ''));
    await stall.page.getByLabel('The six words').fill(words);
    await stall.page.getByLabel('What this tablet is called').fill('Stall');
    await key(stall.page, 'Join').click();
    await page.getByText('Stall wants to join.').waitFor();
    await stall.page.getByRole('heading', { name: 'Waiting for the other tablet' }).waitFor();
    const shown = await stall.page.locator('.tablets_words').textContent();
    expect(await page.locator('.tablets_words').textContent()).toBe(shown);
    await key(page, 'Same words: let it in').click();
    await page.getByText('Stall is one of the shop’s tablets now.').waitFor();
    await page.getByText('Stall', { exact: true }).waitFor();
    await tile(stall.page, 'Hana').waitFor({ timeout: 40_000 });
  });

  it('know what either noted, also what was noted without a line', async () => {
    await waitUntilOffline(stall.page);
    await stall.context.setOffline(true);
    await addPerson(stall.page, 'Ida Novak');
    await goTo(counter.page, 'Counter');
    await addPerson(counter.page, 'Tom Reed');
    await stall.context.setOffline(false);
    await tile(stall.page, 'Tom').waitFor({ timeout: 40_000 });
    await tile(counter.page, 'Ida').waitFor({ timeout: 40_000 });
    for (const { page } of [counter, stall])
      await page.getByText('3 today').waitFor({ timeout: 40_000 });
  });

  it('offer the earlier of two answers that were given apart, on both', async () => {
    await stall.context.setOffline(true);
    // A line that is open is not cut by that.
    await stall.page.reload();
    await noteNumber(counter.page, 'Hana Zoltan', '07700 900123');
    await noteNumber(stall.page, 'Hana Zoltan', '07700 900456');
    await stall.context.setOffline(false);
    const take = { name: 'Take the earlier one: Phone: 07700 900123' };
    for (const { page } of [counter, stall]) {
      await page.getByRole('button', take).waitFor({ timeout: 40_000 });
      expect(await axeFaults(page)).toEqual([]);
    }
    await openTablets(stall.page);
    await stall.page.getByRole('heading', { name: 'Changed over each other' }).waitFor();
    expect(await axeFaults(stall.page)).toEqual([]);
    await stall.page.getByRole('button', take).click();
    await counter.page.getByText('07700 900123').waitFor({ timeout: 40_000 });
    for (const { page } of [counter, stall])
      await page.getByRole('button', take).waitFor({ state: 'detached', timeout: 40_000 });
  });

  it('leave nothing to be read on the server, and ask no other host', async () => {
    const bytes = readdirSync(tablets.folder, { withFileTypes: true })
      .filter((entry) => entry.isFile())
      .map(({ name }) => readFileSync(join(tablets.folder, name), 'latin1'))
      .join('');
    expect(bytes.length).toBeGreaterThan(1_000);
    expect(bytes).not.toMatch(/Hana|Zoltan|Pell|Stall|07700/);
    for (const { findings } of [counter, stall]) {
      expect(findings.pageErrors).toEqual([]);
      expect(findings.policyReports).toEqual([]);
      expect(findings.foreignRequests).toEqual([]);
    }
  });

  it('take a lost one out, which hears nothing more', async () => {
    const { page } = counter;
    await openTablets(page);
    await key(page, 'It is lost: Stall').click();
    await key(page, 'Take it out').click();
    await page.getByText('Stall', { exact: true }).waitFor({ state: 'detached' });
    await openTablets(stall.page);
    await stall.page
      .getByRole('heading', { name: 'This tablet was taken out of the shop' })
      .waitFor({ timeout: 40_000 });
    expect(await axeFaults(stall.page)).toEqual([]);
  });
});
