// A browser with a filled shop. A shop of a size is filled once and its profile kept; each look at
// it is at a copy, so that what is logged while measuring is gone afterwards and every run begins
// with the same shop.
import {
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  renameSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { chromium, type BrowserContext, type CDPSession, type Page } from 'playwright-core';
import { addDays, dayFrom } from '../src/lib/day.ts';
import { toInstant } from '../src/lib/time-zone.ts';
import { findChromium } from '../scripts/chromium.ts';
import { askWorker } from './ask-worker.ts';
import { memoryOfWorker } from './worker-memory.ts';
import { sizes, type FillOrder, type FillReport, type Size } from './fill-order.ts';
import { foldVersion } from '../src/domain/visits/history.ts';
import { schemaVersion } from '../src/schema/versions.ts';
import type { CountedWork } from './in-page/counted-storage.ts';
import type { StartWatch } from './in-page/page-notes.ts';
import { cacheFolder, port, type Site } from './site.ts';
import { withTimeout } from './steps.ts';

/** A shop of one of the sizes, or one without anybody. */
export type ShopSize = Size | 'empty';

export interface ShopBrowser {
  readonly context: BrowserContext;
  readonly page: Page;
  readonly session: CDPSession;
  /** What the app's worker does during `step`. */
  readonly measureWorker: (step: () => Promise<unknown>) => Promise<CountedWork>;
  /** What the app's worker holds in memory, columns too, after a collection. MB. */
  readonly workerMemory: () => Promise<number>;
  readonly close: () => Promise<void>;
}

/** How a page is opened. */
export interface Opening {
  /** 1 is this machine, 4 a slow tablet. */
  readonly throttle: number;
  readonly watch?: StartWatch;
  readonly network?: 'offline';
}

export const database = 'regulars-measured';
const zone = 'Europe/London';
/** Each look begins at five to eleven on a Thursday; the last visits were logged the day before. */
export const today = dayFrom('2026-06-18') ?? never();
const startMinute = 655;

/** The copy of a filled shop's profile in which a run may write what it likes. */
export interface ShopProfile {
  readonly profile: string;
  readonly open: (opening: Opening) => Promise<ShopBrowser>;
  /**
   * How long the browser's very first answer about its databases takes on a page without the app,
   * after a start of the browser. Milliseconds.
   */
  readonly firstAnswer: () => Promise<number>;
  /** Ends whatever browser is still open on it: one profile, one browser. */
  readonly closeBrowser: () => Promise<void>;
  readonly remove: () => void;
}

/**
 * A fresh copy of the shop of this size, filled first if need be. The app was opened in it before
 * and works offline.
 */
export async function openShopProfile(
  site: Site,
  size: ShopSize,
  say: (line: string) => void,
): Promise<ShopProfile> {
  const kept = join(cacheFolder, `profile-${size}-${port}`);
  if (markOf(kept) !== filledAs) await fillProfile(site, { size, kept, say });
  const profile = mkdtempSync(join(tmpdir(), 'regulars-bench-'));
  cpSync(kept, profile, { recursive: true });
  await openOnce(site, profile, size);
  let last: ShopBrowser | null = null;
  return {
    profile,
    async open(opening) {
      last = await openShop(site, profile, { network: 'offline', ...opening });
      return last;
    },
    firstAnswer: () => firstAnswer(site, profile),
    closeBrowser: async () => last?.close().catch(() => undefined),
    remove: () => rmSync(profile, { recursive: true, force: true, maxRetries: 5 }),
  };
}

const filledMark = 'filled.txt';

/**
 * A shop of other rows than the app writes now is filled anew: bringing them to today would be
 * measured with the start.
 */
const filledAs = `in sessions: rows ${schemaVersion}, folded ${foldVersion}`;

function markOf(profile: string): string | null {
  const mark = join(profile, filledMark);
  return existsSync(mark) ? readFileSync(mark, 'utf8') : null;
}

async function fillProfile(
  site: Site,
  {
    size,
    kept,
    say,
  }: { readonly size: ShopSize; readonly kept: string; readonly say: (line: string) => void },
): Promise<void> {
  const begun = Date.now();
  const fresh = `${kept}-fresh`;
  rmSync(fresh, { recursive: true, force: true });
  rmSync(kept, { recursive: true, force: true });
  mkdirSync(fresh, { recursive: true });
  const context = await launch(fresh);
  try {
    const page = await blankPage(context, site);
    const day = addDays(today, -1);
    const filled = await page.evaluate(fillFrom, {
      worker: site.fillWorker,
      order: {
        database,
        size: size === 'empty' ? { customers: 0, visits: 0 } : sizes[size],
        endDay: day,
      },
    });
    if (filled.kind !== 'done')
      throw new Error(
        `The shop could not be filled: ${filled.kind === 'failed' ? filled.why : ''}`,
      );
    await page.evaluate((name) => localStorage.setItem('regulars.shop', name), database);
    say(
      `  filled ${size}: ${filled.visits} visits in ${Math.round((Date.now() - begun) / 1000)} s`,
    );
  } finally {
    await context.close();
  }
  writeFileSync(join(fresh, filledMark), filledAs);
  renameSync(fresh, kept);
}

/** Runs in a page without the app: hands the order to the filling worker. */
function fillFrom({
  worker,
  order,
}: {
  readonly worker: string;
  readonly order: FillOrder;
}): Promise<FillReport> {
  const policies: unknown = Reflect.get(globalThis, 'trustedTypes');
  if (policies !== undefined)
    Reflect.get(Object(policies), 'createPolicy').call(policies, 'default', {
      createScriptURL: (url: string) => url,
    });
  return new Promise((resolve) => {
    const filler = new Worker(worker);
    filler.addEventListener('message', ({ data }: MessageEvent<FillReport>) => {
      if (data.kind !== 'progress') resolve(data);
    });
    filler.addEventListener('error', ({ message }) => resolve({ kind: 'failed', why: message }));
    // oxlint-disable-next-line unicorn/require-post-message-target-origin -- a worker, not a window
    filler.postMessage(order);
  });
}

async function firstAnswer(site: Site, profile: string): Promise<number> {
  const context = await launch(profile);
  try {
    const page = await blankPage(context, site);
    return await page.evaluate(async () => {
      const begun = performance.now();
      await indexedDB.databases();
      return performance.now() - begun;
    });
  } finally {
    await context.close();
  }
}

async function blankPage(context: BrowserContext, site: Site): Promise<Page> {
  const page = context.pages()[0] ?? (await context.newPage());
  const address = `${site.server.address}/bench/fill`;
  await page.route(address, (route) =>
    route.fulfill({ contentType: 'text/html', body: '<!doctype html><title>fill</title>' }),
  );
  await page.goto(address);
  page.setDefaultTimeout(0);
  return page;
}

/** So long the app may take to be ready for offline, and to do the quiet work after a start. */
const readyMs = 120_000;
const maintenanceMs = 240_000;

// Lets the app put itself into the browser's cache of offline pages, as it has on any tablet after
// the first minute.
async function openOnce(site: Site, profile: string, size: ShopSize): Promise<void> {
  const { page, context, close } = await openShop(site, profile, { throttle: 1 });
  try {
    await withTimeout(
      readyMs,
      page.evaluate(() => navigator.serviceWorker.ready.then(() => undefined)),
    );
    await page.waitForFunction(async () => {
      const names = await caches.keys();
      const kept = await Promise.all(names.map(async (name) => (await caches.open(name)).keys()));
      return kept.flat().length > 20;
    });
    // The quiet work after a start is done too: learning, and choosing whom the next start reads
    // first.
    await page.evaluate(waitForMaintenance, {
      database,
      patienceMs: size === 'empty' ? 2_000 : maintenanceMs,
    });
    // On the first day they are chosen a moment before anything is learned; from the second on by
    // what was learned.
    if (size !== 'empty')
      await askWorker(page, {
        database,
        request: { kind: 'refresh-startup-cache', today },
      });
    await page.waitForTimeout(1_500);
    await context.pages()[0]?.close();
  } finally {
    await close();
  }
}

/**
 * Runs in the page: waits until what is learned from the shop and who is read first are kept, or
 * for so long.
 */
async function waitForMaintenance({
  database: name,
  patienceMs,
}: {
  readonly database: string;
  readonly patienceMs: number;
}): Promise<void> {
  const until = performance.now() + patienceMs;
  const db = await new Promise<IDBDatabase>((resolve) => {
    const request = indexedDB.open(name);
    request.addEventListener('success', () => resolve(request.result));
  });
  for (let isDone = false; !isDone && performance.now() < until;) {
    await new Promise((resolve) => setTimeout(resolve, 500));
    isDone = await new Promise<boolean>((resolve) => {
      const request = db.transaction('models').objectStore('models').getAllKeys();
      request.addEventListener('success', () =>
        resolve(request.result.includes('beliefs') && request.result.length > 10),
      );
    });
  }
  db.close();
}

async function openShop(
  site: Site,
  profile: string,
  { throttle, watch, network }: Opening,
): Promise<ShopBrowser> {
  const context = await launch(profile);
  context.setDefaultTimeout(120_000);
  await context.addInitScript({ content: pageClock() });
  if (watch !== undefined)
    await context.addInitScript({ content: `globalThis.watchedStart = ${JSON.stringify(watch)};` });
  await context.addInitScript({ content: site.inPage.notes });
  const page = context.pages()[0] ?? (await context.newPage());
  const wire = await context.newCDPSession(page);
  await wire.send('Emulation.setCPUThrottlingRate', { rate: throttle });
  if (network === 'offline') await context.setOffline(true);
  await page.goto(site.server.address);
  if (watch === undefined) await page.evaluate(site.inPage.references);
  return {
    context,
    page,
    session: wire,
    measureWorker: (step) => countWorkerWork(site, page, step),
    workerMemory: async () => memoryOfWorker(await context.newCDPSession(page)),
    close: () => context.close(),
  };
}

async function countWorkerWork(
  site: Site,
  page: Page,
  step: () => Promise<unknown>,
): Promise<CountedWork> {
  const worker = page.workers().at(-1);
  if (worker === undefined) throw new Error('no worker');
  await worker.evaluate(site.inPage.workerCounts);
  await worker.evaluate(() => counts.begin());
  await step();
  return worker.evaluate(() => counts.end());
}

async function launch(profile: string): Promise<BrowserContext> {
  const { executablePath, args } = await findChromium();
  const context = await chromium.launchPersistentContext(profile, {
    executablePath,
    args: [...args],
    headless: true,
    viewport: { width: 1280, height: 800 },
    locale: 'en-GB',
    timezoneId: zone,
  });
  // What is evaluated in the page was compiled with names kept.
  await context.addInitScript({ content: 'globalThis.__name = (named) => named;' });
  return context;
}

// The page's clock begins at the same minute each time and runs on; `aheadMs` can be moved.
function pageClock(): string {
  const now = toInstant({ day: today, minute: startMinute }, zone);
  return `{
    const RealDate = Date;
    globalThis.aheadMs = ${now} - RealDate.now();
    globalThis.Date = class extends RealDate {
      constructor(...words) {
        if (words.length === 0) super(RealDate.now() + globalThis.aheadMs);
        else super(...words);
      }
      static now() {
        return RealDate.now() + globalThis.aheadMs;
      }
    };
  }`;
}

function never(): never {
  throw new RangeError('not a day');
}
