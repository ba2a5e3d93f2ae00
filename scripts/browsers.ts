// Walks the day in every browser that is installed here: Chromium, beside which the others are
// read, Firefox, and WebKitGTK. Says what is skipped where one is missing. `--only Firefox` walks
// that one and Chromium.
import { existsSync, mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { toLocalTime } from '../src/lib/time-zone.ts';
import { nextBuild } from '../test/support/browser/next-build.ts';
import type { BrowserEngine, MissingEngine } from './browsers/browser-engine.ts';
import { chromiumEngine } from './browsers/chromium-engine.ts';
import { DayInBrowser } from './browsers/day-in-browser.ts';
import { firefoxEngine } from './browsers/firefox-engine.ts';
import { webkitEngine } from './browsers/webkit-engine.ts';
import { steps } from './browsers/walk.ts';
import { yearOfVisits } from './browsers/year-of-visits.ts';
import { builtApp, startServer, type RunningServer } from './serve.ts';

const zone = 'Europe/London';

interface StepSeen {
  readonly name: string;
  readonly seconds: number;
  readonly said: string;
  readonly mistake: string | null;
}

interface WalkSeen {
  readonly engine: string;
  readonly steps: readonly StepSeen[];
  readonly day: DayInBrowser;
}

async function main(): Promise<void> {
  if (!existsSync(join(builtApp, 'index.html')))
    throw new Error('The app is not built yet: npm run build');
  const { values } = parseArgs({ options: { only: { type: 'string' } } });
  const others = [firefoxEngine(), webkitEngine()];
  const chosen = others.filter(({ name }) => values.only === undefined || name === values.only);
  for (const each of chosen.filter(isMissing)) say(`skipped: ${each.name}: ${each.missing}`);
  const engines = chosen.filter((each): each is BrowserEngine => !isMissing(each));
  // Alone it shows nothing that the other tests do not.
  const walked = engines.length === 0 ? [] : [chromiumEngine(), ...engines];
  const seen: WalkSeen[] = [];
  for (const engine of walked) seen.push(await walkOrAgain(engine));
  const [reference, ...rest] = seen;
  const differences =
    reference === undefined ? [] : rest.flatMap((walk) => differencesOf(walk, reference));
  say(tableOf(seen));
  for (const walk of seen)
    for (const { name, mistake } of walk.steps)
      if (mistake !== null) say(`${walk.engine}, ${name}: ${mistake}`);
  for (const difference of differences) say(difference);
  const all = seen.flatMap((walk) => walk.steps);
  const broken = all.filter(({ mistake }) => mistake !== null).length + differences.length;
  say(`${all.length - broken + 2 * rest.length} passed, ${broken} failed`);
  process.exitCode = broken === 0 ? 0 : 1;
}

function isMissing(engine: BrowserEngine | MissingEngine): engine is MissingEngine {
  return 'missing' in engine;
}

// On a busy machine a browser may not even start in time. What fails twice is a fault.
async function walkOrAgain(engine: BrowserEngine): Promise<WalkSeen> {
  const first = await walkIn(engine);
  const broken = first.steps.find(({ mistake }) => mistake !== null);
  if (broken === undefined) return first;
  say(`${first.engine}, first try, ${broken.name}: ${broken.mistake}`);
  return walkIn(engine);
}

async function walkIn(engine: BrowserEngine): Promise<WalkSeen> {
  const folder = mkdtempSync(join(tmpdir(), 'regulars-browsers-'));
  mkdirSync(join(folder, 'downloads'));
  const host = await hostOfWalk();
  const list = yearOfVisits(toLocalTime(Date.now(), zone).day);
  const day = new DayInBrowser({ engine, folder, list, host });
  const seen: StepSeen[] = [];
  try {
    for (const { name, take } of steps) {
      const from = Date.now();
      const end = await take(day).then(
        (said) => ({ said, mistake: null }),
        (error: unknown) => ({ said: '', mistake: String(error) }),
      );
      seen.push({ name, seconds: (Date.now() - from) / 1000, ...end });
      if (end.mistake !== null) break;
    }
  } finally {
    await day.kill();
    await host.end();
    rmSync(folder, { recursive: true, force: true, maxRetries: 5, retryDelay: 200 });
  }
  return { engine: `${engine.name} ${day.version}`, steps: seen, day };
}

type Host = DayInBrowser['walk']['host'] & { readonly end: () => Promise<void> };

async function hostOfWalk(): Promise<Host> {
  const newer = nextBuild();
  let server: RunningServer | null = await startServer({ root: builtApp, port: 0 });
  const { address, port } = server;
  const stop = async (): Promise<void> => {
    await server?.stop();
    server = null;
  };
  return {
    address,
    stop,
    serveNewer: async () => {
      if (server === null) server = await startServer({ root: newer, port });
      else server.turnTo(newer);
    },
    end: async () => {
      await stop();
      rmSync(newer, { recursive: true, force: true });
    },
  };
}

/** Figures that are others than in the reference, in words. */
function differencesOf(walk: WalkSeen, reference: WalkSeen): readonly string[] {
  return [...reference.day.figures].flatMap(([what, text]) => {
    const other = walk.day.figures.get(what);
    if (other === undefined || other === text) return [];
    return [
      `${walk.engine}, ${what}: other figures.\n--- ${reference.engine}\n${text}\n--- here\n${other}`,
    ];
  });
}

function tableOf(seen: readonly WalkSeen[]): string {
  const rows = [['step', ...seen.map(({ engine }) => engine)]];
  for (const { name } of steps)
    rows.push([
      name,
      ...seen.map((walk) => {
        const step = walk.steps.find((each) => each.name === name);
        if (step === undefined) return 'not tried';
        return `${step.mistake === null ? 'passed' : 'FAILED'} ${step.seconds.toFixed(1)} s ${step.said}`.trim();
      }),
    ]);
  for (const what of new Set(seen.flatMap(({ day }) => [...day.times.keys()])))
    rows.push([`${what}, median`, ...seen.map(({ day }) => medianText(day.times.get(what) ?? []))]);
  const widths = rows[0]?.map((_, column) =>
    Math.max(...rows.map((row) => row[column]?.length ?? 0)),
  );
  return rows
    .map((row) =>
      row
        .map((cell, column) => cell.padEnd(widths?.[column] ?? 0))
        .join('  ')
        .trimEnd(),
    )
    .join('\n');
}

function medianText(ms: readonly number[]): string {
  const middle = ms.toSorted((a, b) => a - b)[Math.floor(ms.length / 2)];
  return middle === undefined ? '–' : `${middle.toFixed(0)} ms`;
}

function say(line: string): void {
  process.stdout.write(`${line}\n`);
}

try {
  await main();
} catch (error) {
  process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`);
  process.exitCode = 1;
}
process.exit();
