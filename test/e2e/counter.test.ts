import { afterAll, afterEach, describe, expect, it } from 'vitest';
import type { Page } from 'playwright-core';
import {
  complaints,
  keptStorage,
  openApp,
  type AppOptions,
  type AppPage,
  type KeptStorage,
  zoneByDay,
} from '../support/browser/app-page.ts';
import { axeFaults } from '../support/browser/axe.ts';

let app: AppPage | null = null;
/** One shop that is looked at in several sizes. */
let sized: AppPage | null = null;
/** What the shop with which all begin has written. */
let kept: KeptStorage | null = null;

afterEach(async () => {
  await app?.close();
  app = null;
});
afterAll(async () => {
  await sized?.close();
});

describe('a morning at the Counter', () => {
  it('is logged by tile, by letters, by name, and taken back', async () => {
    const page = await counter();
    await tile(page, 'Mrs Khan').click();
    await page.getByText(/, saved$/).waitFor();
    for (const letter of 'TOM') await key(page, letter).click();
    await tile(page, 'Tom R.').click();
    await page.getByRole('heading', { name: 'Tom R.' }).waitFor();
    await addPerson(page, 'Zoe');
    await page.getByText('4 today').waitFor();
    await page.getByRole('button', { name: 'Undo', exact: true }).click();
    await page.getByText('3 today').waitFor();
    await page.reload();
    await page.getByText('3 today').waitFor();
    await tile(page, 'Tom R.').waitFor();
  });

  it('asks before a second visit within ten minutes', async () => {
    const page = await counter();
    await tile(page, 'Mrs Khan').click();
    await page.getByText(/Already logged at/).waitFor();
    await page.getByRole('button', { name: 'Yes, add' }).click();
    await page.getByText('4 today').waitFor();
  });

  it('notes amounts and marks, and doubts an amount out by ten', async () => {
    const page = await counter();
    await tile(page, 'Mrs Khan').click();
    await type(page, '1840');
    await page.getByText('£18.40', { exact: true }).first().waitFor();
    await page.getByRole('button', { name: 'Brought a friend' }).click();
    await key(page, 'Done').click();
    await page.getByRole('button', { name: 'Brought a friend', pressed: true }).waitFor();
    await page.getByRole('button', { name: '£18.40 noted. Change it' }).waitFor();
    await page.reload();
    await page.getByText('3 today').waitFor();
  });

  it('needs no pointer', async () => {
    const page = await counter();
    await typeFirst(page, 'kh');
    await tile(page, 'Mrs Khan').waitFor();
    await page.keyboard.press('Enter');
    await page.getByText(/Already logged at/).waitFor();
    await page.keyboard.type('zoe');
    await page.getByRole('button', { name: /^Add “zoe/ }).waitFor();
    await page.keyboard.press('Enter');
    await page.keyboard.press('Enter');
    await page.getByRole('heading', { name: 'Zoe' }).waitFor();
    await page.getByText('4 today').waitFor();
    await page.keyboard.press('Control+z');
    await page.getByText('3 today').waitFor();
  });

  it('is not logged for somebody else by Enter once more, when others are back on their places', async () => {
    const page = await counter();
    await typeFirst(page, 'tom');
    await tile(page, 'Mrs Khan').waitFor({ state: 'detached' });
    await tile(page, 'Tom R.').focus();
    await page.keyboard.press('Tab');
    await page.keyboard.press('Shift+Tab');
    await page.keyboard.press('Enter');
    await page.getByRole('heading', { name: 'Tom R.' }).waitFor();
    await tile(page, 'Mrs Khan').waitFor();
    await page.keyboard.press('Enter');
    await page.getByText('3 today').waitFor();
    await page.getByRole('heading', { name: 'Tom R.' }).waitFor();
  });
});

describe('a tap', () => {
  it('moves nothing', async () => {
    const page = await counter();
    await tile(page, 'Mrs Khan').click();
    await page.getByText(/Already logged/).waitFor();
    await forgetShifts(page);
    for (const act of acts(page)) {
      const before = await boxes(page);
      await act();
      await twoFrames(page);
      const after = await boxes(page);
      expect(after.length).toBe(before.length);
      after.forEach((box, index) => expect(farthest(box, before[index] ?? [])).toBeLessThan(0.5));
    }
    expect(await shifts(page)).toBe('');
  });
});

describe('the Counter', () => {
  it.each([
    [1280, 800],
    [1280, 752],
    [1080, 810],
    [390, 844],
    [360, 740],
  ])('is large enough for a wet finger at %d × %d', async (width, height) => {
    const page = await counterOf({ width, height });
    await tile(page, 'Mrs Khan').click();
    await page.getByText(/Already logged/).waitFor();
    expect(await tooSmall(page)).toEqual([]);
    expect(await scrolls(page)).toEqual([]);
    await page.getByRole('button', { name: /(?:…|other) amount$/ }).click();
    await page.getByRole('button', { name: '00', exact: true }).waitFor();
    expect(await tooSmall(page)).toEqual([]);
    expect(await scrolls(page)).toEqual([]);
  });

  it.each([
    [1280, 800],
    [1080, 810],
    [390, 844],
  ])('breaks no word of a name at %d × %d', async (width, height) => {
    const page = await counterOf({ width, height });
    for (const name of ['Małgorzata', 'Christopher', 'Wilhelmina'])
      if ((await tile(page, name).count()) === 0) await addPerson(page, name);
    await tile(page, 'Wilhelmina').waitFor();
    expect(await brokenNames(page)).toEqual([]);
  });

  it('can be used at 320 px and with text twice as large', async () => {
    const page = await counter({ viewport: { width: 320, height: 700 } });
    expect(await sideways(page)).toBe(false);
    await page.setViewportSize({ width: 1280, height: 800 });
    await page.evaluate(() => {
      document.documentElement.style.setProperty('font-size', '200%');
    });
    await tile(page, 'Tom R.').click();
    await page.getByRole('heading', { name: 'Tom R.' }).waitFor();
  });

  it.each(['light', 'dark'] as const)('has nothing against it in axe, %s', async (colorScheme) => {
    const page = await counter({ colorScheme });
    expect(await axeFaults(page)).toEqual([]);
    await tile(page, 'Mrs Khan').click();
    await page.getByText(/Already logged/).waitFor();
    expect(await axeFaults(page)).toEqual([]);
    await type(page, '18');
    expect(await axeFaults(page)).toEqual([]);
    expect(complaints(app?.findings ?? unopened())).toEqual([]);
  });
});

/** The same shop, opened again on a screen of another size. */
async function counterOf(viewport: {
  readonly width: number;
  readonly height: number;
}): Promise<Page> {
  if (sized === null) {
    await counter();
    [sized, app] = [app, null];
  }
  const { page } = sized ?? unopened();
  await page.setViewportSize(viewport);
  await page.reload();
  await tile(page, 'Hana').waitFor();
  return page;
}

/** An own shop with three people who came in just now. */
async function counter(options: AppOptions = {}): Promise<Page> {
  kept ??= await threePeople();
  app = await openApp({ timezone: zoneByDay(), reducedMotion: 'no-preference', ...options, kept });
  const { page } = app;
  await page.addInitScript(() => {
    new PerformanceObserver((list) => {
      const shifts = list.getEntries().map((entry) => JSON.stringify(entry));
      const { documentElement } = document;
      documentElement.dataset['shifts'] =
        `${documentElement.dataset['shifts'] ?? ''}${shifts.join('')}`;
    }).observe({ type: 'layout-shift', buffered: true });
  });
  await page.goto(app.address);
  await page.getByText('3 today').waitFor();
  await tile(page, 'Hana').waitFor();
  return page;
}

async function threePeople(): Promise<KeptStorage> {
  const made = await openApp({ timezone: zoneByDay(), reducedMotion: 'no-preference' });
  const { page, address } = made;
  await page.goto(address);
  await page.getByRole('textbox').first().fill('Pell & Daughter');
  await page.getByRole('button', { name: /own/i }).click();
  for (const name of ['Mrs Khan', 'Tom R.', 'Hana']) await addPerson(page, name);
  await page.getByText(/, saved$/).waitFor();
  const storage = await keptStorage(made);
  await made.close();
  return storage;
}

async function addPerson(page: Page, name: string): Promise<void> {
  await page.getByRole('button', { name: 'New', exact: true }).click();
  await page.getByRole('textbox').fill(name);
  await page.getByRole('button', { name: 'Add', exact: true }).click();
  await page.getByRole('heading', { name }).waitFor();
}

/** Types what finds others than Hana; a keyboard is heard from a little after the start on. */
async function typeFirst(page: Page, letters: string): Promise<void> {
  await expect
    .poll(
      async () => {
        await page.keyboard.press('Escape');
        await page.keyboard.type(letters);
        return tile(page, 'Hana').count();
      },
      { timeout: 10_000, interval: 300 },
    )
    .toBe(0);
}

function tile(page: Page, name: string) {
  return page.getByRole('list', { name: 'Customers' }).getByRole('button', { name }).first();
}

function key(page: Page, name: string) {
  return page.getByRole('button', { name, exact: true });
}

async function type(page: Page, digits: string): Promise<void> {
  await page.getByRole('button', { name: /(?:…|other) amount$/ }).click();
  for (const digit of digits) await key(page, digit).click();
}

function acts(page: Page): readonly (() => Promise<void>)[] {
  return [
    () => tile(page, 'Tom R.').click(),
    () => page.getByRole('button', { name: 'No name', exact: true }).click(),
    () => page.getByRole('button', { name: 'Quick and easy' }).click(),
    () => tile(page, 'Hana').click(),
    () => page.getByRole('button', { name: 'Undo', exact: true }).click(),
    () => page.getByRole('button', { name: 'Restore' }).click(),
    // Past nine visits the count in the header grows by a digit.
    ...Array.from({ length: 7 }, () => async () => {
      await page.getByRole('button', { name: 'No name', exact: true }).click();
    }),
  ];
}

/** The boxes of tiles, letters and the strip. */
async function boxes(page: Page): Promise<readonly (readonly number[])[]> {
  return page.evaluate(() =>
    [...document.querySelectorAll('.tile-grid_place, .keypad-button, .visit-strip')].map(
      (element) => {
        const { x, y, width, height } = element.getBoundingClientRect();
        return [x, y, width, height];
      },
    ),
  );
}

function farthest(box: readonly number[], other: readonly number[]): number {
  return Math.max(...box.map((value, index) => Math.abs(value - (other[index] ?? Infinity))));
}

async function twoFrames(page: Page): Promise<void> {
  await page.evaluate(
    () => new Promise((resolve) => requestAnimationFrame(() => requestAnimationFrame(resolve))),
  );
}

async function forgetShifts(page: Page): Promise<void> {
  await page.evaluate(() => {
    document.documentElement.dataset['shifts'] = '';
  });
}

/** All layout shifts since they were forgotten, those after a tap included. */
async function shifts(page: Page): Promise<string> {
  return page.evaluate(() => document.documentElement.dataset['shifts'] ?? '');
}

/** Every control of the Counter that is smaller than product and pictures ask for. */
async function tooSmall(page: Page): Promise<readonly string[]> {
  return page.evaluate(() => {
    const isPhone = innerWidth < 700;
    function min(element: Element): readonly [number, number] {
      if (element.matches('.customer-tile')) return [148, 132];
      if (element.matches('.money-pad_keys > *')) return isPhone ? [104, 72] : [104, 88];
      if (element.matches('.keypad-button')) return [60, 64];
      return [72, 72];
    }
    return [...document.querySelectorAll('.counter button, .counter a')].flatMap((element) => {
      const { width, height } = element.getBoundingClientRect();
      const [minWidth, minHeight] = min(element);
      const isFine = width === 0 || (width > minWidth - 0.5 && height > minHeight - 0.5);
      return isFine ? [] : [`${element.textContent}: ${width} × ${height}`];
    });
  });
}

/** What would have to be scrolled; on a phone the tiles go on below the strip. */
async function scrolls(page: Page): Promise<readonly string[]> {
  return page.evaluate(() =>
    ['html', '.counter_floor', '.counter_tray'].filter((selector) => {
      const element = document.querySelector(selector);
      return (
        element !== null &&
        getComputedStyle(element).overflowY !== 'hidden' &&
        element.scrollHeight > element.clientHeight + 1
      );
    }),
  );
}

/** Names of one word that take more than one line. */
async function brokenNames(page: Page): Promise<readonly string[]> {
  return page.evaluate(() =>
    [...document.querySelectorAll('.customer-tile_name')].flatMap((element) => {
      const text = element.textContent ?? '';
      const lines = element.clientHeight / Number.parseFloat(getComputedStyle(element).lineHeight);
      return lines > 1.6 && !/[\s-]/u.test(text) ? [text] : [];
    }),
  );
}

async function sideways(page: Page): Promise<boolean> {
  return page.evaluate(() => document.documentElement.scrollWidth > innerWidth);
}

function unopened(): never {
  throw new Error('The app is not open');
}
