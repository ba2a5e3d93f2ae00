// The built app in a real browser: its own server, storage that nobody has touched, and a record of
// everything that must not happen (page errors, blocked content, requests to other hosts).
import { chromium, type Browser, type BrowserContext, type Page } from 'playwright-core';
import { findChromium, testArgs } from '../../../scripts/chromium.ts';
import { builtApp, startServer, type RunningServer } from '../../../scripts/serve.ts';
import { isNight } from '../values/runs.ts';

/** Everything that must stay empty during a test. */
export interface Findings {
  readonly pageErrors: string[];
  readonly consoleErrors: string[];
  readonly policyReports: string[];
  readonly foreignRequests: string[];
}

/** How the browser is to be opened; everything has a default. */
export interface AppOptions {
  /** The folder to serve; the built app when left out. */
  readonly root?: string;
  readonly viewport?: { readonly width: number; readonly height: number };
  readonly timezone?: string;
  /** The language and country that the browser prefers. */
  readonly locale?: string;
  readonly colorScheme?: 'light' | 'dark';
  /** Left out, nothing moves by day: tests of what moves, or of taps on it, ask for motion. */
  readonly reducedMotion?: 'reduce' | 'no-preference';
  readonly touch?: 'yes' | 'no';
  /**
   * `allow` puts the app on the tablet, so that it works without a network. Left out, the network
   * alone delivers: an installation fetches every file of the app.
   */
  readonly serviceWorkers?: 'allow' | 'block';
  /** What the app kept in another opening: it is found here as if it had been written here. */
  readonly kept?: KeptStorage;
}

/** Rows and small stores of an opening. */
export type KeptStorage = Awaited<ReturnType<BrowserContext['storageState']>>;

/** One running app. `close` ends the server and forgets all that the browser kept for it. */
export interface AppPage {
  readonly context: BrowserContext;
  readonly page: Page;
  readonly findings: Findings;
  readonly address: string;
  /** Ends the server: from here on the app is on its own. */
  readonly stopServer: () => Promise<void>;
  /** Serves from another folder if one is named, and again on the same port if it had stopped. */
  readonly serveAgain: (root?: string) => Promise<void>;
  readonly close: () => Promise<void>;
}

/**
 * Serves the app and opens a page without an address, in a corner of the browser that shares
 * nothing with any other.
 */
export async function openApp(options: AppOptions = {}): Promise<AppPage> {
  let server: RunningServer | null = await startServer({ root: options.root ?? builtApp, port: 0 });
  const { address, port } = server;
  const { context, findings, page } = await openContext(address, options);
  const stopServer = async () => {
    await server?.stop();
    server = null;
  };
  return {
    context,
    page,
    findings,
    address,
    stopServer,
    serveAgain: async (root = options.root ?? builtApp) => {
      if (server === null) server = await startServer({ root, port });
      else server.turnTo(root);
    },
    close: async () => {
      await context.close();
      await stopServer();
    },
  };
}

/**
 * What the app has written so far, for openings that begin with it: a shop of a few people costs
 * half of making it again, the thousands of rows of the sample shop as much.
 */
export async function keptStorage({ context }: AppPage): Promise<KeptStorage> {
  return context.storageState({ indexedDB: true });
}

/**
 * Makes the tablet a new one, as if nobody had ever opened the app on it; what was fetched stays
 * fetched. `page` shows nothing of the app afterwards.
 */
export async function clearTablet(page: Page, address: string): Promise<void> {
  await page.goto(`${address}/icon.svg`);
  await page.evaluate(() => sessionStorage.clear());
  const tools = await page.context().newCDPSession(page);
  const storageTypes = 'local_storage,indexeddb,file_systems';
  await tools.send('Storage.clearDataForOrigin', { origin: address, storageTypes });
  await tools.detach();
}

/** A corner of the browser for the app at `address`, which somebody else serves. */
export async function openContext(
  address: string,
  options: AppOptions = {},
): Promise<Pick<AppPage, 'context' | 'page' | 'findings'>> {
  const context = await freshContext(address, options);
  // Less than a test's own patience, so that the step that failed is the one that is named.
  context.setDefaultTimeout(10_000);
  const findings = await watch(context, address);
  return { context, page: await context.newPage(), findings };
}

/**
 * A zone in which it is neither late nor early just now, for tests on the real clock: no midnight
 * falls into them.
 */
export function zoneByDay(): string {
  return new Date().getUTCHours() < 12 ? 'Europe/London' : 'America/Los_Angeles';
}

/** Waits until the service worker is active and the precache holds the app. */
export async function waitUntilOffline(page: Page): Promise<void> {
  await page.evaluate(async () => {
    await navigator.serviceWorker.ready;
  });
  await page.waitForFunction(async () => {
    for (const name of await caches.keys()) {
      const kept = await (await caches.open(name)).keys();
      if (kept.length > 0) return true;
    }
    return false;
  });
}

/** What was found, as one list: `expect(complaints(findings)).toEqual([])`. */
export function complaints(findings: Findings): string[] {
  return [
    ...findings.pageErrors.map((text) => `page error: ${text}`),
    ...findings.consoleErrors.map((text) => `console: ${text}`),
    ...findings.policyReports.map((text) => `content policy: ${text}`),
    ...findings.foreignRequests.map((text) => `request to another host: ${text}`),
  ];
}

// One for all tests of a process, for starting it takes longer than most of them; it ends with the
// process.
let browser: Browser | null = null;

async function runningBrowser(): Promise<Browser> {
  if (browser?.isConnected() === true) return browser;
  const { executablePath, args } = await findChromium();
  // By night the store of today's tablets; the one that is coming takes a quarter of the time off a
  // sample shop.
  const forTests = testArgs(isNight ? [] : ['IdbSqliteBackingStoreInMemoryContexts']);
  browser = await chromium.launch({ executablePath, args: [...args, ...forTests] });
  return browser;
}

async function freshContext(address: string, options: AppOptions): Promise<BrowserContext> {
  return (await runningBrowser()).newContext({
    viewport: options.viewport ?? { width: 1280, height: 800 },
    locale: options.locale ?? 'en-GB',
    timezoneId: options.timezone ?? 'Europe/London',
    colorScheme: options.colorScheme ?? 'light',
    reducedMotion: options.reducedMotion ?? (isNight ? 'no-preference' : 'reduce'),
    hasTouch: options.touch === 'yes',
    serviceWorkers: options.serviceWorkers ?? 'block',
    acceptDownloads: true,
    ...(options.kept === undefined ? {} : { storageState: movedTo(address, options.kept) }),
  });
}

/** Each opening has a port of its own, and storage belongs to it. */
function movedTo(address: string, { cookies, origins }: KeptStorage): KeptStorage {
  return { cookies, origins: origins.map((each) => ({ ...each, origin: address })) };
}

async function watch(context: BrowserContext, address: string): Promise<Findings> {
  const findings: Findings = {
    pageErrors: [],
    consoleErrors: [],
    policyReports: [],
    foreignRequests: [],
  };
  context.on('weberror', (error) => findings.pageErrors.push(error.error().message));
  context.on('console', (message) => {
    if (message.type() !== 'error') return;
    findings.consoleErrors.push(`${message.text()} ${message.location().url}`);
  });
  context.on('request', (request) => {
    const url = request.url();
    const own = url.startsWith(`${address}/`) || /^(blob|data|about):/.test(url);
    if (!own) findings.foreignRequests.push(url);
  });
  await context.exposeFunction('reportPolicy', (text: string) => findings.policyReports.push(text));
  await context.addInitScript(() => {
    document.addEventListener('securitypolicyviolation', (event) => {
      const report: unknown = Reflect.get(globalThis, 'reportPolicy');
      const text = `${event.effectiveDirective} ${event.blockedURI} ${event.sample}`;
      if (typeof report === 'function') report(text);
    });
  });
  return findings;
}
