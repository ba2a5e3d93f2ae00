import type { BrowserContext, Page } from 'playwright-core';
import { afterEach, describe, expect, it } from 'vitest';
import {
  complaints,
  openApp,
  openContext,
  waitUntilOffline,
  zoneByDay,
  type Findings,
} from '../support/browser/app-page.ts';
import { startPlainHost, type PlainHost } from '../support/browser/plain-host.ts';
import { screenFaults } from '../support/browser/screen-faults.ts';
import { addPerson, createShop, goTo, strip, tile, tiles } from '../support/browser/shop-steps.ts';

const folder = '/some/path/';

describe('the app in a folder of a host without headers and without rewrites', () => {
  it('opens, logs a visit, and opens its deep addresses again, with and without a network', async () => {
    const { page, origin, findings } = await openOn({ folders: [folder] });
    await createShop(page, `${origin}${folder}`);
    await addPerson(page, 'Mrs Khan');
    const link = strip(page).getByRole('link', { name: /their page$/ });
    const address = (await link.getAttribute('href')) ?? '';
    expect(address).toMatch(/^\/some\/path\/people\/[\w-]+$/);
    await waitUntilOffline(page);
    await goTo(page, 'My shop');
    expect(new URL(page.url()).pathname).toBe(`${folder}shop`);
    await page.reload();
    await page.getByRole('heading', { level: 1, name: 'Pell & Daughter' }).waitFor();
    expect(new URL(page.url()).href).toBe(`${origin}${folder}shop`);
    await page.getByRole('button', { name: /^About Regulars/ }).click();
    await page.getByText(/does not send all headers .*: content-security-policy, /).waitFor();
    await page.goto(`${origin}${address}`);
    await page.getByRole('heading', { level: 1, name: 'Mrs Khan' }).waitFor();
    expect(page.url()).toBe(`${origin}${address}`);
    await host?.stop();
    await page.reload();
    await page.getByRole('heading', { level: 1, name: 'Mrs Khan' }).waitFor();
    await page.goto(`${origin}${folder}`);
    await tile(page, 'Mrs Khan').waitFor();
    await goTo(page, 'This week');
    await page.goBack();
    await tile(page, 'Mrs Khan').waitFor();
    expect(complaints(findings)).toEqual([]);
  });

  it('keeps its policy by the page itself', async () => {
    const { page, origin } = await openOn({ folders: [folder] });
    await page.goto(`${origin}${folder}`);
    await page.waitForSelector('#app > *');
    const refused = await page.evaluate(() => {
      const attempts = [
        async () => navigator.serviceWorker.register('/some/path/assets/../other.js'),
        async () => navigator.serviceWorker.register('/sw.js'),
        async () => new Worker('https://example.com/worker.js'),
        async () => fetch('https://example.com/'),
        async () => document.body.insertAdjacentHTML('beforeend', '<b>markup</b>'),
      ];
      return Promise.all(
        attempts.map(async (attempt) => {
          try {
            await attempt();
            return 'let through';
          } catch (problem) {
            return problem instanceof TypeError ? 'refused' : String(problem);
          }
        }),
      );
    });
    expect(refused).toEqual(refused.map(() => 'refused'));
  });

  it('starts at the same address where the host shows its page for missing files', async () => {
    const { page, origin } = await openOn(
      { folders: [folder], showsNotFoundPage: true },
      { serviceWorkers: 'block' },
    );
    await createShop(page, `${origin}${folder}`);
    await page.goto(`${origin}${folder}shop/copy`);
    await page.getByRole('heading', { level: 1, name: /^Backup/ }).waitFor();
    expect(page.url()).toBe(`${origin}${folder}shop/copy`);
    // Nobody knows where the app lies but the host: one folder up after the other.
    await page.goto(`${origin}${folder}no/such/place`);
    await page.getByRole('heading', { level: 1, name: /nothing/i }).waitFor();
    expect(page.url()).toBe(`${origin}${folder}no/such/place`);
  });

  it('does not see the shop of another app on the same origin', async () => {
    const { page, origin } = await openOn({ folders: ['/', '/other/'] });
    await createShop(page, origin);
    await addPerson(page, 'Mrs Khan');
    await waitUntilOffline(page);
    await page.reload();
    await tile(page, 'Mrs Khan').waitFor();
    await createShop(page, `${origin}/other/`);
    await addPerson(page, 'Tom R.');
    await waitUntilOffline(page);
    await page.reload();
    await tile(page, 'Tom R.').waitFor();
    expect(await tiles(page).count()).toBe(1);
    await host?.stop();
    await page.goto(`${origin}/`);
    await tile(page, 'Mrs Khan').waitFor();
    expect(await tiles(page).count()).toBe(1);
    await page.goto(`${origin}/other/`);
    await tile(page, 'Tom R.').waitFor();
  });
});

describe('My shop, About', () => {
  it('says that a host sends all headers, and without a network that this cannot be checked', async () => {
    const app = await openApp({ serviceWorkers: 'allow' });
    ({ context } = app);
    const { page, address } = app;
    await createShop(page, address);
    await waitUntilOffline(page);
    await page.goto(`${address}/shop`);
    await page.getByRole('button', { name: /^About Regulars/ }).click();
    await page.getByText('it sends every header').waitFor();
    expect(await screenFaults(page, 'about')).toEqual([]);
    await app.stopServer();
    await page.reload();
    await page.getByRole('button', { name: /^About Regulars/ }).click();
    await page.getByText('cannot be checked now').waitFor();
    await app.serveAgain();
    await page.getByRole('button', { name: 'Try again' }).click();
    await page.getByText('it sends every header').waitFor();
    await app.stopServer();
  });
});

let host: PlainHost | null = null;
let context: BrowserContext | null = null;

afterEach(async () => {
  await context?.close();
  await host?.stop();
});

async function openOn(
  options: Parameters<typeof startPlainHost>[0],
  browser: Parameters<typeof openContext>[1] = {},
): Promise<{ readonly page: Page; readonly origin: string; readonly findings: Findings }> {
  host = await startPlainHost(options);
  const opened = await openContext(host.origin, {
    timezone: zoneByDay(),
    serviceWorkers: 'allow',
    ...browser,
  });
  context = opened.context;
  return { page: opened.page, origin: host.origin, findings: opened.findings };
}
