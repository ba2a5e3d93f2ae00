import { cpSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { makeKillSwitch } from '../../scripts/kill-switch.ts';
import { builtApp } from '../../scripts/serve.ts';
import { openApp, waitUntilOffline, zoneByDay, type AppPage } from '../support/browser/app-page.ts';
import { nextBuild } from '../support/browser/next-build.ts';
import { addPerson, createShop, goTo, tile } from '../support/browser/shop-steps.ts';

describe('a newer version on the host', () => {
  let app: AppPage;
  let newer: string;
  beforeEach(async () => {
    app = await openApp({ timezone: zoneByDay(), serviceWorkers: 'allow' });
    newer = nextBuild();
  });
  afterEach(async () => {
    await app.close();
    rmSync(newer, { recursive: true, force: true });
  });

  it('waits: the open page goes on undisturbed', async () => {
    await app.page.goto(app.address);
    await waitUntilOffline(app.page);
    await app.page.reload();
    await app.page.evaluate(() => document.body.setAttribute('data-still', 'the same page'));
    await app.serveAgain(newer);
    await app.page.evaluate(async () => (await navigator.serviceWorker.ready).update());
    const waits = async () => (await navigator.serviceWorker.ready).waiting?.state;
    await expect.poll(() => app.page.evaluate(waits), { timeout: 10_000 }).toBe('installed');
    expect(await app.page.getAttribute('body', 'data-still')).toBe('the same page');
    expect(await app.page.locator('meta[name=build]').count()).toBe(0);
  });

  it('is taken by all tabs together, and only when somebody says so', async () => {
    const { page } = app;
    await createShop(page, app.address);
    await waitUntilOffline(page);
    const other = await app.context.newPage();
    await other.goto(app.address);
    await other.getByRole('navigation', { name: 'Places' }).waitFor();
    await page.reload();
    await app.serveAgain(newer);
    await page.evaluate(async () => (await navigator.serviceWorker.ready).update());
    await page.getByText('A new version is ready.').waitFor();
    expect(await page.locator('meta[name=build]').count()).toBe(0);
    await workerIsIdle(page);
    await page.getByRole('button', { name: 'Use it now' }).first().click();
    await page.locator('meta[name=build]').waitFor({ state: 'attached' });
    await other.locator('meta[name=build]').waitFor({ state: 'attached' });
  });
});

describe('a first opening during which the line was cut', () => {
  it('is made good when the line is back: the app is kept without opening it again', async () => {
    const halfway = nextBuild();
    change(
      join(halfway, 'sw.js'),
      '{url:"index.html"',
      '{url:"assets/late.js",revision:null},{url:"index.html"',
    );
    const app = await openApp({
      root: halfway,
      timezone: zoneByDay(),
      serviceWorkers: 'allow',
    });
    const { page } = app;
    await createShop(page, app.address);
    await addPerson(page, 'Mrs Khan');
    await page.waitForFunction(workerIsGone);
    await app.serveAgain(builtApp);
    await page.evaluate(() => dispatchEvent(new Event('online')));
    await waitUntilOffline(page);
    await app.stopServer();
    await page.reload();
    await tile(page, 'Mrs Khan').waitFor();
    await app.close();
    rmSync(halfway, { recursive: true, force: true });
  });
});

describe('a deploy that went wrong', () => {
  let app: AppPage;
  let folder: string;
  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'regulars-deploy-'));
  });
  afterEach(async () => {
    await app.close();
    rmSync(folder, { recursive: true, force: true });
  });

  it('half-way changes nothing: the old app runs on, also without the network', async () => {
    app = await openApp({ timezone: zoneByDay(), serviceWorkers: 'allow' });
    const { page } = app;
    await createShop(page, app.address);
    await waitUntilOffline(page);
    const halfway = nextBuild();
    change(
      join(halfway, 'sw.js'),
      '{url:"index.html"',
      '{url:"assets/late.js",revision:null},{url:"index.html"',
    );
    await app.serveAgain(halfway);
    expect(await page.evaluate(endOfUpdate)).toBe('redundant');
    await app.stopServer();
    await page.reload();
    await page.getByRole('navigation', { name: 'Places' }).waitFor();
    expect(await page.locator('meta[name=build]').count()).toBe(0);
    rmSync(halfway, { recursive: true, force: true });
  });

  it('is taken out of the field by the last worker, and the good one after it finds all data', async () => {
    app = await openApp({ timezone: zoneByDay(), serviceWorkers: 'allow' });
    const { page } = app;
    await createShop(page, app.address);
    await addPerson(page, 'Mrs Khan');
    await waitUntilOffline(page);
    const bad = nextBuild();
    change(join(bad, 'index.html'), /<script[^>]*type="module"[^>]*><\/script>/, '');
    // A page that is under no worker yet would let the newer one begin at once.
    await page.reload();
    await tile(page, 'Mrs Khan').waitFor();
    await app.serveAgain(bad);
    await page.evaluate(async () => (await navigator.serviceWorker.ready).update());
    const waits = async () => (await navigator.serviceWorker.ready).waiting?.state;
    await expect.poll(() => page.evaluate(waits), { timeout: 10_000 }).toBe('installed');
    // From then on the page hears when another one takes over.
    await page.getByText('A new version is ready.').waitFor({ timeout: 20_000 });
    await workerIsIdle(page);
    // The page goes away under it.
    const turned = () => page.evaluate(takeWaiting).catch(String);
    await expect
      .poll(turned, { interval: 500, timeout: 20_000 })
      .toEqual({ builds: 1, active: 'activated', isUnderActive: true, says: '' });
    expect(await page.locator('#app *').count()).toBe(0);

    makeKillSwitch(folder);
    await app.serveAgain(folder);
    await page.goto(app.address);
    await tile(page, 'Mrs Khan').waitFor({ timeout: 20_000 });
    // It empties the caches, then leaves: a good one that came before would be gone with it.
    const left = () => page.evaluate(whatIsKept).catch(String);
    await expect.poll(left, { timeout: 20_000 }).toEqual({ caches: [], workers: 0 });

    await app.serveAgain(builtApp);
    await page.reload();
    await tile(page, 'Mrs Khan').waitFor();
    await waitUntilOffline(page);
    await app.stopServer();
    await page.reload();
    await tile(page, 'Mrs Khan').waitFor();
    rmSync(bad, { recursive: true, force: true });
  });

  it('that threw a part of the open page away costs one reload, not an endless row of them', async () => {
    app = await openApp({ timezone: zoneByDay() });
    const { page } = app;
    await createShop(page, app.address);
    cpSync(builtApp, folder, { recursive: true });
    for (const name of readdirSync(join(folder, 'assets')))
      if (/^(my-shop|owner-router)-.*\.js$/.test(name)) rmSync(join(folder, 'assets', name));
    await app.serveAgain(folder);
    let loads = 0;
    page.on('load', () => {
      loads += 1;
    });
    // The page may reload itself before this one is loaded.
    await page.goto(`${app.address}/shop`, { waitUntil: 'commit' });
    // What stands there before the reload goes away under the finger.
    await page.waitForFunction(() => {
      const reloadedAt = Number(sessionStorage.getItem('regulars.reloaded-at') ?? Infinity);
      return performance.timeOrigin > reloadedAt;
    });
    const title = page.getByRole('heading', { name: /^A part of the app is not here/ });
    await title.waitFor({ timeout: 20_000 });
    expect(loads).toBeLessThanOrEqual(2);
    await app.serveAgain(builtApp);
    await page.getByRole('button', { name: 'Try again' }).click();
    await goTo(page, 'My shop');
  });
});

function change(path: string, what: string | RegExp, by: string): void {
  const before = readFileSync(path, 'utf8');
  const after = before.replace(what, by);
  if (after === before) throw new Error(`nothing to replace in ${path}`);
  writeFileSync(path, after);
}

/**
 * Chromium lets a worker go once it is idle: one that is asked for parts of the app just when
 * another is to take over may keep its place for half a minute.
 */
async function workerIsIdle(page: Page): Promise<void> {
  await page.waitForLoadState('networkidle');
}

/** Runs in the page: whether a worker was registered, and could not be installed. */
async function workerIsGone(): Promise<boolean> {
  const registration = await navigator.serviceWorker.getRegistration();
  if (registration !== undefined) sessionStorage.setItem('worker', 'seen');
  return registration === undefined && sessionStorage.getItem('worker') === 'seen';
}

/** Runs in the page: what became of the newer worker. */
async function endOfUpdate(): Promise<string> {
  const registration = await navigator.serviceWorker.ready;
  const end = new Promise<string>((resolve) => {
    const follow = (): void => {
      const { installing } = registration;
      installing?.addEventListener('statechange', () => {
        if (installing.state !== 'activating') resolve(installing.state);
      });
    };
    registration.addEventListener('updatefound', follow);
    // The app's own check, on which the one below then waits, may have found it already.
    follow();
  });
  await registration.update();
  return end;
}

/** Runs in the page: the caches, and how many workers are registered. */
async function whatIsKept(): Promise<Readonly<Record<string, unknown>>> {
  const { length: workers } = await navigator.serviceWorker.getRegistrations();
  return { caches: await caches.keys(), workers };
}

/** Runs in the page: tells the waiting worker to take over, and says how things stand. */
async function takeWaiting(): Promise<Readonly<Record<string, unknown>>> {
  const { serviceWorker } = navigator;
  const { active, waiting } = (await serviceWorker.getRegistration()) ?? {};
  // oxlint-disable-next-line unicorn/require-post-message-target-origin -- a worker, not a window
  waiting?.postMessage({ type: 'SKIP_WAITING' });
  return {
    builds: document.querySelectorAll('meta[name=build]').length,
    active: active?.state,
    waiting: waiting?.state,
    isUnderActive: serviceWorker.controller === active,
    says: document.body.innerText.slice(0, 300),
  };
}
