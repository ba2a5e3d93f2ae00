// The files of the browser's own database are damaged while it is closed. The app itself recognises
// a shop that is gone, empty or less than it was, offers what it kept, and writes nothing into it;
// a shop that came through whole may open.
import {
  appendFileSync,
  cpSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  truncateSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { seededRandom } from '../../src/lib/seeded-random.ts';
import type { Page } from 'playwright-core';
import { ask, dropProfile, newProfile, openHarness, type Backend } from '../harness/browser.ts';
import type { RemainingFacts } from '../harness/remaining-facts.ts';
import { Count, type Campaign, type Tally, type Task } from './campaign.ts';
import { inBrowser } from './with-shop.ts';

export const damage: Campaign = {
  name: 'damage',
  where: 'browser',
  async run(task) {
    const whole = newProfile();
    try {
      const before = await makeShop(task, whole, 'leveldb');
      const tallies = [
        await damaged(task, { whole, before, backend: 'leveldb' }),
        await cutOff(task, whole),
      ];
      if (task.length === 'long') tallies.push(await damagedInSqlite(task));
      return tallies;
    } finally {
      dropProfile(whole);
    }
  },
};

const name = 'regulars-damaged';

interface WholeShop {
  /** A profile that was closed as a person closes it; only copies of it are damaged. */
  readonly whole: string;
  readonly before: RemainingFacts;
  readonly backend: Backend;
}

async function damagedInSqlite(task: Task): Promise<Tally> {
  const [whole, backend] = [newProfile(), 'sqlite'] as const;
  try {
    return await damaged(task, { whole, before: await makeShop(task, whole, backend), backend });
  } finally {
    dropProfile(whole);
  }
}

async function damaged(task: Task, { whole, before, backend }: WholeShop): Promise<Tally> {
  const count = new Count(`damaged files, ${backend}`);
  const profile = `${whole}-damaged`;
  try {
    for (const [what, harm] of harmsFor(task, backend)) {
      dropProfile(profile);
      cpSync(whole, profile, { recursive: true });
      harm(filesOf(profile));
      await openDamaged(task, { profile, backend }, { count, before, what }).catch(
        (error: unknown) => {
          // Some damages end the browser itself: then there is no app that could say anything.
          if (!String(error).includes('has been closed')) throw error;
          task.report(`${what}: the browser ended by itself`);
        },
      );
    }
  } finally {
    dropProfile(profile);
  }
  return count.tally();
}

// The last record of the log was cut off, as a kill in the middle of a write leaves it. The next
// start opens the shop; the browser goes on writing behind the cut, and it is the start after that
// one which would find everything broken.
async function cutOff(task: Task, whole: string): Promise<Tally> {
  const count = new Count('a log cut off in its last record, LevelDB');
  const place = { profile: `${whole}-cut`, backend: 'leveldb' } as const;
  try {
    cpSync(whole, place.profile, { recursive: true });
    for (const length of task.length === 'short' ? [7] : [3, 7, 100]) {
      appendFileSync(filesOf(place.profile).ending('.log'), cutRecord.subarray(0, length));
      await workAndReopen(task, place, count);
    }
  } finally {
    dropProfile(place.profile);
  }
  return count.tally();
}

/** A record of 200 bytes: first four of a checksum, two of the length, one of the kind. */
const cutRecord = Uint8Array.from({ length: 207 }, (_, index) =>
  index < 4 ? 91 : ([200, 0, 1][index - 4] ?? index),
);

async function workAndReopen(
  task: Task,
  place: { readonly profile: string; readonly backend: Backend },
  count: Count,
): Promise<void> {
  const written = await inBrowser(task, place, async ({ page }) => {
    await ask(page, 'start');
    await ask(page, 'maintain');
    const tapped = await ask(page, 'act', 'tap', 0);
    return tapped.ok ? tapped.value : [];
  });
  count.tries += 1;
  count.acknowledged += written.length > 0 ? 1 : 0;
  await inBrowser(task, place, async ({ page }) => {
    const { kind } = await ask(page, 'start');
    if (kind !== 'open') return count.addBroken(`the shop is ${kind} after a log was cut off`);
    count.addMissing(await ask(page, 'lost', written), await ask(page, 'torn'));
    count.recovered += 1;
  });
}

async function makeShop(task: Task, profile: string, backend: Backend): Promise<RemainingFacts> {
  await inBrowser(task, { profile, backend }, async ({ page }) => {
    await ask(page, 'create', name);
    await ask(page, 'point', name);
    await ask(page, 'fill', { customers: 60, visits: 3_000, endDay: '2026-06-18' });
    await ask(page, 'guard');
    await ask(page, 'runRandomActions', { turns: 40, from: 0 });
    // A moment later the files outside of the database are written too.
    await pause(2_000);
    return null;
  });
  // Once more opened and closed, so that part of the shop lies in tables and part in the log.
  return inBrowser(task, { profile, backend }, async ({ page }) => {
    await ask(page, 'start');
    await ask(page, 'guard');
    await ask(page, 'runRandomActions', { turns: 40, from: 1_000 });
    await pause(2_000);
    await ask(page, 'snapshot');
    return ask(page, 'factsLeft', name);
  });
}

/** The database's own files, and the greatest of them: the log of LevelDB, or the SQLite file. */
interface Files {
  readonly folder: string;
  readonly names: readonly string[];
  readonly ending: (ending: string) => string;
}

type Harm = (files: Files) => void;

function harmsFor({ length }: Task, backend: Backend): readonly (readonly [string, Harm])[] {
  const random = seededRandom(`damage/${backend}`);
  const log = backend === 'leveldb' ? '.log' : '';
  const few: readonly (readonly [string, Harm])[] = [
    ['all files gone', ({ folder }) => rmSync(folder, { recursive: true, force: true })],
    ['the greatest file cut in half', (files) => cut(files.ending(log), 0.5)],
    ['flipped bits', (files) => flip(files.ending(log), 40, random)],
  ];
  if (length === 'short') return few;
  const more: readonly (readonly [string, Harm])[] = [
    ['the greatest file emptied', (files) => cut(files.ending(log), 0)],
    ['a stretch of zeros', (files) => zeros(files.ending(log), 0.3, 4_096)],
    ['every file emptied', ({ names }) => names.forEach((each) => cut(each, 0))],
    ['the end of each file gone', ({ names }) => names.forEach((each) => cut(each, 0.9))],
    ['zeros at the head', (files) => zeros(files.ending(log), 0, 512)],
    ['the list of files gone', ({ names }) => names.filter(isList).forEach((each) => rmSync(each))],
    ['tables gone', ({ names }) => names.filter(isTable).forEach((each) => rmSync(each))],
  ];
  const offsets = Array.from({ length: 20 }, (_, index): readonly [string, Harm] => {
    const share = random();
    return [
      `cut ${index + 1} at ${Math.round(share * 100)} %`,
      (files) => cut(files.ending(log), share),
    ];
  });
  return [...few, ...more, ...offsets];
}

function isList(path: string): boolean {
  return /MANIFEST|CURRENT|-wal$|-journal$/.test(path);
}

function isTable(path: string): boolean {
  return /\.ldb$|\.sst$|\.db$|\.sqlite/.test(path);
}

function filesOf(profile: string): Files {
  const folders = readdirSync(profile, { recursive: true, withFileTypes: true })
    .filter((each) => each.isDirectory() && each.name === 'IndexedDB')
    .map((each) => join(each.parentPath, each.name));
  const [folder] = folders;
  if (folder === undefined) throw new Error('The profile has no database.');
  const names = readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((each) => each.isFile() && each.name !== 'LOCK')
    .map((each) => join(each.parentPath, each.name));
  const ending = (end: string): string => {
    const [greatest] = names
      .filter((each) => each.endsWith(end))
      .toSorted((a, b) => statSync(b).size - statSync(a).size);
    if (greatest === undefined) throw new Error(`No file of the database ends with ${end}.`);
    return greatest;
  };
  return { folder, names, ending };
}

function cut(path: string, share: number): void {
  truncateSync(path, Math.floor(statSync(path).size * share));
}

function zeros(path: string, share: number, length: number): void {
  const bytes = readFileSync(path);
  bytes.fill(0, Math.floor(bytes.length * share), Math.floor(bytes.length * share) + length);
  writeFileSync(path, bytes);
}

function flip(path: string, count: number, random: () => number): void {
  const bytes = readFileSync(path);
  for (let turn = 0; turn < count; turn += 1) {
    const place = Math.floor(random() * bytes.length);
    bytes[place] = (bytes[place] ?? 0) ^ (1 << Math.floor(random() * 8));
  }
  writeFileSync(path, bytes);
}

interface OpenDamagedTask {
  readonly count: Count;
  readonly before: RemainingFacts;
  readonly what: string;
}

/** The app waits ten seconds for a storage that says nothing, and then has to say so. */
const timeoutMs = 15_000;

// The app comes first: whoever opens damaged files first may hear of the damage, and find them
// repaired to nothing the next time.
async function openDamaged(
  task: Task,
  place: { readonly profile: string; readonly backend: Backend },
  { count, before, what }: OpenDamagedTask,
): Promise<void> {
  await inBrowser(task, place, async ({ page, context }) => {
    await page.goto(`${task.address}/`);
    let shown = await shownBy(page, timeoutMs);
    const harness = await openHarness(context, task.address);
    const left = await ask(harness, 'factsLeft', name);
    const isWhole = left.text === before.text;
    count.tries += 1;
    // It may stand at the Counter until it has counted and looked at the days; a mistake is one
    // until the rows were looked through.
    if (shown === 'the crash screen' || !isWhole) shown = await known(page);
    const isSeen =
      shown === 'a warning' || (shown === 'a refusal' && (await isRestoreOffered(page)));
    if (isSeen || (isWhole && shown === 'the Counter')) count.recovered += 1;
    else
      count.addBroken(`${what}: ${shown} ${await textOn(page)}${isWhole ? '' : ', rows missing'}`);
    if (left.lastStamp > before.lastStamp) count.addBroken(`${what}: it was written into`);
  });
}

type Shown =
  | 'a refusal'
  | 'a warning'
  | 'the Counter'
  | 'the crash screen'
  | 'a new tablet'
  | 'nothing';

const shownAs: readonly (readonly [string, Shown])[] = [
  ['main.shop-unavailable h1', 'a refusal'],
  ['main.crash', 'the crash screen'],
  // Every row can be counted, and some cannot be read or do not add up.
  ['text=do not add up', 'a warning'],
  ['nav[aria-label="Places"]', 'the Counter'],
  ['main.first-run_page', 'a new tablet'],
];

async function shownBy(page: Page, timeout: number, awaited = shownAs): Promise<Shown> {
  const any = awaited.map(([selector]) => page.locator(selector));
  await any
    .reduce((all, each) => all.or(each))
    .first()
    .waitFor({ timeout })
    .catch(() => {});
  for (const [selector, shown] of shownAs)
    if ((await page.locator(selector).count()) > 0) return shown;
  return 'nothing';
}

async function textOn(page: Page): Promise<string> {
  return (await page.locator('.crash_detail').allTextContents()).join(' ');
}

// Once the shop is known to be less than it was.
function known(page: Page): Promise<Shown> {
  const awaited = shownAs.filter(([, shown]) => shown === 'a refusal' || shown === 'a warning');
  return shownBy(page, 2 * timeoutMs, awaited);
}

async function isRestoreOffered(page: Page): Promise<boolean> {
  const key = page.getByRole('button', { name: /^Restore the shop of/ });
  return key.waitFor({ timeout: timeoutMs }).then(
    () => true,
    () => false,
  );
}
