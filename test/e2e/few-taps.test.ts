// How many taps a day's work takes, with everything that is tapped in sight before anybody scrolls.
import { afterAll, afterEach, describe, expect, it } from 'vitest';
import type { Locator, Page } from 'playwright-core';
import { complaints, openApp, type AppPage } from '../support/browser/app-page.ts';
import {
  followTo,
  goTo,
  key,
  openSample,
  saved,
  strip,
  tile,
  tiles,
} from '../support/browser/shop-steps.ts';

const sizes = [
  [1280, 800],
  [390, 844],
] as const;

/** One shop for each size: those who are logged in it by one test are in no other. */
let app: AppPage | null = null;

afterEach(() => {
  if (app !== null) expect(complaints(app.findings)).toEqual([]);
});

describe.each(sizes)('on %i × %i', (width, height) => {
  afterAll(async () => {
    await app?.close();
    app = null;
  });

  it('a visit takes one tap, and each thing noted with it one more', async () => {
    const page = await sample(width, height);
    const first = new Finger(page);
    await first.tap(tile(page, 'Mrs Khan'));
    await saved(page, 'Mrs Khan');
    expect(first.taps).toBe(1);
    await first.tap(strip(page).getByRole('button').filter({ hasText: 'usual' }));
    await first.tap(page.getByRole('button', { name: 'Shared us online' }));
    await first.tap(strip(page).getByRole('button', { name: 'Undo', exact: true }));
    await page.getByText('This visit no longer counts.').waitFor();
    expect(first.taps).toBe(4);
    const other = new Finger(page);
    await other.tap(tile(page, 'Quentin Quigley'));
    await saved(page, 'Quentin Quigley');
    await other.tap(
      strip(page)
        .getByRole('button')
        .filter({ hasText: /other|amount/ }),
    );
    for (const digit of '1840') await other.tap(key(page, digit));
    const noted = page.getByText('£18.40', { exact: true }).filter({ visible: true });
    await noted.first().waitFor();
    expect(other.taps).toBe(6);
  });

  it('somebody without a tile takes two letters and a tap, somebody new a name and two taps', async () => {
    const page = await sample(width, height);
    const known = new Finger(page);
    // A phone has room for the tiles or for the letters.
    if (width < 700) await known.tap(key(page, 'Find'));
    for (const letter of 'PA') await known.tap(key(page, letter));
    await known.tap(tile(page, 'Dr Papadakis'));
    await saved(page, 'Dr Papadakis');
    expect(known.taps).toBe(width < 700 ? 4 : 3);
    const unknown = new Finger(page);
    await unknown.tap(key(page, 'New'));
    await page.keyboard.type('Zoe');
    await unknown.tap(key(page, 'Add'));
    await saved(page, 'Zoe');
    expect(unknown.taps).toBe(2);
  });

  it('the week is decided in ten taps, and list, cards and labels printed in six', async () => {
    const page = await sample(width, height);
    const finger = new Finger(page);
    const open = page.locator('li[data-state="open"]');
    await addressSomebody(page, open);
    const people = await open.count();
    expect(people).toBeGreaterThanOrEqual(7);
    for (let left = people; left > 0; left -= 1) {
      await finger.tap(open.first().getByRole('button', { name: /^Yes/ }));
      await expect.poll(() => open.count()).toBe(left - 1);
    }
    expect(finger.taps).toBeLessThanOrEqual(10);
    const paper = await printAll(page);
    expect(paper.taps).toBeLessThanOrEqual(6);
    expect(paper.asked).toBe(3);
  });
});

/** In the sample shop nobody has an address, and without one there is no label. */
async function addressSomebody(page: Page, open: Locator): Promise<void> {
  await goTo(page, 'This week');
  const person = open.filter({ has: page.getByRole('button', { name: /^Yes, a card/ }) });
  const href = (await person.first().getByRole('link').first().getAttribute('href')) ?? '';
  await followTo(page, `${href}/edit`);
  await page.getByLabel('Address').first().fill('4 Mill Lane\nHexham');
  await key(page, 'Save').first().click();
  await page.getByRole('heading', { name: 'The story so far' }).waitFor();
  await goTo(page, 'This week');
  await open.first().waitFor();
}

/** Prints all three things there are; how many taps it took, and how often the system was asked. */
async function printAll(page: Page): Promise<{ readonly taps: number; readonly asked: number }> {
  const finger = new Finger(page);
  const print = key(page, 'Print');
  await finger.tap(page.getByRole('link', { name: 'Print the week' }));
  await finger.tap(print);
  for (const thing of ['Cards', 'Labels']) {
    await finger.tap(key(page, thing));
    await finger.tap(print);
  }
  const asked = await page.evaluate(() => Number(Reflect.get(globalThis, 'printed') ?? 0));
  return { taps: finger.taps, asked };
}

/** A finger that reaches what is on the glass and covered by nothing; it cannot scroll. */
class Finger {
  taps = 0;
  readonly #page: Page;

  constructor(page: Page) {
    this.#page = page;
  }

  /** Waits for what still slides, or is dead for a moment after the tap before. */
  async tap(target: Locator): Promise<void> {
    await target.first().waitFor();
    const out = 'out of a finger’s reach';
    const tapped = this.#page.mouse;
    let point: Awaited<ReturnType<typeof reach>> = null;
    await expect.poll(async () => (point = await reach(target.first())) ?? out).not.toBe(out);
    const { x, y } = point ?? { x: 0, y: 0 };
    await tapped.click(x, y);
    this.taps += 1;
  }
}

/** The middle of what stands still on the glass and is covered by nothing there; else null. */
async function reach(target: Locator): Promise<{ readonly x: number; readonly y: number } | null> {
  return target.evaluate(async (element) => {
    const before = element.getBoundingClientRect();
    await new Promise((resolve) => {
      requestAnimationFrame(() => requestAnimationFrame(resolve));
    });
    const { left, right, top, bottom } = element.getBoundingClientRect();
    const [x, y] = [(left + right) / 2, (top + bottom) / 2];
    const isStill = before.left === left && before.top === top;
    const isMet = element.contains(document.elementFromPoint(x, y));
    return isStill && isMet && element.matches(':enabled, a') ? { x, y } : null;
  });
}

async function sample(width: number, height: number): Promise<Page> {
  if (app !== null) {
    await goTo(app.page, 'Counter');
    await tiles(app.page).first().waitFor();
    return app.page;
  }
  app = await openApp({ viewport: { width, height }, reducedMotion: 'no-preference' });
  const { page } = app;
  await page.addInitScript(() => {
    window.print = () => {
      Reflect.set(globalThis, 'printed', Number(Reflect.get(globalThis, 'printed') ?? 0) + 1);
    };
  });
  await openSample(page, app.address);
  return page;
}
