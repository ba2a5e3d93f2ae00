import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { addDays, dayFrom } from '#lib/day.ts';
import type { NamedList } from '../../scripts/day/named-list.ts';
import type { ShopDay } from '../../scripts/day/shop-page.ts';
import {
  importList,
  decideTheWeek,
  logThreeVisits,
  printTheList,
} from '../../scripts/day/steps.ts';
import {
  complaints,
  openContext,
  waitUntilOffline,
  type AppPage,
} from '../support/browser/app-page.ts';
import { nextBuild } from '../support/browser/next-build.ts';
import { pagesOf } from '../support/browser/pdf.ts';
import { startPlainHost, type PlainHost } from '../support/browser/plain-host.ts';
import { goTo, key, saved, strip, thursday, tile } from '../support/browser/shop-steps.ts';
import { storedRows } from '../support/browser/stored-rows.ts';
import { unpackedRelease } from '../support/browser/unpacked-release.ts';

// The day is lived on the weakest host: the release, unpacked in a folder below the root, where no
// header is sent and no address rewritten. All other tests have the app at the root of its server.
const place = '/some/path/';
const folder = mkdtempSync(join(tmpdir(), 'regulars-day-'));
const releases: string[] = [];
let host: PlainHost;
let app: Pick<AppPage, 'context' | 'page' | 'findings'>;
let page: Page;
let day: ShopDay;
beforeAll(async () => {
  host = await startPlainHost({ folders: [place], root: released() });
  app = await openContext(host.origin, { serviceWorkers: 'allow', reducedMotion: 'no-preference' });
  page = app.page;
  day = shopDayOf(app);
  await page.clock.setFixedTime(thursday);
});
afterAll(async () => {
  await day.close();
  for (const each of [folder, ...releases]) rmSync(each, { recursive: true, force: true });
});

describe('a day in the shop, and its Monday morning', () => {
  it('begins with a list of who came so far', async () => {
    expect(await importList(day, { list: pastYear() })).toBe('14 new people, 514 visits added.');
  });

  it('logs visits by tile, by letters and by name, with all that is noted', async () => {
    const [, , newcomer = ''] = await logThreeVisits(day);
    await page.getByText('3 today').waitFor();
    await key(page, 'Undo').click();
    await page.getByText('2 today').waitFor();
    await key(page, 'Restore').click();
    await saved(page, newcomer);
    await page.getByRole('button', { name: /(?:…|other) amount$/ }).click();
    for (const digit of '1240') await key(page, digit).click();
    await key(page, 'Brought a friend').click();
    await key(page, 'Done').click();
    await key(page, 'Note about this visit').click();
    await page.getByRole('textbox').fill('Asked about suet.');
    await key(page, 'Done').click();
    await key(page, 'Told us something').click();
    await key(page, 'Praise').click();
    await page.getByLabel('In their words, if you like').fill('Best pies in town.');
    await key(page, 'Done').click();
    await page.getByRole('button', { name: '£12.40 noted. Change it' }).waitFor();
  });

  it('tells it all again on the page of the person', async () => {
    await strip(page)
      .getByRole('link', { name: /their page$/ })
      .click();
    const story = page.getByRole('list', { name: 'The story so far' });
    for (const told of [
      '£12.40',
      'Brought a friend',
      '“Asked about suet.”',
      '“Best pies in town.”',
    ])
      await story.getByText(told).first().waitFor();
  });

  it('says whom to thank this week; some are skipped, some get something else, the others a yes', async () => {
    await goTo(page, 'This week');
    const open = page.locator('li[data-state="open"]');
    await open.first().waitFor();
    const names = await open.getByRole('heading').allInnerTexts();
    await page.getByRole('button', { name: `Skip ${names[0]}` }).click();
    await page.getByRole('button', { name: `Something else for ${names[1]}` }).click();
    await page.getByRole('radio', { name: 'An offer' }).check({ force: true });
    await page.getByLabel('What do you give?').fill('a pie, no charge');
    await key(page, 'Use this').click();
    await page.getByText('a pie, no charge').first().waitFor();
    const accepted = await decideTheWeek(day);
    // Where somebody is skipped, the next one moves up.
    expect(accepted.map(({ name }) => name)).toEqual(expect.arrayContaining(names.slice(2)));
    expect(accepted.map(({ name }) => name)).not.toContain(names[0]);
    for (const { sentence } of accepted) expect(sentence).toMatch(numberOrDay);
    await page.getByRole('button', { name: `Undo skipping ${names[0]}` }).waitFor();
  });

  it('prints what was decided', async () => {
    await printTheList(day);
    const pages = await pagesOf(readFileSync(day.file('list.pdf')));
    const words = pages.flatMap(({ texts }) => texts.map(({ text }) => text)).join(' ');
    expect(words).toMatch(/a pie, no charge/i);
    expect(words).toContain('A line to write by hand');
  });

  it('hands over at the Counter, and it is known to be done', async () => {
    await goTo(page, 'This week');
    const card = page.getByRole('button', { name: /^Handed over: / }).first();
    const name = ((await card.getAttribute('aria-label')) ?? '').replace('Handed over: ', '');
    await goTo(page, 'Counter');
    for (const letter of name.slice(0, 3).toUpperCase()) await page.keyboard.press(letter);
    await tile(page, name).click();
    await saved(page, name);
    await key(page, 'Handed over').click();
    await page.getByRole('button', { name: 'Handed over. Undo' }).waitFor();
    await goTo(page, 'This week');
    await page.getByRole('button', { name: `Undo for ${name}: it waits again` }).waitFor();
  });

  it('ends with a backup that lies outside the tablet', async () => {
    await goTo(page, 'My shop');
    await page.getByRole('link', { name: 'Save a backup' }).click();
    await key(page, 'Back up without a lock').click();
    const download = page.waitForEvent('download');
    await key(page, 'Save to this tablet').click();
    expect((await download).suggestedFilename()).toMatch(/^regulars-/);
    await goTo(page, 'My shop');
    await page.getByText('Backed up today.').waitFor();
  });

  it('takes a newer release that was put over the old one, when it is told to', async () => {
    await waitUntilOffline(page);
    // A page that is under no worker yet would let the newer one begin at once.
    await page.reload();
    await page.getByText('Backed up today.').waitFor();
    const next = nextBuild();
    host.turnTo(released(next));
    rmSync(next, { recursive: true, force: true });
    await page.evaluate(async () => (await navigator.serviceWorker.ready).update());
    await key(page, 'Use it now').click();
    await page.locator('meta[name=build]').waitFor({ state: 'attached' });
    await page.getByText('Backed up today.').waitFor();
    expect(new URL(page.url()).pathname).toBe(`${place}shop`);
  });

  it('goes on when the line is cut: a visit is logged, and there after a reload', async () => {
    await host.stop();
    await page.goto(day.address);
    await page.getByText('4 today').waitFor();
    await tile(page, 'Priya Nair').click();
    await saved(page, 'Priya Nair');
    await page.reload();
    await page.getByText('5 today').waitFor();
  });

  it('asked no other host for anything, and nothing complained', async () => {
    const { visits = [], customers = [] } = await storedRows(page, place);
    expect(visits).toHaveLength(519);
    expect(customers).toHaveLength(15);
    expect(complaints(app.findings)).toEqual([]);
  });
});

/** Numbers up to twelve are written out. */
const numberOrDay =
  /\d|\b(once|twice|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve)\b/i;

/** A year of visits: regulars on their own weekdays, three of whom stopped, and two who are new. */
function pastYear(): NamedList {
  const today = dayFrom('2026-06-18');
  if (today === undefined) throw new Error('There is such a day');
  const regulars =
    'Edith Marsh,Tom Reed,Hana Novak,Mrs Khan,Joan Price,Father Moran,Big Dave,Priya Nair,Sue Doyle';
  const gone = ['Mr Okoro', 'Ruth Adler', 'Jean-Luc Petit'];
  const fresh = ['Zoe Lind', 'Aoife Byrne'];
  const rows = [
    ...regulars.split(',').flatMap((name, at) => weekly(name, 1 + (at % 7), 50)),
    ...gone.flatMap((name, at) => weekly(name, 36 + at, 18)),
    ...fresh.flatMap((name, at) => weekly(name, 2 + at, 4 + 2 * at).slice(0, 4 + 2 * at)),
  ];
  function weekly(name: string, last: number, times: number): readonly string[] {
    return Array.from({ length: times }, (_, week) =>
      today === undefined
        ? ''
        : `${name},${addDays(today, -last - 7 * week)},${10 + (week % 5)}.50`,
    );
  }
  return {
    csv: `Name,Visit,Amount\n${rows.join('\n')}\n`,
    rows: rows.length,
    customers: 14,
    lastDay: '2026-06-17',
  };
}

/** The release of the app built in `from`, or of the app itself, unpacked until the end. */
function released(from?: string): string {
  const unpacked = unpackedRelease(from);
  releases.push(unpacked);
  return unpacked;
}

/** The open app as the steps of the day take it; no pictures are taken here. */
function shopDayOf({ page: open, context, findings }: typeof app): ShopDay {
  return {
    page: open,
    context,
    address: `${host.origin}${place}`,
    stopServer: host.stop,
    close: async () => {
      await context.close();
      await host.stop();
    },
    counts: async () => {
      const { customers = [], visits = [] } = await storedRows(open, place);
      return { customers: customers.length, visits: visits.length };
    },
    picture: async () => undefined,
    file: (name) => join(folder, name),
    complaints: () => complaints(findings),
  };
}
