// A new tablet joins a large shop over the shop's own server, in a real browser: how long until
// people stand on its Counter and until it has everything, how often the screen says how far it is,
// what page, worker and server hold at most, and what taps cost meanwhile.
// `npm run bench:filling [-- --visits N --people N]`.
import 'fake-indexeddb/auto';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { parseArgs } from 'node:util';
import { chromium, type BrowserContext, type Page } from 'playwright-core';
import { findChromium } from '../scripts/chromium.ts';
import { awaitGuest, letGuestIn, openInvitation } from '../src/app/pairing/invite-tablet.ts';
import { invitationHash } from '../src/domain/tablets/invitation.ts';
import { addDays, dayFrom, type Day } from '../src/lib/day.ts';
import { fillServer, type FilledServer } from './filled-server.ts';
import type { TapTimes } from './in-page/page-notes.ts';
import { quantile } from './measured.ts';
import { openSite } from './site.ts';
import { letters, newVisitors, pressLetter, tapNewVisitor, whileWatching } from './steps.ts';
import { watchWorkerHeaps } from './worker-heaps.ts';

const { values } = parseArgs({
  options: {
    visits: { type: 'string', default: '500000' },
    people: { type: 'string', default: '10000' },
  },
});
const size = { customers: Number(values.people), visits: Number(values.visits) };
const zone = 'Europe/London';
const restMs = 2_000;
const letterMs = 250;
/** As many people as there are tiles on the Counter. */
const tiles = 12;

/** How far the new tablet is, as its own databases and its screen say. */
interface Filling {
  readonly visits: number;
  /** Parcels that are still to come; null before anything is said. */
  readonly coming: number | null;
}

async function main(): Promise<void> {
  const begun = Date.now();
  const filled = await fillServer(size, yesterday());
  print(
    `On the server: ${filled.visits} visits of ${size.customers} people in ${filled.parcels} parcels, ` +
      `${filled.megabytes.toFixed(1)} MB, sealed and sent in ${secondsSince(begun)} s`,
  );
  const { inPage, server: site } = await openSite();
  await site.stop();
  const profile = mkdtempSync(join(tmpdir(), 'regulars-filling-'));
  const context = await launch(profile, inPage.notes);
  try {
    await measure(filled, context);
  } finally {
    await context.close();
    rmSync(profile, { recursive: true, force: true, maxRetries: 5 });
    await filled.server.clear();
  }
}

async function measure(filled: FilledServer, context: BrowserContext): Promise<void> {
  const page = context.pages()[0] ?? (await context.newPage());
  const heaps = await watchWorkerHeaps(await context.newCDPSession(page));
  await joinShop(page, filled);
  const begun = Date.now();
  await page
    .locator('.customer-tile_name')
    .nth(tiles - 1)
    .waitFor({ timeout: 600_000 });
  print(`twelve people on the Counter       after ${secondsSince(begun)} s`);
  const taps: TapTimes[] = [];
  let missed = 0;
  const said = new Set<number>();
  const peaks = { page: 0, worker: 0, server: 0 };
  for (let part = 0.1; ;) {
    const { visits, coming } = await readFilling(page);
    if (coming !== null) said.add(coming);
    peaks.page = Math.max(peaks.page, await pageHeap(page));
    peaks.worker = Math.max(peaks.worker, ...(await heaps()));
    peaks.server = Math.max(peaks.server, residentMb(filled.server.pid));
    for (; visits >= filled.visits * part && part < 1; part += 0.1)
      print(`${Math.round(part * 100)} %`.padEnd(35) + `after ${secondsSince(begun)} s`);
    if (visits >= filled.visits && coming === 0) break;
    const tapped = await tap(page, taps.length + missed);
    if (tapped === null) missed += 1;
    else taps.push(tapped);
    await wait(restMs);
  }
  const longTasks = await page.evaluate(() => notes.longTasks.map(([, duration]) => duration));
  const rows: readonly (readonly [string, string])[] = [
    ['everything', `after ${secondsSince(begun)} s`],
    ['how far it is, said in', `${said.size} steps seen, looking every two seconds`],
    ['tap → name painted', percentiles(taps.map(({ painted }) => painted))],
    ['tap → on the disk', percentiles(taps.map(({ done }) => done))],
    ['taps that took more than 20 s', String(missed)],
    [
      'long tasks of the page',
      `${longTasks.length}, the longest ${Math.max(0, ...longTasks).toFixed(0)} ms`,
    ],
    ['heap of the page, at most', `${peaks.page.toFixed(0)} MB`],
    ['heap of a worker, at most', `${peaks.worker.toFixed(0)} MB`],
    ['memory of the server, at most', `${peaks.server.toFixed(0)} MB`],
  ];
  for (const [what, figure] of rows) print(`${what.padEnd(35)}${figure}`);
}

async function joinShop(page: Page, { server, first }: FilledServer): Promise<void> {
  const invitation = await openInvitation(first);
  if (!invitation.ok) throw new Error(invitation.problem);
  await page.goto(`${server.address}/${invitationHash(invitation.value)}`);
  await page.getByRole('button', { name: 'Join', exact: true }).click();
  const atDoor = await awaitGuest(first, invitation.value, AbortSignal.timeout(60_000));
  if (!atDoor.ok) throw new Error(atDoor.problem);
  const letIn = await letGuestIn(first, invitation.value, atDoor.value.guest);
  if (!letIn.ok) throw new Error(letIn.problem);
}

/** Somebody else each time, whom a letter finds. */
async function tap(page: Page, index: number): Promise<TapTimes | null> {
  await findNewVisitor(page, index);
  return whileWatching(
    () => page.evaluate(() => notes.nextTap()),
    () => tapNewVisitor(page),
  ).catch(() => null);
}

/**
 * Presses the letters from the one at `index` on, until one finds somebody who was not here today:
 * while the shop comes from its oldest visit on, those who were are the likeliest of each letter.
 */
async function findNewVisitor(page: Page, index: number): Promise<void> {
  for (let place = index; place < index + letters.length; place += 1) {
    await page.keyboard.press('Escape');
    await pressLetter(page, letters[place % letters.length] ?? 'A');
    await page.locator('.letter-pad_typed').waitFor();
    await page.waitForTimeout(letterMs);
    if ((await newVisitors(page).count()) > 0) return;
  }
  throw new Error('Everybody whom a letter finds has been here today');
}

async function readFilling(page: Page): Promise<Filling> {
  const { shop, beside } = await page.evaluate(async () => ({
    shop: localStorage.getItem('regulars.shop') ?? '',
    beside: (await indexedDB.databases()).map(({ name }) => name ?? ''),
  }));
  const database = beside.find((name) => name.includes('tablets-')) ?? '';
  const meta = await page.evaluate(readRow, { database: shop, store: 'meta', key: 'meta' });
  const line = await page.evaluate(readRow, { database, store: 'line', key: 'line' });
  const coming: unknown = Reflect.get(line, 'coming');
  return {
    visits: Number(Reflect.get(Object(Reflect.get(meta, 'rows')), 'visits')),
    coming: typeof coming === 'number' ? coming : null,
  };
}

interface RowPlace {
  readonly database: string;
  readonly store: string;
  readonly key: string;
}

/** Runs in the page. */
async function readRow({ database, store, key }: RowPlace): Promise<object> {
  const db = await new Promise<IDBDatabase>((resolve) => {
    const request = indexedDB.open(database);
    request.addEventListener('success', () => resolve(request.result));
  });
  const found = await new Promise<unknown>((resolve) => {
    const request = db.transaction(store).objectStore(store).get(key);
    request.addEventListener('success', () => resolve(request.result));
  });
  db.close();
  return Object(found);
}

async function pageHeap(page: Page): Promise<number> {
  const used = await page.evaluate(() => {
    const memory: unknown = Reflect.get(performance, 'memory');
    return Number(Reflect.get(Object(memory), 'usedJSHeapSize'));
  });
  return used / 1e6;
}

async function launch(profile: string, notesOfPage: string): Promise<BrowserContext> {
  const { executablePath, args } = await findChromium();
  const context = await chromium.launchPersistentContext(profile, {
    executablePath,
    args: [...args, '--enable-precise-memory-info'],
    headless: true,
    viewport: { width: 1280, height: 800 },
    locale: 'en-GB',
    timezoneId: zone,
  });
  context.setDefaultTimeout(60_000);
  // What is evaluated in the page was compiled with names kept.
  await context.addInitScript({ content: 'globalThis.__name = (named) => named;' });
  await context.addInitScript({ content: notesOfPage });
  return context;
}

function yesterday(): Day {
  const today = dayFrom(new Date().toISOString().slice(0, 10));
  if (today === undefined) throw new Error('There is a day');
  return addDays(today, -1);
}

function residentMb(pid: number): number {
  return Number(/VmRSS:\s+(\d+)/.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))?.[1]) / 1e3;
}

function percentiles(times: readonly number[]): string {
  const at = (share: number): string => quantile(times, share).toFixed(1);
  return `p50 ${at(0.5)} ms, p95 ${at(0.95)} ms, longest ${at(1)} ms (${times.length})`;
}

function secondsSince(begun: number): number {
  return Math.round((Date.now() - begun) / 1_000);
}

function print(line: string): void {
  process.stdout.write(`${line}\n`);
}

await main();
process.exit();
