import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openApp, type AppPage } from '../support/browser/app-page.ts';
import { axeFaults } from '../support/browser/axe.ts';
import { pagesOf } from '../support/browser/pdf.ts';

describe('the browser that the tests found', () => {
  let app: AppPage;
  beforeAll(async () => {
    app = await openApp();
    await app.page.goto(app.address);
    await app.page.waitForSelector('#app > *');
  });
  afterAll(async () => {
    await app.close();
  });

  it('keeps a database of its own', async () => {
    const kept = await app.page.evaluate(
      () =>
        new Promise<boolean>((resolve, reject) => {
          const request = indexedDB.open('probe');
          request.onsuccess = () => {
            request.result.close();
            indexedDB.deleteDatabase('probe');
            resolve(true);
          };
          request.onerror = () => reject(request.error ?? new Error('not opened'));
        }),
    );
    expect(kept).toBe(true);
  });

  it('prints on A4, and the sheet can be read back', async () => {
    const [page] = await pagesOf(await app.page.pdf({ format: 'A4' }));
    expect(page?.widthMm).toBeCloseTo(210, 0);
    expect(page?.heightMm).toBeCloseTo(297, 0);
  });

  it('lets the accessibility rules look at the page', async () => {
    expect(await axeFaults(app.page)).toEqual([]);
  });
});
