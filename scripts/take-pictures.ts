// Takes the pictures of docs/ from the built app: the sample shop on one Thursday morning, so that
// they come out the same until the look changes.
import { mkdirSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { chromium, type BrowserContext, type Page } from 'playwright-core';
import { findChromium } from './chromium.ts';
import { builtApp, startServer } from './serve.ts';

const folder = fileURLToPath(new URL('../docs/', import.meta.url));
const thursday = Date.UTC(2026, 5, 18, 9, 42);
const tablet = { width: 1280, height: 800 };
const phone = { width: 390, height: 844 };
const maxBytes = 120_000;

mkdirSync(folder, { recursive: true });
const server = await startServer({ root: builtApp, port: 0 });
const { executablePath, args } = await findChromium();
const browser = await chromium.launch({ executablePath, args: [...args] });
try {
  await takeAll(
    await browser.newContext({
      viewport: tablet,
      locale: 'en-GB',
      timezoneId: 'Europe/London',
      reducedMotion: 'reduce',
    }),
  );
} finally {
  await browser.close();
  await server.stop();
}

async function takeAll(context: BrowserContext): Promise<void> {
  const page = await context.newPage();
  await page.clock.setFixedTime(thursday);
  await page.goto(server.address);
  await page.getByLabel('The shop’s name').fill('Pell & Daughter');
  await page.getByRole('radio', { name: 'Butcher' }).check({ force: true });
  await take(page, 'first-run-tablet');
  await page.getByRole('button', { name: /Try the sample shop/ }).click();
  await counterPictures(page);
  await weekPictures(page);
  await customerPicture(page);
  await doingPicture(page);
  await printPicture(page);
}

/** Somebody for whom a card waits has just come in. */
async function counterPictures(page: Page): Promise<void> {
  const tiles = page.getByRole('list', { name: 'Customers' }).getByRole('button');
  await tiles.first().waitFor();
  await tiles.filter({ hasText: 'something to hand over' }).first().click();
  await page.getByRole('button', { name: 'Handed over' }).waitFor();
  await page.getByText(', saved').first().waitFor();
  await take(page, 'counter-tablet');
  await page.emulateMedia({ colorScheme: 'dark' });
  await take(page, 'counter-dark');
  await page.emulateMedia({ colorScheme: 'light' });
  await page.setViewportSize(phone);
  await take(page, 'counter-phone');
  await page.setViewportSize(tablet);
}

async function weekPictures(page: Page): Promise<void> {
  await page.getByRole('link', { name: /^This week/ }).click();
  const yes = page.getByRole('button', { name: /^Yes, / });
  await yes.first().waitFor();
  await yes.nth(1).click();
  // Both wait to be handed over: the yes is written, and no key is busy any more.
  await page.getByRole('button', { name: /^Undo/ }).nth(1).waitFor();
  await page.locator('[aria-busy=true]').first().waitFor({ state: 'detached' });
  await page.locator(':focus').blur();
  await take(page, 'week-tablet');
  await page.setViewportSize(phone);
  await take(page, 'week-phone');
  await page.setViewportSize(tablet);
}

async function customerPicture(page: Page): Promise<void> {
  await page.getByRole('link', { name: /^People/ }).click();
  await page.getByRole('link', { name: /^Mrs Khan/ }).click();
  await page.getByRole('heading', { name: 'The story so far' }).waitFor();
  await page.getByRole('button', { name: /^Why/ }).waitFor();
  await take(page, 'customer-tablet');
}

async function doingPicture(page: Page): Promise<void> {
  await page.getByRole('link', { name: /^How we/ }).click();
  await page.getByRole('heading', { name: 'What to expect tomorrow' }).waitFor();
  await take(page, 'doing-tablet');
}

async function printPicture(page: Page): Promise<void> {
  await page.getByRole('link', { name: /^This week/ }).click();
  await page.getByRole('link', { name: 'Print the week' }).click();
  await page.locator('.preview .sheet-drawing').first().waitFor();
  await take(page, 'print-list');
}

/** The screen as it stands, once all letters are there; too large a picture is a failure. */
async function take(page: Page, name: string): Promise<void> {
  await page.evaluate(async () => document.fonts.ready);
  const tools = await page.context().newCDPSession(page);
  const { data } = await tools.send('Page.captureScreenshot', { format: 'webp', quality: 85 });
  await tools.detach();
  const picture = Buffer.from(data, 'base64');
  writeFileSync(`${folder}${name}.webp`, picture);
  process.stdout.write(`docs/${name}.webp ${Math.round(picture.length / 1000)} kB\n`);
  if (picture.length > maxBytes) throw new Error(`docs/${name}.webp is larger than it may be.`);
}
