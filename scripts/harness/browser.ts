// A browser of our own that can be ended the hard way: started by us, so that its whole family of
// processes is known, and driven over its debugging port. The profile stays between browsers; that
// is the point.
import { spawn, type ChildProcess } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { chromium, type Browser, type BrowserContext, type Page } from 'playwright-core';
import { findChromium, testArgs } from '../chromium.ts';
import { startServer, type RunningServer } from '../serve.ts';
import { buildHarness } from './build.ts';
import type { Harness } from './harness-page.ts';

/** What keeps IndexedDB in the browser: Chrome is moving from one to the other. */
export type Backend = 'leveldb' | 'sqlite';

/** The built app and the harness, served under one address for as long as the campaigns run. */
export async function serveHarness(): Promise<RunningServer> {
  return startServer({ root: await buildHarness(), port: 0 });
}

/** A fresh profile folder. */
export function newProfile(): string {
  return mkdtempSync(join(tmpdir(), 'regulars-faults-'));
}

/** Deletes a profile whose browser is gone. */
export function dropProfile(profile: string): void {
  rmSync(profile, { recursive: true, force: true, maxRetries: 5, retryDelay: 100 });
}

/** A running browser on one profile. */
export interface OwnBrowser {
  readonly browser: Browser;
  readonly context: BrowserContext;
  /** Ends all its processes at once, as a crash does. Resolves when the profile is free. */
  readonly kill: () => Promise<void>;
  /** Ends it as a person would. */
  readonly close: () => Promise<void>;
}

/** How a browser is started; everything but the profile has a default. */
export interface BrowserOptions {
  readonly profile: string;
  readonly backend?: Backend;
  readonly args?: readonly string[];
  /** Blocked unless allowed: one that answers for the whole address hides the harness. */
  readonly serviceWorkers?: 'allow' | 'block';
  /** Something is timed in it: it has all threads of a tablet's. */
  readonly isTimed?: boolean;
}

const steadyArgs = [
  '--headless',
  '--remote-debugging-port=0',
  '--disable-background-timer-throttling',
  '--disable-backgrounding-occluded-windows',
  '--disable-renderer-backgrounding',
  '--disable-dev-shm-usage',
  '--enable-precise-memory-info',
  '--hide-scrollbars',
  '--window-size=1280,800',
  '--mute-audio',
  '--password-store=basic',
  '--lang=en-GB',
];

/** Browsers that are running: whoever ends us early must not leave them behind. */
const running = new Set<ChildProcess>();
process.once('exit', () => running.forEach(endNow));
for (const signal of ['SIGTERM', 'SIGINT'] as const) process.once(signal, () => process.exit(128));

/** Starts a browser on `profile`. */
export async function openBrowser(options: BrowserOptions): Promise<OwnBrowser> {
  const { profile, backend = 'leveldb', args: extra = [] } = options;
  const { executablePath, args } = await findChromium();
  const features = backend === 'sqlite' ? ['IdbSqliteBackingStore'] : [];
  const forTests = testArgs(features, options);
  const portFile = join(profile, 'DevToolsActivePort');
  rmSync(portFile, { force: true });
  const started = spawn(
    executablePath,
    [...args, ...steadyArgs, ...forTests, ...extra, `--user-data-dir=${profile}`, 'about:blank'],
    { detached: true, stdio: 'ignore', env: { ...process.env, TZ: 'Europe/London' } },
  );
  running.add(started);
  const browser = await connected(portFile, started).catch(async (error: unknown) => {
    await ended(started);
    throw error;
  });
  const context = browser.contexts()[0];
  if (context === undefined) throw new Error('The browser has no context.');
  context.setDefaultTimeout(60_000);
  // A worker that answers for the whole address would give the app where the harness is asked for;
  // it never touches the shop.
  if (options.serviceWorkers !== 'allow')
    await context.addInitScript(() => {
      ServiceWorkerContainer.prototype.register = () => new Promise(() => {});
    });
  return {
    browser,
    context,
    kill: () => ended(started),
    close: async () => {
      const session = await browser.newBrowserCDPSession().catch(() => null);
      await session?.send('Browser.close').catch(() => {});
      await Promise.race([waitForExit(started), pause(3000)]);
      await ended(started);
    },
  };
}

/** Opens the harness in a new page. */
export async function openHarness(context: BrowserContext, address: string): Promise<Page> {
  const page = await context.newPage();
  await page.goto(`${address}/harness.html`);
  await page.waitForFunction(() => 'harness' in window);
  return page;
}

type ActionRunner = {
  readonly [Name in keyof Harness]: Harness[Name] extends (...words: never[]) => unknown
    ? Name
    : never;
}[keyof Harness];

/** Asks the harness of `page` one thing. */
export async function ask<Name extends ActionRunner>(
  page: Page,
  name: Name,
  ...words: Parameters<Harness[Name]>
): Promise<Awaited<ReturnType<Harness[Name]>>> {
  return page.evaluate(
    ([name, words]) => Reflect.apply(Reflect.get(window.harness, name), window.harness, words),
    [name, words] as const,
  );
}

async function connected(portFile: string, started: ChildProcess): Promise<Browser> {
  for (let tries = 0; tries < 1_200; tries += 1) {
    if (started.exitCode !== null)
      throw new Error(`The browser ended by itself: ${started.exitCode}`);
    const port = existsSync(portFile) ? readFileSync(portFile, 'utf8').split('\n')[0] : '';
    if (port !== undefined && port !== '')
      return chromium.connectOverCDP(`http://127.0.0.1:${port}`, { timeout: 60_000 });
    await pause(50);
  }
  throw new Error('The browser did not say where it listens.');
}

async function ended(browser: ChildProcess): Promise<void> {
  const gone = waitForExit(browser);
  if (browser.exitCode === null && browser.signalCode === null) endNow(browser);
  await gone;
  running.delete(browser);
}

function endNow({ pid }: ChildProcess): void {
  if (pid === undefined) return;
  try {
    process.kill(-pid, 'SIGKILL');
  } catch {
    // Already gone.
  }
}

function waitForExit(browser: ChildProcess): Promise<void> {
  if (browser.exitCode !== null || browser.signalCode !== null) return Promise.resolve();
  return new Promise((resolve) => browser.once('exit', () => resolve()));
}
