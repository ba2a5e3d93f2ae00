// A list shared from another app, as the system hands it over: the service worker takes it, and the
// import wizard opens with it, also without a network. Nothing of it is kept afterwards.
import { afterAll, beforeAll, expect, it } from 'vitest';
import {
  complaints,
  openApp,
  waitUntilOffline,
  type AppPage,
} from '../support/browser/app-page.ts';
import { createShop, key } from '../support/browser/shop-steps.ts';

let app: AppPage;

beforeAll(async () => {
  app = await openApp({ serviceWorkers: 'allow' });
  await createShop(app.page, app.address);
  await waitUntilOffline(app.page);
  await app.page.reload();
});

afterAll(async () => {
  expect(complaints(app.findings)).toEqual([]);
  await app.close();
});

it('is offered to other apps for contact cards, CSV and Excel', async () => {
  const { page } = app;
  const target = await page.evaluate(async () => {
    const link = document.querySelector<HTMLLinkElement>('link[rel=manifest]');
    const manifest: unknown = await (await fetch(link?.href ?? '')).json();
    return JSON.stringify(manifest);
  });
  expect(JSON.parse(target)).toMatchObject({
    share_target: { action: './shared', method: 'POST', enctype: 'multipart/form-data' },
  });
  for (const kind of ['text/vcard', '.csv', '.xlsx']) expect(target).toContain(`"${kind}"`);
});

it('opens the import with the shared list, without a network too, and keeps nothing of it', async () => {
  const { page, address } = app;
  await app.stopServer();
  expect(await share(['Name,Phone', 'Mrs Khan,07700 900461'].join('\n'), 'my people.csv')).toBe(
    `${address}/shop/bring-in?shared`,
  );
  await page.goto(`${address}/shop/bring-in?shared`);
  await page.getByText('my people.csv').first().waitFor();
  expect(await sharedCaches()).toEqual([]);
  await key(page, 'Continue').click();
  await key(page, 'Import now').click();
  await page.getByRole('heading', { name: 'Imported' }).waitFor();
});

it('is dropped when nobody came for it', async () => {
  const { page, address } = app;
  await share('Name\nTom R.', 'people.csv');
  expect(await sharedCaches()).toHaveLength(1);
  await page.goto(address);
  await expect.poll(sharedCaches).toEqual([]);
  await page.goto(`${address}/shop/bring-in?shared`);
  await page.getByText('Choose a file').first().waitFor();
});

/** What the system does when a file is shared; gives where it leads. */
async function share(text: string, name: string): Promise<string> {
  return app.page.evaluate(
    async ([content, fileName]) => {
      const form = new FormData();
      form.set('file', new File([content], fileName, { type: 'text/csv' }));
      const answer = await fetch(new URL('/shared', location.origin), {
        method: 'POST',
        body: form,
      });
      return answer.url;
    },
    [text, name] as const,
  );
}

async function sharedCaches(): Promise<readonly string[]> {
  return app.page.evaluate(async () =>
    (await caches.keys()).filter((name) => name.startsWith('shared-')),
  );
}
