import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { BrowserContext, Page } from 'playwright-core';
import { afterEach, describe, expect, it } from 'vitest';
import { builtApp } from '../../scripts/serve.ts';
import { complaints, openContext, zoneByDay, type Findings } from '../support/browser/app-page.ts';
import { startPlainHost, type PlainHost } from '../support/browser/plain-host.ts';
import {
  addPerson,
  createShop,
  goTo,
  openSample,
  saved,
  strip,
  tiles,
  typeThePhrase,
} from '../support/browser/shop-steps.ts';

/** What is switched off in a page before its own scripts run. */
const switchedOff = {
  'trusted types': () => undefined,
  'folders and files to write into': () => {
    Reflect.deleteProperty(globalThis, 'showDirectoryPicker');
    Reflect.deleteProperty(FileSystemFileHandle.prototype, 'createWritable');
  },
  'files of the browser’s own': () => {
    Reflect.deleteProperty(StorageManager.prototype, 'getDirectory');
  },
  'a screen that stays awake': () => {
    Reflect.deleteProperty(Navigator.prototype, 'wakeLock');
  },
  sharing: () => {
    Reflect.deleteProperty(Navigator.prototype, 'share');
    Reflect.deleteProperty(Navigator.prototype, 'canShare');
  },
  locks: () => {
    Reflect.deleteProperty(Navigator.prototype, 'locks');
  },
  'what the browser says of its storage': () => {
    for (const name of ['estimate', 'persist', 'persisted'])
      Reflect.deleteProperty(StorageManager.prototype, name);
    Reflect.deleteProperty(IDBFactory.prototype, 'databases');
  },
  'idle moments': () => {
    Reflect.deleteProperty(globalThis, 'requestIdleCallback');
    Reflect.deleteProperty(globalThis, 'cancelIdleCallback');
  },
  'the array methods of 2023': () => {
    for (const name of ['toSorted', 'toReversed', 'toSpliced', 'with']) {
      Reflect.deleteProperty(Array.prototype, name);
      Reflect.deleteProperty(Object.getPrototypeOf(Int8Array.prototype), name);
    }
  },
} as const;

type Feature = keyof typeof switchedOff;
const allFeatures = Object.keys(switchedOff).filter((name): name is Feature => name in switchedOff);

describe('in a browser without', () => {
  it.each(allFeatures)('%s a visit is logged, and a backup leaves the tablet', async (feature) => {
    const { page, origin, findings } = await openWithout([feature]);
    await logAndBackUp(page, origin);
    expect(complaints(findings)).toEqual([]);
  });

  it('all of that together the day goes on, after a reload too', async () => {
    const { page, origin, findings } = await openWithout(allFeatures);
    await logAndBackUp(page, origin);
    expect(await page.getByRole('button', { name: 'Share', exact: true }).count()).toBe(0);
    expect(await page.getByRole('button', { name: 'Choose a folder' }).count()).toBe(0);
    await page.goto(origin);
    await tiles(page).filter({ hasText: 'Mrs Khan' }).waitFor();
    expect(complaints(findings)).toEqual([]);
  });

  it('downloads, sharing and a clipboard the backup leaves as text, and comes back', async () => {
    const { page, origin, findings } = await openWithout(['sharing']);
    await page.addInitScript(() => {
      Reflect.deleteProperty(Navigator.prototype, 'clipboard');
      HTMLAnchorElement.prototype.click = () => undefined;
    });
    await createShop(page, origin);
    await addPerson(page, 'Mrs Khan');
    await goTo(page, 'My shop');
    await page.getByRole('link', { name: 'Save a backup' }).click();
    await typeThePhrase(page);
    await page.getByRole('button', { name: /^No file comes/ }).click();
    const text = await page.getByLabel('The backup as text').inputValue();
    expect(text).toMatch(/^-----BEGIN AGE ENCRYPTED FILE-----\n/);
    await goTo(page, 'Counter');
    await addPerson(page, 'Not in the backup');
    await goTo(page, 'My shop');
    await page.getByRole('link', { name: 'Save a backup' }).click();
    await page.getByRole('button', { name: 'Paste a backup that was taken as text' }).click();
    await page.getByLabel('The text of the backup').fill(`To myself\n\n${text}`);
    await page.getByRole('button', { name: 'Open this backup' }).click();
    await page.getByRole('button', { name: 'Restore this backup' }).click();
    await page.getByText(/Restore the shop as it was/).waitFor();
    await goTo(page, 'Counter');
    await tiles(page).filter({ hasText: 'Mrs Khan' }).waitFor();
    expect(await tiles(page).filter({ hasText: 'Not in the backup' }).count()).toBe(0);
    expect(complaints(findings)).toEqual([]);
  });

  it('all of that together the week has its suggestions', async () => {
    const { page, origin, findings } = await openWithout(allFeatures);
    await openSample(page, origin);
    const first = tiles(page).first();
    const name = (await first.locator('.customer-tile_name').textContent()) ?? '';
    await first.click();
    await saved(page, name);
    await strip(page).waitFor();
    await goTo(page, 'This week');
    await page.getByRole('heading', { level: 2 }).first().waitFor();
    await page.getByRole('button', { name: /^Yes/ }).first().waitFor({ timeout: 30_000 });
    expect(complaints(findings)).toEqual([]);
  });
});

async function logAndBackUp(page: Page, origin: string): Promise<void> {
  await createShop(page, origin);
  await addPerson(page, 'Mrs Khan');
  await goTo(page, 'My shop');
  await page.getByRole('link', { name: 'Save a backup' }).click();
  await typeThePhrase(page);
  await page.getByText(/^Ready and checked/).waitFor();
  const download = page.waitForEvent('download');
  await page.getByRole('button', { name: 'Save to this tablet' }).click();
  const file = readFileSync(await (await download).path(), 'latin1');
  expect(file.slice(0, 21)).toBe('age-encryption.org/v1');
}

let host: PlainHost | null = null;
let context: BrowserContext | null = null;
afterEach(async () => {
  await context?.close();
  await host?.stop();
});

/** The app on a host without headers, whose page asks for no trusted types where there are none. */
async function openWithout(
  features: readonly Feature[],
): Promise<{ readonly page: Page; readonly origin: string; readonly findings: Findings }> {
  host = await startPlainHost({ folders: ['/'] });
  const { origin } = host;
  const opened = await openContext(origin, { timezone: zoneByDay() });
  ({ context } = opened);
  for (const feature of features) await opened.page.addInitScript(switchedOff[feature]);
  if (features.includes('trusted types')) await withoutTrustedTypes(opened.page, origin);
  return { page: opened.page, origin, findings: opened.findings };
}

async function withoutTrustedTypes(page: Page, origin: string): Promise<void> {
  await page.addInitScript(() => {
    Object.defineProperty(globalThis, 'trustedTypes', { value: undefined });
  });
  const html = readFileSync(join(builtApp, 'index.html'), 'utf8');
  const without = html.replace(/; require-trusted-types-for 'script'; trusted-types default/, '');
  expect(without).not.toBe(html);
  await page.route(`${origin}/`, (route) =>
    route.fulfill({ contentType: 'text/html', body: without }),
  );
}
