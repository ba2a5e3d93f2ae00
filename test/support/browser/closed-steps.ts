// Ways to a shop that does not open, or an app that cannot go on.
import type { Page } from 'playwright-core';

/** The shop is taken by another tab while this one has it open. */
export async function takeOverInAnotherTab(
  page: Page,
  other: Page | undefined,
  address: string,
): Promise<void> {
  await other?.goto(address);
  await other?.evaluate(() => {
    const name = localStorage.getItem('regulars.shop') ?? '';
    localStorage.setItem('regulars.shop', 'regulars-other');
    localStorage.setItem('regulars.shop', name);
  });
  await other?.close();
  await page.getByRole('heading', { name: 'This shop is open somewhere else now' }).waitFor();
}

/** The tablet points to the shop called `name` from now on. */
export async function pointTo(page: Page, name: string | null): Promise<void> {
  await page.evaluate((shop) => {
    const own = localStorage.getItem('regulars.shop') ?? sessionStorage.getItem('own') ?? '';
    sessionStorage.setItem('own', sessionStorage.getItem('own') ?? own);
    if (shop === null) localStorage.removeItem('regulars.shop');
    else localStorage.setItem('regulars.shop', shop);
  }, name);
  await page.reload();
  await page.getByRole('heading', { level: 1 }).waitFor();
}

/** A shop that a newer version of the app has opened. */
export async function pointToNewer(page: Page): Promise<void> {
  await page.evaluate(
    async () =>
      new Promise((done) => {
        const request = indexedDB.open('regulars-newer', 90_000);
        request.addEventListener('success', () => {
          request.result.close();
          done(null);
        });
      }),
  );
  await pointTo(page, 'regulars-newer');
}

/** A mistake of the app's own, with a whole shop under it. */
export async function rejectUnhandled(page: Page): Promise<void> {
  await page.evaluate(() => {
    const reason = new Error('planted');
    const promise = Promise.resolve();
    dispatchEvent(new PromiseRejectionEvent('unhandledrejection', { promise, reason }));
  });
  await page.getByRole('heading', { name: 'The app has a problem' }).waitFor();
}

/**
 * Settings with a clock that no tablet knows: no row of ours, so the shop is closed and its backups
 * are offered.
 */
export async function corruptZone(page: Page): Promise<void> {
  const own = await page.evaluate(async () => {
    const name = sessionStorage.getItem('own') ?? '';
    const db = await new Promise<IDBDatabase>((done) => {
      const request = indexedDB.open(name);
      request.addEventListener('success', () => done(request.result));
    });
    const settings = db.transaction('settings', 'readwrite').objectStore('settings');
    await new Promise((done) => {
      const read = settings.get('settings');
      read.addEventListener('success', () => {
        settings.put({ ...read.result, zone: 'Nowhere/Nowhere' });
        done(null);
      });
    });
    db.close();
    return name;
  });
  await pointTo(page, own);
  await page.getByRole('heading', { name: 'The tablet’s storage cannot be opened' }).waitFor();
}
