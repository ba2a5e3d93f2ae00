// The built app on a page whose clock stands where the day is: its own server, an empty profile,
// and a list of whatever must not happen.
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { chromium, type BrowserContext, type Page } from 'playwright-core';
import type { Day } from '../../src/lib/day.ts';
import { toInstant } from '../../src/lib/time-zone.ts';
import { findChromium } from '../chromium.ts';
import { builtApp, startServer } from '../serve.ts';

export interface Counts {
  readonly customers: number;
  readonly visits: number;
}

export interface ShopDay {
  readonly page: Page;
  readonly context: BrowserContext;
  readonly address: string;
  readonly stopServer: () => Promise<void>;
  /** Live rows of the open shop's database. */
  readonly counts: () => Promise<Counts>;
  /** A picture of what stands on the screen, numbered in the order of the day. */
  readonly picture: (name: string) => Promise<void>;
  /** A file of the day's folder. */
  readonly file: (name: string) => string;
  readonly complaints: () => readonly string[];
  readonly close: () => Promise<void>;
}

/** The shop's zone for the day; the page's clock shows ten in the morning there. */
const zone = 'Europe/London';
const ten = 600;

/** Opens an empty app in which it is `todayVisits`. */
export async function openShopDay({
  today,
  out,
}: {
  readonly today: Day;
  readonly out: string;
}): Promise<ShopDay> {
  const server = await startServer({ root: builtApp, port: 0 });
  const profile = mkdtempSync(join(tmpdir(), 'regulars-day-'));
  const { executablePath, args } = await findChromium();
  const context = await chromium.launchPersistentContext(profile, {
    executablePath,
    args: [...args],
    headless: true,
    viewport: { width: 1280, height: 800 },
    locale: 'en-GB',
    timezoneId: zone,
  });
  await setClock(context, toInstant({ day: today, minute: ten }, zone));
  const complaints = listen(context, server.address);
  const page = context.pages()[0] ?? (await context.newPage());
  let pictures = 0;
  return {
    page,
    context,
    address: server.address,
    stopServer: () => server.stop(),
    counts: () => countRows(page),
    picture: async (name) => {
      pictures += 1;
      await page.screenshot({
        path: join(out, `${String(pictures).padStart(2, '0')}-${name}.png`),
      });
    },
    file: (name) => join(out, name),
    complaints: () => complaints,
    close: async () => {
      await context.close();
      await server.stop();
      rmSync(profile, { recursive: true, force: true, maxRetries: 5 });
    },
  };
}

// The page's clock runs on from `now`; the app's worker follows the page.
async function setClock(context: BrowserContext, now: number): Promise<void> {
  const content = `{
    const RealDate = Date;
    const ahead = ${now} - RealDate.now();
    globalThis.Date = class extends RealDate {
      constructor(...words) {
        if (words.length === 0) super(RealDate.now() + ahead);
        else super(...words);
      }
      static now() {
        return RealDate.now() + ahead;
      }
    };
  }`;
  await context.addInitScript({ content });
}

function listen(context: BrowserContext, address: string): readonly string[] {
  const found: string[] = [];
  context.on('weberror', (error) => found.push(`page error: ${error.error().message}`));
  context.on('request', (request) => {
    const url = request.url();
    if (!url.startsWith(`${address}/`) && !/^(blob|data|about):/.test(url))
      found.push(`request to ${url}`);
  });
  return found;
}

async function countRows(page: Page): Promise<Counts> {
  const [customers = 0, visits = 0] = await page.evaluate(async () => {
    const names = (await indexedDB.databases()).map((each) => each.name ?? '');
    const db = await new Promise<IDBDatabase>((done, fail) => {
      const request = indexedDB.open(names.find((name) => name.startsWith('regulars-')) ?? '');
      request.addEventListener('success', () => done(request.result));
      request.addEventListener('error', () => fail(new Error('The shop’s database did not open.')));
    });
    const tables = await Promise.all(
      ['customers', 'visits'].map(
        (table) =>
          new Promise<readonly { readonly voided: boolean }[]>((done, fail) => {
            const request = db.transaction(table).objectStore(table).getAll();
            request.addEventListener('success', () => done(request.result));
            request.addEventListener('error', () => fail(new Error(`${table} could not be read.`)));
          }),
      ),
    );
    db.close();
    return tables.map((rows) => rows.filter((row) => !row.voided).length);
  });
  return { customers, visits };
}
