// WebKitGTK by Debian's WebKitWebDriver, on a screen that nobody sees. The browser that comes with
// it keeps nothing while it is driven, so that a small one of our own is driven instead: it only
// opens a window on a profile.
import { chmodSync, existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import type { BrowserEngine, MissingEngine, OpenBrowser, Place } from './browser-engine.ts';
import { freePort, installed, start, type Started } from './processes.ts';
import { browserVersionIn, webdriverTab, type WebDriverCommand } from './webdriver-tab.ts';

const shell = fileURLToPath(new URL('webkit-shell.py', import.meta.url));

export function webkitEngine(): BrowserEngine | MissingEngine {
  const driver = installed('WebKitWebDriver');
  const screen = installed('Xvfb');
  const python = installed('python3');
  const missing = [
    driver === null ? 'webkit2gtk-driver' : '',
    screen === null ? 'xvfb' : '',
    python === null ? 'python3' : '',
  ].filter((name) => name !== '');
  if (driver === null || screen === null || python === null)
    return {
      name: 'WebKitGTK',
      missing: `${missing.join(' and ')} not installed (apt install ${missing.join(' ')})`,
    };
  return {
    name: 'WebKitGTK',
    open: (place) => opened({ driver, screen, python }, place),
  };
}

interface Programs {
  readonly driver: string;
  readonly screen: string;
  readonly python: string;
}

async function opened(
  { driver, screen, python }: Programs,
  { profile, downloads }: Place,
): Promise<OpenBrowser> {
  mkdirSync(profile, { recursive: true });
  const starter = join(profile, 'start.sh');
  writeFileSync(starter, `#!/bin/sh\nexec "${python}" "${shell}" "${profile}" "${downloads}"\n`);
  chmodSync(starter, 0o755);
  const glassArgs = ['-displayfd', '1', '-screen', '0', '1400x1000x24', '-nolisten', 'tcp'];
  const glass = start(screen, glassArgs);
  const port = await freePort();
  const browser = start(driver, ['-p', String(port)], {
    DISPLAY: `:${await displayOf(glass)}`,
    TZ: 'Europe/London',
    LANG: 'C.UTF-8',
    GDK_BACKEND: 'x11',
    NO_AT_BRIDGE: '1',
    // No machine for tests has a graphics card, and one in software takes a fifth of the walk.
    WEBKIT_DISABLE_COMPOSITING_MODE: '1',
    WEBKIT_SKIA_ENABLE_CPU_RENDERING: '1',
  });
  const address = `http://127.0.0.1:${port}`;
  const { session, version } = await newSession(address, { starter, browser });
  const tab = await webdriverTab((command, { id, ...params }) =>
    post(`${session}${paths[command].replace('ID', String(id))}`, params),
  );
  return {
    version,
    tab: { ...tab, print: () => printed(downloads) },
    kill: async () => {
      await browser.kill();
      await glass.kill();
    },
  };
}

const paths: Readonly<Record<WebDriverCommand, string>> = {
  goTo: '/url',
  run: '/execute/async',
  act: '/actions',
  type: '/element/ID/value',
  print: '',
  resize: '/window/rect',
  timeouts: '/timeouts',
};

// Its driver knows no command for printing, and no page that is driven prints by itself.
async function printed(downloads: string): Promise<Uint8Array> {
  const path = join(downloads, 'printed.pdf');
  rmSync(path, { force: true });
  writeFileSync(join(downloads, 'print-please'), '');
  for (let tries = 0; tries < 1200; tries += 1) {
    const bytes = existsSync(path) ? readFileSync(path) : Buffer.alloc(0);
    if (bytes.subarray(-8).toString().includes('%%EOF')) return bytes;
    await pause(50);
  }
  throw new Error('WebKitGTK printed nothing.');
}

async function displayOf(glass: Started): Promise<number> {
  for (let tries = 0; tries < 400; tries += 1) {
    const number = /^(\d+)\n/m.exec(glass.said())?.[1];
    if (number !== undefined) return Number(number);
    await pause(50);
  }
  throw new Error(`No screen: ${glass.said()}`);
}

async function newSession(
  address: string,
  { starter, browser }: { readonly starter: string; readonly browser: Started },
): Promise<{ readonly session: string; readonly version: string }> {
  await listening(address, browser);
  const capabilities = {
    alwaysMatch: { 'webkitgtk:browserOptions': { binary: starter, args: [] } },
  };
  const answer = await post(`${address}/session`, { capabilities });
  if (typeof answer !== 'object' || answer === null || !('sessionId' in answer))
    throw new Error(`WebKitGTK did not start: ${browser.said()}`);
  return {
    session: `${address}/session/${String(answer.sessionId)}`,
    version: browserVersionIn(answer),
  };
}

async function listening(address: string, browser: Started): Promise<void> {
  for (let tries = 0; tries < 400; tries += 1) {
    const isThere = await fetch(`${address}/status`).then(
      () => true,
      () => false,
    );
    if (isThere) return;
    await pause(50);
  }
  throw new Error(`WebKitWebDriver does not answer: ${browser.said()}`);
}

async function post(address: string, params: object): Promise<unknown> {
  const response = await fetch(address, { method: 'POST', body: JSON.stringify(params) });
  const answer: unknown = await response.json();
  const value =
    typeof answer === 'object' && answer !== null && 'value' in answer ? answer.value : null;
  if (!response.ok) throw new Error(`${new URL(address).pathname}: ${JSON.stringify(value)}`);
  return value;
}
