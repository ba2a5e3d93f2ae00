// What must be in sight and stay in its place, in the sizes of tablets and phones.
import { afterAll, describe, expect, it } from 'vitest';
import type { Locator, Page } from 'playwright-core';
import { openApp, type AppPage } from '../support/browser/app-page.ts';
import {
  followTo,
  goTo,
  key,
  openSample,
  saved,
  stillness,
  strip,
  thursday,
  tile,
  tiles,
} from '../support/browser/shop-steps.ts';

/** The one for all that log nothing. */
let shown: AppPage | null = null;
/** The one for all that log visits. */
let logged: AppPage | null = null;

afterAll(async () => {
  await shown?.close();
  await logged?.close();
});

describe('a place that fills', () => {
  it.each([
    [1280, 800],
    [390, 844],
  ])('moves nothing that is there already: %i × %i', async (width, height) => {
    const page = await shownSample(width, height);
    const cdp = await page.context().newCDPSession(page);
    // As slow as an old tablet: what comes together here comes one by one there.
    await cdp.send('Emulation.setCPUThrottlingRate', { rate: 4 });
    await noteShifts(page);
    for (const path of placesThatFill) {
      await followTo(page, path);
      await untilFilled(page);
    }
    await cdp.send('Emulation.setCPUThrottlingRate', { rate: 1 });
    expect(await shiftsIn(page)).toEqual([]);
  });
});

describe('a tablet', () => {
  it('shows four people of This week, and Print, before anybody scrolls', async () => {
    const page = await shownSample(1280, 800);
    await goTo(page, 'This week');
    const people = page.locator('[data-state="open"]');
    await people.nth(3).waitFor();
    const name = people.nth(3).getByRole('heading');
    const yes = people.nth(3).getByRole('button').first();
    for (const shown of [name, yes, page.getByRole('link', { name: 'Print the week' })])
      expect((await boxOf(shown)).bottom).toBeLessThanOrEqual(800);
    // Print stands beside the list, so that it covers nobody.
    const print = await boxOf(page.getByRole('link', { name: 'Print the week' }));
    expect(print.left).toBeGreaterThan((await boxOf(people.first())).right);
  });

  it.each([
    [1280, 800, 0],
    [1080, 810, 1],
  ] as const)(
    'keeps the name of the strip where it is, whatever else is said: %i × %i',
    async (width, height, weeks) => {
      const page = await loggedSample(width, height, weeks);
      const tops = new Set<number>();
      async function note(): Promise<void> {
        await stillness(page);
        const box = await boxOf(strip(page).getByRole('heading'));
        tops.add(Math.round((box.top + box.bottom) / 2));
      }
      for (const name of ['Mrs Khan', 'Quentin Quigley', 'Edith Marsh']) {
        await tile(page, name).click();
        await saved(page, name);
        await note();
      }
      await tile(page, 'Quentin Quigley').click();
      await page.getByText('Another visit?').waitFor();
      await note();
      await strip(page).getByRole('button', { name: 'Undo', exact: true }).click();
      await page.getByText('This visit no longer counts.').waitFor();
      await note();
      expect(Math.max(...tops) - Math.min(...tops)).toBeLessThanOrEqual(1);
    },
  );

  it('held upright shows three tiles a row, the letters and the whole strip', async () => {
    const page = await loggedSample(810, 1080, 1);
    await tiles(page).first().click();
    const boxes = await Promise.all([0, 1, 2, 3].map((place) => boxOf(tiles(page).nth(place))));
    const [first, , third, fourth] = boxes;
    expect(third?.top).toBe(first?.top);
    expect(fourth?.top).toBeGreaterThan(first?.bottom ?? 0);
    for (const name of ['A', 'Z', '123, the end of a phone number', 'Note about this visit'])
      expect((await boxOf(key(page, name))).bottom).toBeLessThanOrEqual(1080);
  });

  it('cuts no cue of two words', async () => {
    const page = await shownSample(1080, 810);
    const cut = await page.locator('.customer-tile_cue').evaluateAll((cues) =>
      cues
        .filter((cue) => (cue.textContent ?? '').split(' ').length < 3)
        .filter((cue) => cue.scrollHeight > cue.clientHeight || cue.scrollWidth > cue.clientWidth)
        .map((cue) => cue.textContent),
    );
    expect(cut).toEqual([]);
  });
});

describe('a phone', () => {
  it('has the page of somebody in their strip, and Done on the money keys', async () => {
    const page = await loggedSample(390, 844, 1);
    await tile(page, 'Quentin Quigley').click();
    await saved(page, 'Quentin Quigley');
    expect(await isInSight(page, page.getByRole('link', { name: /their page$/ }))).toBe(true);
    await page.getByRole('button', { name: /other amount$/ }).click();
    const pad = page.getByRole('region', { name: /^Quentin Quigley/ });
    await pad.getByRole('button', { name: '7' }).click();
    const done = pad.getByRole('button', { name: 'Done' });
    expect(await isInSight(page, done)).toBe(true);
    await done.click();
    await page.getByRole('button', { name: '£0.07 noted. Change it' }).waitFor();
  });
});

describe('the words of a choice', () => {
  it.each([
    [1280, 800],
    [390, 844],
    [810, 1080],
  ])('keep away from the edge of their box, chosen or not: %i × %i', async (...size) => {
    const page = await shownSample(...size);
    await goTo(page, 'My shop');
    await page.getByRole('button', { name: /^Who to favour/ }).click();
    const choices = page.getByRole('dialog').getByRole('radio');
    await choices.first().waitFor();
    for (const place of [0, 1, 2]) {
      await choices.nth(place).click({ force: true });
      await page.locator(`dialog .choice_key:nth-child(${place + 1}).choice_key-chosen`).waitFor();
      const nearest = await page.evaluate(() => {
        const gaps = [...document.querySelectorAll('dialog .choice_key')].flatMap((box) => {
          const range = document.createRange();
          range.selectNodeContents(box.querySelector('span') ?? box);
          const [words, frame] = [range.getBoundingClientRect(), box.getBoundingClientRect()];
          return [
            words.left - frame.left,
            frame.right - words.right,
            words.top - frame.top,
            frame.bottom - words.bottom,
          ];
        });
        return Math.min(...gaps);
      });
      expect(nearest).toBeGreaterThanOrEqual(8);
    }
  });
});

describe('the glass', () => {
  it('can be wiped: nothing that is touched meanwhile is logged', async () => {
    const page = await shownSample(1280, 800);
    const before = await page.getByRole('button', { name: /today$/ }).textContent();
    const wiping = page.getByRole('dialog', { name: 'Wipe the glass' });
    await key(page, 'Wipe').click();
    await wiping.waitFor();
    for (let touch = 0; touch < 40; touch += 1)
      await page.mouse.click((touch * 197) % 1280, (touch * 131) % 800);
    await page.goBack();
    await stillness(page);
    expect(await wiping.isVisible()).toBe(true);
    await page.keyboard.press('Escape');
    await page.getByRole('dialog').waitFor({ state: 'detached' });
    expect(await page.getByRole('button', { name: /today$/ }).textContent()).toBe(before);
  });
});

/** The sample shop of those that log visits; a week later everybody is expected again. */
async function loggedSample(width: number, height: number, weeks: 0 | 1): Promise<Page> {
  logged ??= await openedSample();
  const { page } = logged;
  await page.clock.setFixedTime(thursday + weeks * 7 * 86_400_000);
  return showCounter(logged, width, height);
}

/** The sample shop as those left it who looked at it before, opened again. */
async function shownSample(width: number, height: number): Promise<Page> {
  shown ??= await openedSample();
  return showCounter(shown, width, height);
}

async function openedSample(): Promise<AppPage> {
  const app = await openApp({ reducedMotion: 'no-preference' });
  await openSample(app.page, app.address);
  return app;
}

async function showCounter(app: AppPage, width: number, height: number): Promise<Page> {
  const { page, address } = app;
  await page.setViewportSize({ width, height });
  await page.goto(address);
  await tiles(page).first().waitFor();
  return page;
}

interface Box {
  readonly left: number;
  readonly right: number;
  readonly top: number;
  readonly bottom: number;
}

async function boxOf(place: Locator): Promise<Box> {
  const box = await place.boundingBox();
  if (box === null) throw new Error('It is not drawn');
  const { x, y, width, height } = box;
  return { left: x, right: x + width, top: y, bottom: y + height };
}

async function isInSight(page: Page, place: Locator): Promise<boolean> {
  const { top, bottom } = await boxOf(place);
  return top >= 0 && bottom <= (page.viewportSize()?.height ?? 0);
}

const placesThatFill = [
  '/people',
  '/people/list/all',
  '/people/twice',
  '/week',
  '/week/rounds',
  '/week/dates',
  '/week/print',
  '/doing',
  '/shop',
  '/shop/perks',
  '/shop/copy',
  '/shop/take-with-you',
];

/** Shares of the screen times shares of the way; up to .1 is called good on the web. */
const maxShift = 0.02;

/** From here on the page notes what slides by itself, and where. */
async function noteShifts(page: Page): Promise<void> {
  await page.evaluate(() => {
    const shifts: string[] = [];
    Reflect.set(globalThis, 'shifts', shifts);
    new PerformanceObserver((list) => {
      for (const entry of list.getEntries())
        shifts.push(`${location.pathname} ${Number(Reflect.get(entry, 'value'))}`);
    }).observe({ type: 'layout-shift' });
  });
}

async function shiftsIn(page: Page): Promise<readonly string[]> {
  const shifts: unknown = await page.evaluate(() => Reflect.get(globalThis, 'shifts'));
  const all = Array.isArray(shifts) ? shifts.map(String) : [];
  return all.filter((each) => Number(each.split(' ')[1]) > maxShift);
}

/** Waits until nothing has come to the page for half a second. */
async function untilFilled(page: Page): Promise<void> {
  await page.evaluate(() => {
    Reflect.set(globalThis, 'filledAt', performance.now());
    new MutationObserver(() => Reflect.set(globalThis, 'filledAt', performance.now())).observe(
      document.body,
      { childList: true, subtree: true, characterData: true },
    );
  });
  await page.waitForFunction(
    () => performance.now() - Number(Reflect.get(globalThis, 'filledAt')) > 500,
  );
}
