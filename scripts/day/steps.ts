// The steps of the day, each as a shopkeeper does it: by pressing what stands on the screen.
import type { Locator, Page } from 'playwright-core';
import type { NamedList } from './named-list.ts';
import type { Counts, ShopDay } from './shop-page.ts';

/** One suggestion as it stood on the screen, with the codes behind its words. */
export interface SuggestionSeen {
  readonly name: string;
  readonly kinds: readonly string[];
  readonly gesture: string;
  readonly reasons: readonly string[];
  readonly sentence: string;
}

/** Begins a shop of its own and imports the list; gives what the app says it imported. */
export async function importList(
  day: ShopDay,
  { list }: { readonly list: NamedList },
): Promise<string> {
  const { page } = day;
  await page.goto(day.address);
  await page.getByRole('textbox').first().fill('Pell & Daughter');
  await page.getByRole('radio', { name: 'Café' }).check();
  await page.getByRole('button', { name: /Import a list/ }).click();
  const chooser = page.waitForEvent('filechooser');
  await page.getByRole('button', { name: 'Choose a file' }).click();
  await (
    await chooser
  ).setFiles({ name: 'visits.csv', mimeType: 'text/csv', buffer: Buffer.from(list.csv) });
  await page.getByRole('heading', { name: 'What is in the columns?' }).waitFor();
  await day.picture('match');
  await page.getByRole('button', { name: 'Continue' }).click();
  const check = page.getByRole('button', { name: 'Import now' });
  await check.waitFor();
  await day.picture('look-it-over');
  await check.click();
  await page.getByRole('heading', { name: 'Imported' }).waitFor({ timeout: 120_000 });
  await day.picture('they-are-in');
  const found = await page
    .getByText(/\d[\d,.]* visits? added\./)
    .first()
    .textContent();
  await page
    .getByRole('link', { name: 'To the Counter' })
    .or(page.getByRole('button', { name: 'To the Counter' }))
    .click();
  return found?.trim() ?? '';
}

/** Logs a visit by a tile, one by letters, and one of somebody new; gives back their names. */
export async function logThreeVisits(day: ShopDay): Promise<readonly string[]> {
  const { page } = day;
  const tiles = page.getByRole('list', { name: 'Customers' }).getByRole('button');
  await tiles.first().waitFor();
  await day.picture('counter');
  const byTile = await tiles.first().locator('b').innerText();
  await tiles.first().click();
  await saved(day, byTile);
  await day.picture('logged-by-tile');

  const wanted = await tiles.nth(5).locator('b').innerText();
  const letters = page.getByRole('region', { name: 'Letters' });
  for (const letter of firstLetters(wanted))
    await letters.getByRole('button', { name: letter, exact: true }).click();
  const found = tiles.filter({ hasText: wanted }).first();
  await found.waitFor();
  await day.picture('letters');
  await found.click();
  await saved(day, wanted);

  const newcomer = 'Wilhelmina Tester';
  await page.getByRole('button', { name: 'New', exact: true }).click();
  await page.getByLabel('Name of the new customer').fill(newcomer);
  await day.picture('new-person');
  await page.getByRole('button', { name: 'Add', exact: true }).click();
  await saved(day, newcomer);
  await day.picture('logged-newcomer');
  return [byTile, wanted, newcomer];
}

/**
 * Accepts everything that is suggested this week; gives back what it was. Nobody suggested is a
 * failure.
 */
export async function decideTheWeek(day: ShopDay): Promise<readonly SuggestionSeen[]> {
  const { page } = day;
  await page.getByRole('link', { name: /This week/ }).click();
  const open = page.locator('li[data-state="open"]');
  await open
    .first()
    .waitFor({ timeout: 60_000 })
    .catch(() => {
      throw new Error('Nobody is suggested this week.');
    });
  await day.picture('this-week');
  await page.getByRole('button', { name: 'Why not others?' }).click();
  await page.getByRole('dialog').waitFor();
  await stillness(day);
  await day.picture('why-not-others');
  await page.keyboard.press('Escape');
  const seen: SuggestionSeen[] = [];
  for (let tries = 0; (await open.count()) > 0; tries += 1) {
    if (tries > 40) throw new Error('The week never ends: forty suggestions and still more.');
    const accepted = await acceptFirst(day);
    if (accepted !== undefined) seen.push(accepted);
  }
  await day.picture('to-hand-over');
  return seen;
}

/** Waits until `item` is decided, and says what the shop's offer is where the week asks for it. */
export async function nameOfferUntilGone(page: Page, item: Locator): Promise<void> {
  const name = page.getByLabel('An offer is', { exact: true });
  await Promise.any([item.waitFor({ state: 'detached' }), name.waitFor()]);
  if ((await name.count()) === 0) return;
  await name.fill('A pound of sausages');
  await page.getByRole('button', { name: 'Use this' }).click();
  await item.waitFor({ state: 'detached' });
}

/**
 * Says yes to the suggestion that stands first; undefined when the list was thought out anew and
 * took it away meanwhile.
 */
async function acceptFirst({ page }: ShopDay): Promise<SuggestionSeen | undefined> {
  const place = await page.locator('li[data-state="open"]').first().getAttribute('data-place');
  const item = page.locator(`li[data-place="${place ?? ''}"][data-state="open"]`);
  try {
    const suggestion = await seenIn(item);
    await item.getByRole('button', { name: /^Yes/ }).click({ timeout: 5000 });
    await nameOfferUntilGone(page, item);
    return suggestion;
  } catch (error) {
    if ((await item.count()) > 0) throw error;
    return undefined;
  }
}

/** Prints the list to a PDF the way the browser would. */
export async function printTheList(day: ShopDay): Promise<void> {
  const { page } = day;
  await page
    .getByRole('link', { name: 'Print the week' })
    .or(page.getByRole('button', { name: 'Print the week' }))
    .first()
    .click();
  await page.getByRole('heading', { name: 'Print', exact: true }).waitFor();
  await page.locator('.print-root').first().waitFor({ state: 'attached' });
  await day.picture('print');
  await page.pdf({ path: day.file('list.pdf'), preferCSSPageSize: true });
}

/**
 * Takes the network and the server away, reloads, and compares what is there with `historyBefore`.
 */
export async function goOffline(day: ShopDay, before: Counts): Promise<void> {
  const { page, context } = day;
  await page.waitForFunction(
    async () => (await navigator.serviceWorker.getRegistration())?.active?.state === 'activated',
  );
  await context.setOffline(true);
  await day.stopServer();
  await page.goto(day.address);
  await page.getByRole('list', { name: 'Customers' }).getByRole('button').first().waitFor();
  await day.picture('offline');
  const after = await day.counts();
  if (after.customers !== before.customers || after.visits !== before.visits)
    throw new Error(
      `Without a network there are ${JSON.stringify(after)}, before there were ${JSON.stringify(before)}.`,
    );
  await page.getByRole('link', { name: /This week/ }).click();
  await page.getByRole('heading', { name: /This week/ }).waitFor();
  await day.picture('offline-week');
}

async function saved(day: ShopDay, name: string): Promise<void> {
  const strip = day.page.getByRole('region', { name: 'The last visit' });
  await strip.filter({ hasText: name }).filter({ hasText: ', saved' }).waitFor();
}

/** Waits until nothing fades or slides any more. */
async function stillness({ page }: ShopDay): Promise<void> {
  await page.evaluate(() => Promise.all(document.getAnimations().map((each) => each.finished)));
}

async function seenIn(item: ReturnType<ShopDay['page']['locator']>): Promise<SuggestionSeen> {
  const codes = async (name: string): Promise<readonly string[]> =>
    ((await item.getAttribute(name)) ?? '').split(' ').filter((code) => code !== '');
  return {
    name: await item.getByRole('heading').innerText({ timeout: 5000 }),
    kinds: await codes('data-kinds'),
    gesture: (await item.getAttribute('data-gesture')) ?? '',
    reasons: await codes('data-reasons'),
    sentence: (await item.locator('p').first().innerText()).trim(),
  };
}

/** Two letters of a name as they stand on the keys. */
function firstLetters(name: string): readonly string[] {
  const plain = name
    .normalize('NFD')
    .replace(/[^A-Za-z]/g, '')
    .toUpperCase();
  return plain.slice(0, 2).split('');
}
