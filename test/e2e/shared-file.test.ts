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
  await share(['Name,Phone', 'Mrs Khan,07700 900461'].join('\n'), 'my people.csv');
  await page.goto(`${address}/shop/bring-in`);
  await page.getByText('Step 2 of 4', { exact: false }).waitFor();
  expect(await sharedCaches()).toEqual([]);
  await key(page, 'Continue').click();
  await key(page, 'Import now').click();
  await page.getByRole('heading', { name: 'Imported' }).waitFor();
});

it('is dropped when nobody came for it within ten minutes', async () => {
  const { page, address } = app;
  await share('Name\nTom R.', 'people.csv');
  await app.page.evaluate(async () => {
    for (const name of await caches.keys()) {
      const cache = await caches.open(name);
      const kept = await cache.match('/shared-file');
      if (kept === undefined) continue;
      const headers = { 'x-file-name': 'people.csv', 'x-shared-at': String(Date.now() - 700_000) };
      await cache.put('/shared-file', new Response(await kept.blob(), { headers }));
    }
  });
  expect(await sharedCaches()).toHaveLength(1);
  await page.goto(address);
  await expect.poll(sharedCaches, { timeout: 30_000 }).toEqual([]);
  await page.goto(`${address}/shop/bring-in`);
  await page.getByText('Choose a file').first().waitFor();
});

/** What the system does when a file is shared, but for following where it leads. */
async function share(text: string, name: string): Promise<void> {
  const kind = await app.page.evaluate(
    async ([content, fileName]) => {
      const form = new FormData();
      form.set('file', new File([content], fileName, { type: 'text/csv' }));
      const post = { method: 'POST', body: form, redirect: 'manual' } as const;
      return (await fetch(new URL('/shared', location.origin), post)).type;
    },
    [text, name] as const,
  );
  expect(kind).toBe('opaqueredirect');
}

async function sharedCaches(): Promise<readonly string[]> {
  return app.page.evaluate(async () =>
    (await caches.keys()).filter((name) => name.startsWith('shared-')),
  );
}
