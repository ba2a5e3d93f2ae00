// A long list of people, on the screen and on the way to paper.
import { afterAll, afterEach, describe, expect, it } from 'vitest';
import { complaints, openApp, type AppPage } from '../support/browser/app-page.ts';
import { createShop, importList, key, openSample } from '../support/browser/shop-steps.ts';

let app: AppPage | null = null;

/** The sample shop, in which nothing is changed. */
let sample: AppPage | null = null;

afterEach(async () => {
  for (const each of [app, sample])
    if (each !== null) expect(complaints(each.findings)).toEqual([]);
  await app?.close();
  app = null;
});
afterAll(async () => sample?.close());

describe('people from A to Z', () => {
  it('draws few of three thousand at a time, and is at any letter with one tap', async () => {
    app = await openApp({ reducedMotion: 'no-preference' });
    const { page } = app;
    await createShop(page, app.address);
    const letters = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ';
    const names = Array.from(
      { length: 3_000 },
      (_, place) => `${letters[place % 26] ?? ''}${letters[(place >> 5) % 26] ?? ''} ${place}`,
    );
    await page.goto(`${app.address}/shop/bring-in`);
    await importList(page, { name: 'people.csv', text: ['Name', ...names].join('\n') });
    await page.goto(`${app.address}/people/list/all`);
    await page.getByText('3,000 people').waitFor();
    const lines = page.locator('.customer-line');
    await lines.first().waitFor();
    await key(page, 'Q').click();
    const first = page.getByRole('link', { name: /^QA / }).first();
    await first.waitFor();
    await expect
      .poll(async () => (await first.boundingBox())?.y ?? 9_999)
      .toBeLessThan(page.viewportSize()?.height ?? 0);
    expect(await lines.count()).toBeLessThan(300);
  });

  it.each([
    [1280, 800],
    [390, 844],
  ])('shows the way to paper before anybody scrolls: %i × %i', async (width, height) => {
    sample ??= await openedSample();
    const { page, address } = sample;
    await page.setViewportSize({ width, height });
    await page.goto(`${address}/people/list/regular`);
    for (const name of ['Print this list', 'Labels for these']) {
      const box = await page.getByRole('link', { name }).boundingBox();
      expect((box?.y ?? height) + (box?.height ?? 0)).toBeLessThanOrEqual(height);
    }
    await page.getByRole('link', { name: 'Print this list' }).click();
    await page.getByRole('region', { name: 'Preview' }).getByText('Regular').first().waitFor();
    const print = await key(page, 'Print').boundingBox();
    expect((print?.y ?? height) + (print?.height ?? 0)).toBeLessThanOrEqual(height);
  });
});

async function openedSample(): Promise<AppPage> {
  const opened = await openApp({ reducedMotion: 'no-preference' });
  await openSample(opened.page, opened.address);
  return opened;
}
