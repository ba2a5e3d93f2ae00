// Pictures of every place of the built app with the sample shop, in the sizes of tablets, PCs and
// phones, light and dark, for somebody to look at: a test sees what is clipped or out of reach, and
// not whether it is calm. `npm run screens -- [--sizes 390x844,…] [--themes dark] [--only week]
// [--language de]`; `--sheets` takes every screen, sheet and state that the accessibility test
// walks through instead. They lie in .cache/screens, with a page that shows them side by side.
import { spawnSync } from 'node:child_process';
import { mkdirSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import type { Browser, Page } from 'playwright-core';
import { pictureSizes, pictureThemes } from '../test/support/browser/screen-pictures.ts';
import { placesToLookAt, type PlaceToLookAt } from './screens/places-to-look-at.ts';
import { withBuiltApp } from './with-built-app.ts';

const folder = fileURLToPath(new URL('../.cache/screens/', import.meta.url));
const thursday = Date.UTC(2026, 5, 18, 9, 42);
// In every language that the app speaks.
const sampleKey = /sample shop|Beispielladen|boutique d’exemple/i;
const locales: Readonly<Record<string, string>> = { en: 'en-GB', de: 'de-DE', fr: 'fr-FR' };

interface Look {
  readonly size: string;
  readonly theme: 'light' | 'dark';
  readonly language: string;
}

async function main(): Promise<void> {
  const { values } = parseArgs({
    options: {
      sizes: { type: 'string', default: pictureSizes.join(',') },
      themes: { type: 'string', default: 'light,dark' },
      language: { type: 'string', default: 'en' },
      only: { type: 'string', default: '' },
      sheets: { type: 'boolean', default: false },
    },
  });
  const places = placesToLookAt.filter(({ name }) => name.includes(values.only));
  const looks = values.sizes
    .split(',')
    .flatMap((size) =>
      pictureThemes
        .filter((theme) => values.themes.includes(theme))
        .map((theme): Look => ({ size, theme, language: values.language })),
    );
  rmSync(folder, { recursive: true, force: true });
  mkdirSync(folder, { recursive: true });
  if (values.sheets) takeSheets();
  else await takePlaces(looks, places);
  const names = values.sheets ? takenNames(looks) : places.map(({ name }) => name);
  writeFileSync(join(folder, 'index.html'), pageOf(looks, names));
  process.stdout.write(`${folder}index.html\n`);
}

// The test goes through them anyway, and stops at each.
function takeSheets(): void {
  const test = ['run', '--project', 'e2e', 'e2e/access', '--testTimeout', '1800000'];
  const env = { ...process.env, PICTURES: folder };
  const { status } = spawnSync('node_modules/.bin/vitest', test, { stdio: 'inherit', env });
  // What the walk did not come to has no picture.
  if (status !== 0) process.exitCode = 1;
}

/** What was taken, by the alphabet. */
function takenNames(looks: readonly Look[]): readonly string[] {
  const [first] = looks;
  if (first === undefined) return [];
  const end = fileOf(first, '');
  return readdirSync(folder).flatMap((file) =>
    file.endsWith(end) ? file.slice(0, -end.length) : [],
  );
}

async function takePlaces(looks: readonly Look[], places: readonly PlaceToLookAt[]): Promise<void> {
  await withBuiltApp(async (browser, address) => {
    for (const look of looks) {
      const page = await openPage(browser, look);
      await page.goto(address);
      await takeAll(page, look, places);
      await page.context().close();
    }
  });
}

/** Opens the sample shop and takes each place of it. */
async function takeAll(page: Page, look: Look, places: readonly PlaceToLookAt[]): Promise<void> {
  const address = page.url();
  await page.getByRole('button', { name: sampleKey }).click();
  await page.getByRole('navigation').first().waitFor();
  const person = await idOfSomebody(page, address);
  for (const place of places) {
    await page.goto(new URL(place.path.replace(':person', person), address).href);
    await page.getByRole('heading', { level: 1 }).first().waitFor({ state: 'attached' });
    await settle(page);
    if (look.language === 'en') await place.open?.(page);
    await settle(page);
    await page.screenshot({ path: join(folder, fileOf(look, place.name)) });
    const wider = await page.evaluate(
      () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
    );
    if (wider > 0) process.stdout.write(`${fileOf(look, place.name)}: ${wider} px too wide\n`);
  }
}

async function openPage(browser: Browser, { size, theme, language }: Look): Promise<Page> {
  const [width = 1280, height = 800] = size.split('x').map(Number);
  const context = await browser.newContext({
    viewport: { width, height },
    colorScheme: theme,
    locale: locales[language] ?? language,
    timezoneId: 'Europe/London',
    reducedMotion: 'reduce',
    serviceWorkers: 'block',
  });
  const page = await context.newPage();
  await page.clock.setFixedTime(thursday);
  page.on('pageerror', (error) => process.stdout.write(`${size} ${theme}: ${error.message}\n`));
  return page;
}

async function idOfSomebody(page: Page, address: string): Promise<string> {
  await page.goto(new URL('people', address).href);
  const link = page.locator('main a[href*="/people/0"]').first();
  await link.waitFor();
  return (await link.getAttribute('href'))?.split('/').pop() ?? '';
}

/** Until nothing is busy and two frames are drawn. */
async function settle(page: Page): Promise<void> {
  await page.waitForLoadState('networkidle');
  await page.locator('[aria-busy=true], progress').first().waitFor({ state: 'detached' });
  await page.evaluate(
    () => new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done))),
  );
}

function fileOf({ size, theme }: Look, name: string): string {
  return `${name}-${size}-${theme}.png`;
}

function pageOf(looks: readonly Look[], names: readonly string[]): string {
  const rows = names.map((name) => {
    const pictures = looks.map((look) => `<img src="${fileOf(look, name)}" loading="lazy">`);
    return `<h2>${name}</h2><div>${pictures.join('')}</div>`;
  });
  const style = 'div{display:flex;gap:8px;overflow-x:auto}img{height:480px;border:1px solid #888}';
  return `<!doctype html><meta charset="utf-8"><style>${style}</style>${rows.join('\n')}`;
}

await main();
