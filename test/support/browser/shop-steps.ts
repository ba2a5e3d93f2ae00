// What a shopkeeper does in the built app, by the words on the keys.
import type { Locator, Page } from 'playwright-core';

/** A Thursday morning in summer: with it the sample shop is always one and the same. */
export const thursday = Date.UTC(2026, 5, 18, 9, 42);

/** Starts a shop called Pell & Daughter and stands at its empty Counter. */
export async function createShop(page: Page, address: string): Promise<void> {
  await page.goto(address);
  await page.getByLabel('The shop’s name').fill('Pell & Daughter');
  await page.getByRole('radio', { name: 'Butcher' }).check({ force: true });
  await page.getByRole('button', { name: 'Start with my own' }).click();
  await page.getByRole('navigation', { name: 'Places' }).waitFor();
}

/** Opens the sample shop as it is on that Thursday, and stands at its Counter. */
export async function openSample(page: Page, address: string): Promise<void> {
  await page.clock.setFixedTime(thursday);
  await page.goto(address);
  await page.getByRole('button', { name: /Try the sample shop/ }).click();
  await tiles(page).first().waitFor();
}

/** The words on the rail, and the shorter ones on a phone. */
const placeWords = {
  Counter: /^Counter/,
  People: /^People/,
  'This week': /^(This w|W)eek/,
  'How we’re doing': /^How/,
  'My shop': /^(My s|S)hop/,
} as const;

/** Goes to a place by the rail. */
export async function goTo(page: Page, place: keyof typeof placeWords): Promise<void> {
  const places = page.getByRole('navigation', { name: 'Places' });
  await places.getByRole('link', { name: placeWords[place] }).click();
  await page.getByRole('heading', { level: 1 }).first().waitFor({ state: 'attached' });
}

/**
 * Follows a link to `path` within the open app: the page, and what was put into it, stays. Waits
 * for the title of another screen.
 */
export async function followTo(page: Page, path: string): Promise<void> {
  await page.evaluate((href) => {
    for (const title of document.querySelectorAll('h1')) title.setAttribute('data-left', '');
    const link = document.body.appendChild(document.createElement('a'));
    link.href = href;
    link.click();
    link.remove();
  }, path);
  await page.locator('h1:not([data-left])').first().waitFor({ state: 'attached' });
}

/** All keys in the grid of the Counter. */
export function tiles(page: Page): Locator {
  return page.getByRole('list', { name: 'Customers' }).getByRole('button');
}

export function tile(page: Page, name: string): Locator {
  return tiles(page).filter({ hasText: name }).first();
}

export function key(page: Page, name: string): Locator {
  return page.getByRole('button', { name, exact: true });
}

/** The strip that speaks of the last visit. */
export function strip(page: Page): Locator {
  return page.getByRole('region', { name: 'The last visit' });
}

/** Waits until the strip says that the visit of `name` is saved. */
export async function saved(page: Page, name: string): Promise<void> {
  await strip(page).filter({ hasText: name }).filter({ hasText: ', saved' }).waitFor();
}

/** Logs the first visit of somebody new. */
export async function addPerson(page: Page, name: string): Promise<void> {
  await key(page, 'New').click();
  await page.getByLabel('Name of the new customer').fill(name);
  await key(page, 'Add').click();
  await saved(page, name);
}

/** Gives the file under the key with `word` on it. */
export async function chooseFile(
  page: Page,
  word: string,
  file: { readonly name: string; readonly text: string | Buffer } | string,
): Promise<void> {
  const input = page.getByLabel(word);
  if (typeof file === 'string') return input.setInputFiles(file);
  const { name, text } = file;
  return input.setInputFiles({ name, mimeType: 'text/csv', buffer: Buffer.from(text) });
}

/** Brings a list in that needs no answers. */
export async function importList(
  page: Page,
  list: { readonly name: string; readonly text: string },
): Promise<void> {
  await chooseFile(page, 'Choose a file', list);
  await key(page, 'Continue').click();
  await key(page, 'Import now').click();
  await page.getByRole('heading', { name: 'Imported' }).waitFor();
}

/**
 * Waits until nothing fades or slides any more; what turns for as long as it waits is left alone.
 */
export async function stillness(page: Page): Promise<void> {
  await page.evaluate(async () => {
    const ending = document.getAnimations().filter((each) => {
      const end = each.effect?.getComputedTiming().endTime;
      return typeof end === 'number' && Number.isFinite(end);
    });
    await Promise.allSettled(ending.map((each) => each.finished));
  });
}

/** Types the six words that stand on the page for backups, which locks them; gives the phrase. */
export async function typeThePhrase(page: Page): Promise<string> {
  const words = page.getByRole('list', { name: 'The six words' }).getByRole('listitem');
  await words.first().waitFor();
  const phrase = (await words.allTextContents()).join('-');
  await page.getByLabel('Type the six words once').fill(phrase.replaceAll('-', ' '));
  await key(page, 'Lock backups from now on').click();
  return phrase;
}
