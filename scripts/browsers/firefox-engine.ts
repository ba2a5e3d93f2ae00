// An installed Firefox, headless, by its own wire: length:[0, id, command, parameters] over TCP,
// the protocol that geckodriver translates WebDriver into.
import { mkdirSync, writeFileSync } from 'node:fs';
import { connect, type Socket } from 'node:net';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import type { BrowserEngine, MissingEngine } from './browser-engine.ts';
import { freePort, installed, start, type Started } from './processes.ts';
import { browserVersionIn, webdriverTab, type WebDriverCommand } from './webdriver-tab.ts';

const commands: Readonly<Record<WebDriverCommand, string>> = {
  goTo: 'WebDriver:Navigate',
  run: 'WebDriver:ExecuteAsyncScript',
  act: 'WebDriver:PerformActions',
  type: 'WebDriver:ElementSendKeys',
  print: 'WebDriver:Print',
  resize: 'WebDriver:SetWindowRect',
  timeouts: 'WebDriver:SetTimeouts',
};

export function firefoxEngine(): BrowserEngine | MissingEngine {
  const program = installed('firefox-esr', 'firefox');
  if (program === null)
    return { name: 'Firefox', missing: 'firefox-esr is not installed (apt install firefox-esr)' };
  return {
    name: 'Firefox',
    open: async ({ profile, downloads }) => {
      const port = await freePort();
      writePreferences(profile, { port, downloads });
      const browser = start(
        program,
        ['--headless', '--marionette', '--no-remote', '--profile', profile, 'about:blank'],
        { TZ: 'Europe/London', MOZ_HEADLESS_WIDTH: '1280', MOZ_HEADLESS_HEIGHT: '900' },
      );
      const wire = await connected(port, browser);
      const session = await wire.ask('WebDriver:NewSession', { capabilities: {} });
      const tab = await webdriverTab(async (command, params) =>
        valueOf(await wire.ask(commands[command], params)),
      );
      return { version: browserVersionIn(session), tab, kill: () => browser.kill() };
    },
  };
}

function writePreferences(
  profile: string,
  { port, downloads }: { readonly port: number; readonly downloads: string },
): void {
  const preferences: Readonly<Record<string, string | number | boolean>> = {
    'marionette.port': port,
    'intl.accept_languages': 'en-GB',
    'browser.download.folderList': 2,
    'browser.download.dir': downloads,
    'browser.download.always_ask_before_handling_new_types': false,
    // Nothing of its own is fetched or asked.
    'app.update.enabled': false,
    'app.normandy.enabled': false,
    'browser.aboutwelcome.enabled': false,
    'browser.shell.checkDefaultBrowser': false,
    'browser.startup.page': 0,
    'datareporting.policy.dataSubmissionEnabled': false,
    'network.captive-portal-service.enabled': false,
    'network.connectivity-service.enabled': false,
    'services.settings.server': 'data:,',
    'toolkit.telemetry.enabled': false,
  };
  const lines = Object.entries(preferences).map(
    ([name, value]) => `user_pref(${JSON.stringify(name)}, ${JSON.stringify(value)});`,
  );
  mkdirSync(profile, { recursive: true });
  writeFileSync(join(profile, 'user.js'), `${lines.join('\n')}\n`);
}

interface Wire {
  readonly ask: (command: string, params: object) => Promise<unknown>;
}

async function connected(port: number, browser: Started): Promise<Wire> {
  for (let tries = 0; tries < 1200; tries += 1) {
    if (browser.child.exitCode !== null) break;
    const socket = await socketTo(port);
    if (socket !== null) return wireOver(socket);
    await pause(50);
  }
  await browser.kill();
  throw new Error(`Firefox did not start: ${browser.said()}`);
}

function socketTo(port: number): Promise<Socket | null> {
  return new Promise((resolve) => {
    const socket = connect(port, '127.0.0.1');
    socket.once('connect', () => resolve(socket));
    socket.once('error', () => resolve(null));
  });
}

function wireOver(socket: Socket): Wire {
  const waiting = new Map<number, (answer: readonly unknown[]) => void>();
  let heard = Buffer.alloc(0);
  let last = 0;
  socket.on('data', (bytes) => {
    heard = Buffer.concat([heard, bytes]);
    for (;;) {
      const colon = heard.indexOf(':');
      const end = colon + 1 + Number(heard.subarray(0, Math.max(0, colon)).toString());
      if (colon < 0 || heard.length < end) return;
      const packet: unknown = JSON.parse(heard.subarray(colon + 1, end).toString());
      heard = heard.subarray(end);
      // The first packet only says who speaks.
      if (Array.isArray(packet)) waiting.get(Number(packet[1]))?.(packet);
    }
  });
  // A browser that is gone answers nobody.
  const gone = (): void => {
    for (const answer of waiting.values()) answer([1, 0, { message: 'Firefox is gone' }]);
  };
  socket.on('error', gone);
  socket.on('close', gone);
  return {
    ask: (command, params) =>
      new Promise((resolve, reject) => {
        last += 1;
        waiting.set(last, ([, id, problem, value]) => {
          waiting.delete(Number(id));
          if (problem === null) resolve(value);
          else reject(new Error(`${command}: ${messageOf(problem)}`));
        });
        const text = JSON.stringify([0, last, command, params]);
        socket.write(`${Buffer.byteLength(text)}:${text}`);
      }),
  };
}

function valueOf(answer: unknown): unknown {
  return typeof answer === 'object' && answer !== null && 'value' in answer ? answer.value : null;
}

function messageOf(problem: unknown): string {
  return typeof problem === 'object' && problem !== null && 'message' in problem
    ? String(problem.message)
    : String(problem);
}
