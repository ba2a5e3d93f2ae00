import { rmSync } from 'node:fs';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { openApp, waitUntilOffline, type AppPage } from '../support/app-page.ts';
import { nextBuild } from '../support/next-build.ts';

describe('a newer version on the host', () => {
  let app: AppPage;
  let newer: string;
  beforeEach(async () => {
    app = await openApp();
    newer = nextBuild();
  });
  afterEach(async () => {
    await app.close();
    rmSync(newer, { recursive: true, force: true });
  });

  it('waits: the open page goes on undisturbed', async () => {
    await app.page.goto(app.address);
    await waitUntilOffline(app.page);
    await app.page.evaluate(() => document.body.setAttribute('data-still', 'the same page'));
    await app.serveAgain(newer);
    await app.page.evaluate(async () => (await navigator.serviceWorker.ready).update());
    await app.page.waitForFunction(
      async () => (await navigator.serviceWorker.ready).waiting?.state === 'installed',
    );
    expect(await app.page.getAttribute('body', 'data-still')).toBe('the same page');
    expect(await app.page.locator('meta[name=build]').count()).toBe(0);
  });
});
