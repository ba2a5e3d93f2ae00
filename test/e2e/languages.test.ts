import type { Page } from 'playwright-core';
import { afterAll, afterEach, describe, expect, it } from 'vitest';
import type { Language } from '#i18n/language/languages.ts';
import { complaints, openApp, type AppPage } from '../support/browser/app-page.ts';
import { axeFaults } from '../support/browser/axe.ts';
import { followTo, thursday } from '../support/browser/shop-steps.ts';
import { speakIn } from '../support/browser/speaking.ts';
import { isNight } from '../support/values/runs.ts';

let app: AppPage | null = null;
/** The sample shop in the language that was looked at last. */
let sample: { readonly language: Language; readonly app: AppPage } | null = null;
afterEach(async () => {
  await app?.close();
  app = null;
});
afterAll(async () => sample?.app.close());

/** Every place of an open shop by its address. */
const places = [
  '',
  'people',
  'people/write',
  'people/twice',
  'people/learn',
  'week',
  'week/print',
  'doing',
  'shop',
  'shop/perks',
  'shop/help',
  'shop/take-with-you',
  'shop/copy',
  'shop/protection',
  'shop/bring-in',
];

/** Looked at for their words alone. */
const quickPlaces = [
  'people/unseen',
  'week/dates',
  'week/rounds',
  'shop/perks/poster',
  'shop/printing',
  'shop/printing/test-sheet',
  'shop/printing/wall',
  'shop/what-we-keep',
];

describe.each<[Language, 'ltr' | 'rtl']>([
  ['de', 'ltr'],
  ['fr', 'ltr'],
  ['xx', 'ltr'],
  ['ar', 'rtl'],
])('the app in %s', (language, direction) => {
  it('walks through every place without a fault, a bare word or a cut one', async () => {
    const { page, findings } = await sampleIn(language);
    expect(await page.evaluate(() => [document.documentElement.lang, document.dir])).toEqual([
      language,
      direction,
    ]);
    const faults: string[] = [];
    for (const place of [...places, ...quickPlaces]) {
      await show(page, place);
      for (const fault of quickPlaces.includes(place) ? [] : await axeFaults(page, rules))
        if (!isOfInvention(fault)) faults.push(`${place}: ${fault}`);
      for (const size of [phone, tablet]) {
        await page.setViewportSize(size);
        for (const text of await cutWords(page)) faults.push(`${place} ${size.width}: ${text}`);
        // What only the tests speak has longer words than any language.
        for (const text of direction === 'ltr' && language !== 'xx' ? await brokenWords(page) : [])
          faults.push(`${place} ${size.width}, in two lines: ${text}`);
      }
      if (language === 'xx')
        for (const text of await bareWords(page)) faults.push(`${place}, bare: ${text}`);
    }
    expect(faults).toEqual([]);
    expect(complaints(findings)).toEqual([]);
  });
});

describe('a language', () => {
  it('is that of the browser at first, and changes in My shop for good', async () => {
    app = await openApp({ locale: 'fr-CH' });
    const { page, address } = app;
    await openSample(page, address);
    await show(page, 'shop');
    await page.getByRole('button', { name: /^Langue/ }).click();
    await page.getByRole('radio', { name: 'Deutsch' }).click({ force: true });
    await page.getByRole('button', { name: /Sprache/ }).waitFor();
    expect(await page.evaluate(() => document.documentElement.lang)).toBe('de');
  });

  it('turns the rail, the tiles and the year to the other side, not the digits', async () => {
    const { page } = await sampleIn('ar');
    const boxes = await page.evaluate(() => {
      const left = (selector: string): number =>
        document.querySelector(selector)?.getBoundingClientRect().left ?? -1;
      return {
        rail: left('.rail') > innerWidth / 2,
        tiles: left('.customer-tile') > left('li:nth-child(2) > .customer-tile'),
      };
    });
    expect(boxes).toEqual({ rail: true, tiles: true });
    await show(page, 'doing');
    const months = page.locator('.year-strip_month');
    await months.first().waitFor();
    const [first, last] = [await months.first().boundingBox(), await months.last().boundingBox()];
    expect(first?.x ?? 0).toBeGreaterThan(last?.x ?? 0);
  });
});

// Only the tests speak it.
function isOfInvention(fault: string): boolean {
  return fault.includes('html-lang-valid');
}

/** What the shop itself wrote, and what the browser says of days. */
const own = [
  'script',
  'noscript',
  'bdi',
  'option',
  'svg',
  '.keypad-button',
  '.customer-tile_cue',
  '.customer-line_cue',
  '.counter-header_now',
  '.dates_words > .type_sub',
  // Lines of paper, broken where they end.
  '.preview',
  '.busy-hours_day',
  '.page_beside-place',
  '.row_value',
  '.row_hint',
  '.suggestion-card',
  '.hand-over-list',
].join(', ');

/** Colours are the same in each language: by day they are read in one. */
const rules = isNight ? 'all' : 'but colours';

const tablet = { width: 1280, height: 800 };
const phone = { width: 390, height: 844 };

async function sampleIn(language: Language): Promise<AppPage> {
  if (sample?.language === language) {
    const { page } = sample.app;
    await show(page, '');
    await page.locator('.customer-tile').first().waitFor();
    return sample.app;
  }
  await sample?.app.close();
  const opened = await openApp();
  sample = { language, app: opened };
  await speakIn(opened.context, language);
  await openSample(opened.page, opened.address);
  return opened;
}

async function openSample(page: Page, address: string): Promise<void> {
  await page.clock.setFixedTime(thursday);
  await page.goto(address);
  await page.locator('.first-run button').filter({ hasText: '60' }).first().click();
  await page.locator('.customer-tile').first().waitFor();
}

async function show(page: Page, place: string): Promise<void> {
  if (new URL(page.url()).pathname !== `/${place}`) await followTo(page, `/${place}`);
  await page.waitForFunction(() => document.querySelector('[aria-busy=true]') === null);
}

/** Words that are wider than what they stand in, and a page that is wider than the screen. */
async function cutWords(page: Page): Promise<readonly string[]> {
  return page.evaluate(() => {
    const { scrollWidth, clientWidth } = document.documentElement;
    const pageFault = scrollWidth > clientWidth ? [`the page is ${scrollWidth} wide`] : [];
    const words = document.querySelectorAll<HTMLElement>(
      'button, a, h1, h2, h3, label, legend, .rail_word, .rail_word-short, .strip-button_word',
    );
    const cut = [...words].filter((each) => {
      if (
        each.offsetWidth === 0 ||
        each.closest('.visually-hidden, .print-root, .choice_key, .keypad-button') !== null
      )
        return false;
      return each.scrollWidth > each.clientWidth + 1 && each.clientWidth > 0;
    });
    return [
      ...pageFault,
      ...cut.map((each) => `${each.className}: ${each.textContent.slice(0, 50)}`),
    ];
  });
}

/** Words of keys and headings that begin in one line and end in another, without a hyphen. */
async function brokenWords(page: Page): Promise<readonly string[]> {
  return page.evaluate(() => {
    const shown = [
      ...document.querySelectorAll('button, a, h1, h2, h3, label, legend, .rail_word-short'),
    ].filter((each) => each.closest('.visually-hidden, .print-root') === null);
    const range = document.createRange();
    const brokenIn = (node: Node): readonly string[] =>
      [...(node.textContent ?? '').matchAll(/[\p{L}’]{2,}/gu)].flatMap(({ index, 0: word }) => {
        range.setStart(node, index);
        range.setEnd(node, index + word.length);
        const lines = new Set([...range.getClientRects()].map(({ top }) => Math.round(top)));
        return lines.size > 1 ? [word] : [];
      });
    const broken = new Set<string>();
    for (const each of shown) {
      const walker = document.createTreeWalker(each, NodeFilter.SHOW_TEXT);
      for (let node = walker.nextNode(); node !== null; node = walker.nextNode())
        for (const word of brokenIn(node)) broken.add(word);
    }
    return [...broken];
  });
}

/** Texts on the screen that come neither from the catalogue nor from the shop itself. */
async function bareWords(page: Page): Promise<readonly string[]> {
  return page.evaluate((exempt) => {
    const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
    const bare = new Set<string>();
    for (let node = walker.nextNode(); node !== null; node = walker.nextNode()) {
      const parent = node.parentElement;
      const text = node.textContent?.trim() ?? '';
      if (parent === null || parent.closest(exempt)) continue;
      if (!/\p{L}{2}/u.test(text) || /^\[.*\]$/su.test(text)) continue;
      bare.add(`${parent.className || parent.tagName}: ${text}`);
    }
    return [...bare];
  }, own);
}
