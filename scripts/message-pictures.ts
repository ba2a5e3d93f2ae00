// Takes a picture of every screen of the built app and notes which message stands where on it, so
// that a translator sees what a sentence is for. Each message carries its number in signs without
// width. `npm run pictures`; the pictures, messages.json and index.html are in .cache/pictures.
import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import type { Page } from 'playwright-core';
import { nearestPictures } from './message-pictures/nearest-pictures.ts';
import { pageOfPictures } from './message-pictures/page-of-pictures.ts';
import { markWords } from './message-pictures/mark-words.ts';
import { placesOn, type Place } from './message-pictures/places-on.ts';
import { withBuiltApp } from './with-built-app.ts';
import { baseLanguage, readMessages } from './words/languages.ts';

const folder = fileURLToPath(new URL('../.cache/pictures/', import.meta.url));
const thursday = Date.UTC(2026, 5, 18, 9, 42);
const tablet = { width: 1280, height: 800 };
const places = [
  '',
  'people',
  'people/new',
  'people/twice',
  'people/learn',
  'week',
  'week/print',
  'doing',
  'shop',
  'shop/perks',
  'shop/bring-in',
  'shop/copy',
  'shop/take-with-you',
  'shop/protection',
  'shop/help',
];
/** Keys of one screen that are pressed to see what they open. */
const maxKeys = 24;

const keys = [...readMessages(baseLanguage).keys()];
const drawn = new Map<string, Place[]>();
let pictures = 0;

rmSync(folder, { recursive: true, force: true });
mkdirSync(folder, { recursive: true });
await withBuiltApp(async (browser, address) => {
  for (const isSample of [true, false]) {
    const context = await browser.newContext({
      viewport: tablet,
      locale: 'en-GB',
      timezoneId: 'Europe/London',
      reducedMotion: 'reduce',
      serviceWorkers: 'block',
    });
    await markWords(context, keys);
    const page = await context.newPage();
    await page.clock.setFixedTime(thursday);
    await page.goto(address);
    await walk(page, isSample);
    await context.close();
  }
});
const awaited = keys.filter((key) => !drawn.has(key));
writeFileSync(`${folder}messages.json`, JSON.stringify(Object.fromEntries(drawn), null, 1));
const nearest = nearestPictures(keys, drawn);
const page = pageOfPictures({ drawn, nearest }, readMessages(baseLanguage));
writeFileSync(`${folder}index.html`, page);
const shown = [...nearest.values()].filter(({ picture }) => picture !== null).length;
process.stdout.write(
  `${drawn.size} of ${keys.length} messages stand on ${pictures} pictures in .cache/pictures.\n` +
    `Of ${awaited.length} others ${shown} are shown with a picture of the screen that says them.\n`,
);

/** The sample shop with all that its keys open, or an empty shop of one's own. */
async function walk(page: Page, isSample: boolean): Promise<void> {
  await begin(page, isSample);
  const people = isSample ? await addressesOfSomebody(page) : [];
  for (const place of [...places, ...people]) {
    await show(page, place);
    await take(page);
    if (isSample) await pressKeys(page, place);
  }
}

async function begin(page: Page, isSample: boolean): Promise<void> {
  await page.locator('.first-run input').first().fill('Pell & Daughter');
  await take(page);
  const begins = page.locator('.first-run button').filter({ hasText: isSample ? '60' : 'own' });
  await begins.first().click();
  await page.locator('.rail').waitFor();
  if (isSample) await page.locator('.customer-tile').first().waitFor();
}

async function addressesOfSomebody(page: Page): Promise<string[]> {
  await show(page, 'people');
  const links = page.locator('main a[href*="/people/"]');
  await links.nth(3).waitFor();
  const hrefs = await links.evaluateAll((all) =>
    all.map((each) => each.getAttribute('href') ?? ''),
  );
  const ids = hrefs.filter((href) => /[\da-f]{8}-/.test(href)).slice(0, 2);
  return ids.flatMap((href) => [href.slice(1), `${href.slice(1)}/edit`]);
}

async function show(page: Page, place: string): Promise<void> {
  await page.goto(new URL(`/${place}`, page.url()).href);
  await page.locator('h1').first().waitFor({ state: 'attached' });
  await page.waitForFunction(() => document.querySelector('[aria-busy=true]') === null);
}

/** Presses one key after another, each on the screen as it begins, and looks at what it opens. */
async function pressKeys(page: Page, place: string): Promise<void> {
  const pressed = new Set<string>();
  for (let index = 0; index < maxKeys; index += 1) {
    await show(page, place);
    const next = await nextKey(page, [...pressed]);
    if (next === null) return;
    pressed.add(next.kind);
    try {
      await page.locator(next.selector).nth(next.place).click({ timeout: 2000, force: true });
      await page.waitForFunction(() => document.querySelector('[aria-busy=true]') === null);
      await take(page);
    } catch {
      // A key that goes away while it is looked at leads nowhere.
    }
  }
}

interface Key {
  readonly kind: string;
  readonly selector: string;
  readonly place: number;
}

/** A key unlike those of `pressed`: ten tiles are one kind of key. */
async function nextKey(page: Page, pressed: readonly string[]): Promise<Key | null> {
  const selector = 'main button:not([disabled]), main summary, main [role=tab]';
  return page.evaluate(
    ({ known, every }) => {
      for (const [place, key] of [...document.querySelectorAll<HTMLElement>(every)].entries()) {
        const signs = [...key.innerHTML.matchAll(/(?:\u200b|\u200c|\u200d|\u2062)+/gu)].join(' ');
        const kind = `${key.className} ${signs}`;
        if (key.offsetWidth > 0 && !known.includes(kind)) return { kind, selector: every, place };
      }
      return null;
    },
    { known: [...pressed], every: selector },
  );
}

/** Keeps a picture where a message stands that was not met before. */
async function take(page: Page): Promise<void> {
  const found = await placesOn(page, keys);
  const fresh = found.filter(({ key }) => !drawn.has(key));
  if (fresh.length === 0) return;
  pictures += 1;
  const picture = `${String(pictures).padStart(3, '0')}.png`;
  await page.screenshot({ path: `${folder}${picture}`, animations: 'disabled' });
  for (const { key, ...place } of fresh) drawn.set(key, [{ picture, ...place }]);
}
