import type { Page } from 'playwright-core';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import {
  complaints,
  openApp,
  waitUntilOffline,
  type AppPage,
} from '../support/browser/app-page.ts';
import { screenFaults } from '../support/browser/screen-faults.ts';
import { addPerson, createShop, key, strip } from '../support/browser/shop-steps.ts';

describe('the shop without a network', () => {
  let app: AppPage;
  beforeEach(async () => {
    app = await openApp({ serviceWorkers: 'allow' });
  });
  afterEach(async () => {
    await app.close();
  });

  it('opens again after the server is gone, on every kind of address', async () => {
    await app.page.goto(app.address);
    await waitUntilOffline(app.page);
    await app.stopServer();
    for (const path of ['/', '/?s=app', '/index.html', '/people', '/somewhere/inside']) {
      await app.page.goto(`${app.address}${path}`);
      await app.page.waitForSelector('#app > *');
    }
    expect(complaints(app.findings)).toEqual([]);
  });

  it('opens the page and the card of a person again', async () => {
    const { page, address } = app;
    await createShop(page, address);
    await addPerson(page, 'Mrs Khan');
    const link = strip(page).getByRole('link', { name: /their page$/ });
    const path = (await link.getAttribute('href')) ?? '';
    await waitUntilOffline(page);
    await app.stopServer();
    for (const place of [path, `${path}/edit`]) {
      await page.goto(`${address}${place}`);
      await page.getByRole('heading', { level: 1, name: 'Mrs Khan' }).waitFor();
    }
    expect(complaints(app.findings)).toEqual([]);
  });

  it('says which part cannot be fetched while nothing serves it, stays on the page, and has it with the next try', async () => {
    await app.close();
    app = await openApp();
    const { page, address } = app;
    await createShop(page, address);
    await waitUntilFetched(page);
    await app.stopServer();
    await page.getByRole('link', { name: /^People/ }).click();
    await page.getByRole('heading', { name: 'A part of the app is not here yet' }).waitFor();
    expect(await screenFaults(page, 'a part that is missing')).toEqual([]);
    await key(page, 'Try again').click();
    await page.getByText('There is no answer yet.').waitFor();
    await app.serveAgain();
    await key(page, 'Try again').click();
    await page.getByRole('heading', { level: 1, name: 'People' }).waitFor();
  });

  it('refuses every script that is not its own', async () => {
    await app.page.goto(app.address);
    const refused = await app.page.evaluate(() => {
      const attempts = [
        async () => navigator.serviceWorker.register('/other.js'),
        async () => new Worker('https://example.com/worker.js'),
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
    expect(refused).toEqual(['refused', 'refused', 'refused']);
  });
});

describe('the server', () => {
  let app: AppPage;
  beforeEach(async () => {
    app = await openApp();
  });
  afterEach(async () => {
    await app.close();
  });

  it('sends the safety headers with every answer, the mistakes included', async () => {
    for (const path of [
      '/',
      '/sw.js',
      '/manifest.webmanifest',
      '/assets/nothing.js',
      '/%00',
      '/a/b',
    ]) {
      const answer = await fetch(`${app.address}${path}`);
      const policy = answer.headers.get('content-security-policy') ?? '';
      expect(policy, path).toContain("require-trusted-types-for 'script'");
      expect(answer.headers.get('x-content-type-options'), path).toBe('nosniff');
      expect(answer.headers.get('referrer-policy'), path).toBe('no-referrer');
    }
  });

  it('lets the browser keep built files for ever and asks anew for all others', async () => {
    const page = await fetch(`${app.address}/index.html`);
    expect(page.headers.get('cache-control')).toBe('no-cache');
    const script = /src="\.(\/assets\/[^"]+\.js)"/.exec(await page.text())?.[1];
    const asset = await fetch(`${app.address}${script}`);
    expect(asset.headers.get('cache-control')).toContain('immutable');
    const worker = await fetch(`${app.address}/sw.js`);
    expect(worker.headers.get('cache-control')).toBe('no-cache');
  });
});

// The Counter fetches some of its parts only when it has time: all are here once nothing was
// fetched for three seconds.
async function waitUntilFetched(page: Page): Promise<void> {
  await page.waitForFunction(() => {
    const ends = performance
      .getEntriesByType('resource')
      .map((entry) => entry.startTime + entry.duration);
    return performance.now() - Math.max(0, ...ends) > 3000;
  });
}
