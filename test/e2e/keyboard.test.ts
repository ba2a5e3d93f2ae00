import type { Page } from 'playwright-core';
import { afterAll, describe, expect, it } from 'vitest';
import { openApp, type AppPage } from '../support/browser/app-page.ts';
import {
  addPerson,
  createShop,
  goTo,
  openSample,
  stillness,
  strip,
  thursday,
  tile,
  tiles,
} from '../support/browser/shop-steps.ts';

let app: AppPage | null = null;
let sample: AppPage | null = null;
afterAll(async () => {
  await app?.close();
  await sample?.close();
});

describe('without a pointer', () => {
  it('visits are logged, valued and taken back', async () => {
    const page = await ownCounter();
    await pressOn(page, /^Hana/);
    await page.getByText(/Already logged/).waitFor();
    await pressOn(page, /^Yes, add/);
    await page.getByText('4 today').waitFor();
    await page.keyboard.type('to');
    await tile(page, 'Tom R.').waitFor();
    await page.keyboard.press('Enter');
    await page.getByText(/Already logged/).waitFor();
    await pressOn(page, /(?:…|other) amount$/);
    await page.getByRole('region', { name: /^Tom R\./ }).waitFor();
    await page.keyboard.type('32');
    await pressOn(page, /^0$/);
    await page.getByText('£3.20', { exact: true }).first().waitFor();
    await pressOn(page, /^Brought a friend$/);
    await pressOn(page, /^Done$/);
    await page.getByRole('button', { name: 'Brought a friend', pressed: true }).waitFor();
    await page.keyboard.press('Control+z');
    await page.getByText('3 today').waitFor();
    await pressOn(page, /^New$/);
    await page.keyboard.type('Zoe');
    await page.keyboard.press('Enter');
    await page.getByText('4 today').waitFor();
  });

  it('the week is decided, and the list is printed', async () => {
    const page = await sampleCounter();
    await page.evaluate(() => {
      globalThis.print = () => undefined;
    });
    await pressOn(page, /^This week/);
    await page.locator('.suggestion-card').first().waitFor();
    const names = await page.locator('.suggestion-card').getByRole('heading').allInnerTexts();
    await pressOn(page, /^Yes, .*: /);
    await expect.poll(() => focusedIn(page, 'article')).toContain(names[1]);
    await pressOn(page, /^Skip /);
    await expect.poll(() => focusedIn(page, 'button')).toMatch(/^Undo skipping/);
    await page.keyboard.press('Enter');
    await page.locator('.suggestion-card-skipped').waitFor({ state: 'detached' });
    await pressOn(page, /^Print the week/);
    await page.locator('.preview .sheet-drawing').first().waitFor();
    await pressOn(page, /^Print$/);
    await page.getByText('Did it come out right?').waitFor();
    await pressOn(page, /^Yes, all good/);
    await page.getByText(/^Good\. /).waitFor();
  });

  it('Escape leaves a sheet, and the focus is back on the key that opened it', async () => {
    const page = await sampleCounter();
    const openers: readonly (readonly [() => Promise<unknown>, RegExp])[] = [
      [async () => undefined, /\d today|nobody yet/],
      [() => goTo(page, 'This week'), /^Why not others/],
      [async () => undefined, /^Something else for/],
      [() => goTo(page, 'My shop'), /^Opening hours/],
      [
        () => goTo(page, 'People').then(() => page.locator('.customer-line').first().click()),
        /^More$/,
      ],
      [async () => undefined, /^Note something/],
      [async () => undefined, /Change$/],
    ];
    for (const [go, name] of openers) {
      await go();
      await pressOn(page, name);
      await page.getByRole('dialog').waitFor();
      await page.keyboard.press('Escape');
      await page.getByRole('dialog').waitFor({ state: 'detached' });
      expect(await focusedIn(page, '*')).toMatch(name);
    }
  });

  it('it is seen where the focus is', async () => {
    const page = await sampleCounter();
    for (const place of ['Counter', 'People', 'This week', 'How we’re doing', 'My shop'] as const) {
      await goTo(page, place);
      await stillness(page);
      expect(await unseenFocus(page), place).toEqual([]);
    }
  });
});

describe('with everything twice as large', () => {
  it.each([
    [1280, 800],
    [1080, 810],
  ])('nothing is cut off and nothing lies over anything else at %d × %d', async (width, height) => {
    const page = await sampleCounter();
    // A browser that shows a page twice as large gives it half the room.
    await page.setViewportSize({ width: width / 2, height: height / 2 });
    expect(await cutOff(page), 'Counter').toEqual([]);
    await tiles(page).first().click();
    await strip(page).filter({ hasText: 'saved' }).waitFor();
    expect(await cutOff(page), 'Counter with a visit').toEqual([]);
    await goTo(page, 'This week');
    await page.locator('.suggestion-card').first().waitFor();
    expect(await cutOff(page), 'This week').toEqual([]);
    await goTo(page, 'People');
    await page.locator('.customer-line').first().click();
    await page.getByRole('heading', { name: 'The story so far' }).waitFor();
    expect(await cutOff(page), 'customer').toEqual([]);
  });
});

/** Tabs on until the key is reached, then presses it. */
async function pressOn(page: Page, name: RegExp): Promise<void> {
  const wanted = page.getByRole('button', { name }).or(page.getByRole('link', { name })).first();
  await wanted.waitFor();
  // Looked for by its name once: that reads the names of all keys of the page.
  let found = await wanted.elementHandle();
  for (let steps = 0; steps < 120; steps += 1) {
    const state = await found?.evaluate((element) =>
      element.isConnected ? element === document.activeElement : null,
    );
    if (state === true) {
      await page.keyboard.press('Enter');
      return;
    }
    if (state === null) found = await wanted.elementHandle();
    await page.keyboard.press('Tab');
  }
  throw new Error(`${String(name)} is not reached by Tab`);
}

async function focusedIn(page: Page, selector: string): Promise<string> {
  return page.evaluate((around) => {
    const element = document.activeElement?.closest(around);
    return element?.getAttribute('aria-label') ?? element?.textContent ?? '';
  }, selector);
}

/**
 * Controls that do not show that the focus is on them by a ring of 3 px, or that lie hidden
 * meanwhile.
 */
async function unseenFocus(page: Page): Promise<readonly string[]> {
  const unseen: string[] = [];
  for (let steps = 0; steps < 25; steps += 1) {
    await page.keyboard.press('Tab');
    const fault = await page.evaluate(() => {
      const element = document.activeElement;
      if (element === null || element === document.body) return null;
      const shown = element.matches('[type=radio], [type=checkbox], [type=file]')
        ? (element.closest('label') ?? element)
        : (element.closest('.field_box') ?? element);
      const rings = [shown, element, ...shown.querySelectorAll('*')].map((part) => {
        const { outlineStyle, outlineWidth } = getComputedStyle(part);
        return outlineStyle === 'none' ? 0 : Number.parseFloat(outlineWidth);
      });
      const { top, bottom } = shown.getBoundingClientRect();
      const isInView = bottom > 0 && top < innerHeight;
      return Math.max(...rings) >= 3 && isInView
        ? null
        : `${element.className} ${element.textContent}`;
    });
    if (fault !== null) unseen.push(fault);
  }
  return unseen;
}

/** Words that are cut off by their box, and keys that lie over one another. */
async function cutOff(page: Page): Promise<readonly string[]> {
  return page.evaluate(() => {
    const seen = (element: Element): boolean =>
      element.checkVisibility() && element.closest('.visually-hidden, [aria-hidden=true]') === null;
    const boxes = [...document.querySelectorAll('main *, nav *')].filter(seen);
    const cut = boxes.filter((box) => {
      const { overflowX, overflowY, textOverflow } = getComputedStyle(box);
      const hidesX = overflowX === 'hidden' || overflowX === 'clip';
      const hidesY = overflowY === 'hidden' || overflowY === 'clip';
      return (
        box.textContent.trim() !== '' &&
        ((hidesX && textOverflow !== 'ellipsis' && box.scrollWidth > box.clientWidth + 1) ||
          (hidesY && box.scrollHeight > box.clientHeight + 1))
      );
    });
    const keys = boxes.filter((box) => box.matches('main button, main a[href]'));
    const over = keys.flatMap((one, place) =>
      keys.slice(place + 1).filter((other) => {
        const a = one.getBoundingClientRect();
        const b = other.getBoundingClientRect();
        const across = Math.min(a.right, b.right) - Math.max(a.left, b.left);
        const down = Math.min(a.bottom, b.bottom) - Math.max(a.top, b.top);
        return across > 2 && down > 2 && one.parentElement === other.parentElement;
      }),
    );
    return [
      ...cut.map((box) => `${box.className} is cut off: ${box.textContent.slice(0, 40)}`),
      ...over.map((box) => `${box.className} is covered: ${box.textContent.slice(0, 40)}`),
    ];
  });
}

async function ownCounter(): Promise<Page> {
  app = await openApp();
  await app.page.clock.setFixedTime(thursday);
  await createShop(app.page, app.address);
  for (const name of ['Mrs Khan', 'Tom R.', 'Hana']) await addPerson(app.page, name);
  await tile(app.page, 'Hana').waitFor();
  return app.page;
}

/** The Counter of the sample shop as those left it who were there before, opened again. */
async function sampleCounter(): Promise<Page> {
  sample ??= await openedSample();
  const { page, address } = sample;
  await page.setViewportSize({ width: 1280, height: 800 });
  await page.goto(address);
  await tiles(page).first().waitFor();
  return page;
}

async function openedSample(): Promise<AppPage> {
  const opened = await openApp();
  await openSample(opened.page, opened.address);
  return opened;
}
