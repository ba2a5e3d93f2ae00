import fc from 'fast-check';
import { afterAll, beforeAll, expect, it } from 'vitest';
import type { Locator, Page } from 'playwright-core';
import { openApp, type AppPage } from '../support/browser/app-page.ts';
import { goTo, key, openSample, strip, tiles } from '../support/browser/shop-steps.ts';
import { runs } from '../support/values/runs.ts';

/** One for all lists: each looks at how often its own rows have acted so far. */
let app: AppPage;

beforeAll(async () => {
  app = await openApp({ reducedMotion: 'no-preference' });
  await openSample(app.page, app.address);
});
afterAll(async () => app.close());

/** A second, perhaps a third touch of the same place, so many ms after the one before. */
const touches = fc.record({
  clickCount: fc.integer({ min: 2, max: 3 }),
  delay: fc.integer({ min: 60, max: 400 }),
});

// At night, as often as its rows last: the week has ten of them for three lists.
it.each<readonly [string, (page: Page) => Promise<List>, number]>([
  ['Just now', justNow, 20],
  ['Today', today, 20],
  ['the suggestions', suggestions, 5],
  ['what is skipped', skips, 5],
  ['what is to do', toDo, 5],
  ['tiles that were found', found, 5],
])('one finger acts on one row however often it taps: %s', async (_list, open, atNight) => {
  const { page, address } = app;
  await page.goto(address);
  await tiles(page).first().waitFor();
  await fc.assert(
    fc.asyncProperty(touches, async (options) => {
      const { row, acts } = await open(page);
      const before = await acts();
      const [x, y] = await middleOf(row);
      await page.mouse.click(x, y, options);
      await expect.poll(async () => (await acts()) - before, { timeout: 10_000 }).toBe(1);
      await rested(page);
      expect((await acts()) - before).toBe(1);
    }),
    { numRuns: runs(2, atNight), seed: 13, endOnFailure: true },
  );
});

/** A key of a row whose row leaves or changes, and how often such a key has acted so far. */
interface List {
  readonly row: Locator;
  readonly acts: () => Promise<number>;
}

async function justNow(page: Page): Promise<List> {
  await logThree(page);
  return {
    row: page.getByRole('button', { name: /^Undo no name/ }).first(),
    acts: async () => undone(page.getByRole('complementary')),
  };
}

async function today(page: Page): Promise<List> {
  await page.keyboard.press('Escape');
  await logThree(page);
  await page.getByRole('button', { name: /today/ }).click();
  const sheet = page.getByRole('dialog');
  return {
    row: sheet.getByRole('button', { name: /^Undo no name/ }).first(),
    acts: async () => undone(sheet),
  };
}

async function suggestions(page: Page): Promise<List> {
  await goTo(page, 'This week');
  const rows = page.locator('[data-state="open"]');
  await rows.first().waitFor();
  return {
    row: rows.first().getByRole('button').first(),
    acts: async () => -(await rows.count()),
  };
}

async function skips(page: Page): Promise<List> {
  await goTo(page, 'This week');
  const rows = page.locator('[data-state="open"]');
  await rows.first().waitFor();
  return {
    row: rows.first().getByRole('button', { name: /Skip/ }),
    acts: async () => page.locator('[data-state="skipped"]').count(),
  };
}

async function toDo(page: Page): Promise<List> {
  await goTo(page, 'This week');
  const rows = page.locator('[data-place^="waiting-"]');
  if ((await rows.count()) < 2) {
    const open = page.locator('[data-state="open"]').first();
    const name = (await open.getByRole('heading').textContent()) ?? '';
    await open.getByRole('button').first().click();
    await rows.filter({ hasText: name }).waitFor();
  }
  return {
    row: rows
      .first()
      .getByRole('button', { name: /^(?:Handed over|Done): / })
      .first(),
    acts: async () => page.locator('[data-place^="given-"]').count(),
  };
}

async function found(page: Page): Promise<List> {
  const name = names.find((each) => !taken.has(each)) ?? 'Tom';
  taken.add(name);
  // A keyboard is listened to from a little after the first frame on.
  await expect
    .poll(
      async () => {
        await page.keyboard.press('Escape');
        await page.keyboard.type(name);
        return page.getByText(name, { exact: true }).isVisible();
      },
      { timeout: 10_000, interval: 300 },
    )
    .toBe(true);
  return {
    row: tiles(page).first(),
    acts: async () =>
      Number.parseInt((await page.getByText(/^\d+ today$/).textContent()) ?? '', 10),
  };
}

/** Who was tapped already would be opened, not logged; none of these has the first tile. */
const taken = new Set<string>();
const names = ['Tom', 'Umar', 'Win', 'Zof', 'Yara', 'Malik', 'Mei', 'Aoi'];

async function logThree(page: Page): Promise<void> {
  for (let visit = 0; visit < 3; visit += 1) {
    await key(page, 'No name').click();
    await strip(page).filter({ hasText: ', saved' }).waitFor();
  }
  const first = tiles(page).first();
  const name = (await first.locator('.customer-tile_name').textContent()) ?? '';
  await first.click();
  await strip(page).filter({ hasText: name }).waitFor();
}

async function undone(place: Locator): Promise<number> {
  return place.locator('.recent-visits_line-undone').count();
}

async function middleOf(row: Locator): Promise<readonly [number, number]> {
  // Scrolled to where a finger reaches it: Print stays in sight over the end of the list.
  await row.click({ trial: true });
  const box = await row.boundingBox();
  if (box === null) throw new Error('The row is not on the page');
  return [box.x + box.width / 2, box.y + box.height / 2];
}

async function later(page: Page, ms: number): Promise<void> {
  const until = (await page.evaluate(() => performance.now())) + ms;
  await page.waitForFunction((end) => performance.now() >= end, until);
}

/** Longer than a finger's shadow lies over what it touched. */
async function rested(page: Page): Promise<void> {
  await later(page, 600);
}
