import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { complaints, openApp, type AppPage } from '../support/browser/app-page.ts';
import { backupText } from '../support/files/backup-text.ts';
import { hostileWords } from '../support/values/hostile-words.ts';
import { storedRows } from '../support/browser/stored-rows.ts';
import {
  createShop,
  followTo,
  importList,
  chooseFile,
  goTo,
  key,
  thursday,
  tiles,
} from '../support/browser/shop-steps.ts';
import { daysAgo, every, personWith, settingsWith, today } from '../support/shops/shop-with.ts';

let app: AppPage;
let page: Page;

beforeAll(async () => {
  app = await openApp();
  page = app.page;
  app.context.on('dialog', (dialog) => {
    app.findings.pageErrors.push(`a dialog: ${dialog.message()}`);
    void dialog.dismiss();
  });
  await page.clock.setFixedTime(thursday);
  await createShop(page, app.address);
});

afterAll(async () => {
  await app.close();
});

describe('sixty hostile names', () => {
  it('come in with a list, and stay letters on every screen', async () => {
    expect(hostileWords).toHaveLength(60);
    await page.goto(`${app.address}/shop/bring-in`);
    await importList(page, { name: '<img src=x onerror=executed=1>.csv', text: hostileList() });
    const { customers = [] } = await storedRows(page);
    // Some differ only in signs that are no part of a name.
    expect(customers).toHaveLength(50);
    await walkEverywhere();
  });

  it('come in with a backup, in every field that holds words, and stay letters when they are printed', async () => {
    await page.goto(`${app.address}/shop/copy`);
    const text = hostileBackup();
    await chooseFile(page, 'Choose a backup', { name: 'copy.ndjson', text });
    await key(page, 'Restore this backup').click();
    await page.getByText('Restore the shop as it was').waitFor();
    const { customers = [], gestures = [] } = await storedRows(page);
    expect([customers.length, gestures.length]).toEqual([60, 60]);
    await walkEverywhere();
    await page.goto(`${app.address}/week/print`);
    await page.getByRole('heading', { level: 1 }).first().waitFor({ state: 'attached' });
    await page.pdf();
    await expectUnharmed();
  });

  it('are looked for, and stay letters', async () => {
    await goTo(page, 'People');
    const find = page.getByLabel('Search');
    for (const words of hostileWords) await find.fill(words);
    await find.fill('script');
    await page.getByText('script').first().waitFor();
    await expectUnharmed();
  });
});

/** Every screen, with somebody's page and card among them. */
async function walkEverywhere(): Promise<void> {
  await page.goto(app.address);
  await tiles(page).first().waitFor();
  await tiles(page).first().click();
  for (const place of ['People', 'This week', 'My shop'] as const) await goTo(page, place);
  const { customers = [] } = await storedRows(page);
  const ids = customers.slice(0, 6).map((row) => String(Reflect.get(Object(row), 'id')));
  const paths = ids.flatMap((id) => [`/people/${id}`, `/people/${id}/edit`]);
  for (const path of [
    '/people',
    '/doing',
    '/shop/copy',
    '/shop/bring-in',
    '/week/print',
    ...paths,
  ]) {
    await followTo(page, path);
  }
  await expectUnharmed();
}

async function expectUnharmed(): Promise<void> {
  const executed = await page.evaluate(() => Reflect.get(globalThis, 'executed') ?? 0);
  const polluted = await page.evaluate(() => Object.keys(Object.prototype).length);
  expect([executed, polluted]).toEqual([0, 0]);
  expect(complaints(app.findings)).toEqual([]);
}

function hostileList(): string {
  const quoted = (cell: string): string => `"${cell.replaceAll('"', '""')}"`;
  // A list with such a letter in it is no text and is refused as a whole; backups may hold it.
  const rows = hostileWords
    .map((words) => words.replaceAll('\u0000', ''))
    .map((words) => [words, words.slice(0, 60), '17/06/2026', '3.20', words].map(quoted).join(','));
  return ['Name,Phone,Date,Amount,Note', ...rows].join('\n');
}

function hostileBackup(): string {
  const people = hostileWords.map((words, index) =>
    personWith({
      name: words,
      id: `01900000-0000-7000-8000-${String(index).padStart(12, '0')}`,
      cue: words,
      alsoCalled: [words],
      phones: [words],
      emails: [words],
      addresses: [words],
      note: words,
      preferences: [{ text: words, day: today }],
      visits: every(7, { times: 8, until: daysAgo(index % 5), amount: 900, minute: 600 }).map(
        (visit) => ({ ...visit, note: words }),
      ),
      moments: [{ kind: 'complaint', day: daysAgo(2), text: words }],
      gestures: [{ kind: 'offer', plannedOn: daysAgo(1), words }],
    }),
  );
  const [words = ''] = hostileWords;
  return backupText({
    settings: [settingsWith({ shopName: words, offers: [{ words, cost: 400 }] })],
    erasures: [],
    customers: people.map((person) => person.customer),
    imports: [],
    visits: people.flatMap((person) => person.visits),
    moments: people.flatMap((person) => person.moments),
    gestures: people.flatMap((person) => person.gestures),
    weeks: [],
    perks: [],
    households: [],
    rounds: [],
  });
}
