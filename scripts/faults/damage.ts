// The files of the browser's own database are damaged while it is closed. A shop that is gone, empty or less than it was is recognised, and
// nothing is written into it; a shop that came through whole may open.
import {
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
import { randomFrom } from '../../src/lib/random.ts';
import { ask, dropProfile, newProfile, type Backend } from '../harness/browser.ts';
import { Count, type Campaign, type Tally, type Task } from './campaign.ts';
import { inBrowser } from './with-shop.ts';

export const damage: Campaign = {
  name: 'damage',
  where: 'browser',
  async run(task) {
    const tallies: Tally[] = [await damaged(task, 'leveldb')];
    if (task.length === 'long') tallies.push(await damaged(task, 'sqlite'));
    return tallies;
  },
};

const name = 'regulars-damaged';

async function damaged(task: Task, backend: Backend): Promise<Tally> {
  const count = new Count(`damaged files, ${backend}`);
  const whole = newProfile();
  const profile = `${whole}-damaged`;
  try {
    const before = await makeShop(task, whole, backend);
    for (const [what, harm] of harmsFor(task, backend)) {
      dropProfile(profile);
      cpSync(whole, profile, { recursive: true });
      harm(filesOf(profile));
      await look(task, { profile, backend }, { count, before, what });
    }
  } finally {
    dropProfile(whole);
    dropProfile(profile);
  }
  return count.tally();
}

async function makeShop(task: Task, profile: string, backend: Backend): Promise<string> {
  await inBrowser(task, { profile, backend }, async ({ page }) => {
    await ask(page, 'create', name);
    await ask(page, 'point', name);
    await ask(page, 'fill', { customers: 60, visits: 3_000, endDay: '2026-06-18' });
    await ask(page, 'guard');
    await ask(page, 'keepBusy', { turns: 40, from: 0 });
    // A moment later the files outside of the database are written too.
    await pause(2_000);
    return null;
  });
  // Once more opened and closed, so that part of the shop lies in tables and part in the log.
  return inBrowser(task, { profile, backend }, async ({ page }) => {
    await ask(page, 'start');
    await ask(page, 'guard');
    await ask(page, 'keepBusy', { turns: 40, from: 1_000 });
    await pause(2_000);
    return ask(page, 'contentText');
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
  const random = randomFrom(`damage/${backend}`);
  const log = backend === 'leveldb' ? '.log' : '';
  const few: readonly (readonly [string, Harm])[] = [
    ['all files gone', ({ folder }) => rmSync(folder, { recursive: true, force: true })],
    ['the greatest file cut in half', (files) => cut(files.ending(log), 0.5)],
    ['the greatest file emptied', (files) => cut(files.ending(log), 0)],
    ['a stretch of zeros', (files) => zeros(files.ending(log), 0.3, 4_096)],
    ['flipped bits', (files) => flip(files.ending(log), 40, random)],
  ];
  if (length === 'short') return few;
  const more: readonly (readonly [string, Harm])[] = [
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

interface Look {
  readonly count: Count;
  readonly before: string;
  readonly what: string;
}

async function look(
  task: Task,
  place: { readonly profile: string; readonly backend: Backend },
  { count, before, what }: Look,
): Promise<void> {
  await inBrowser(task, place, async ({ page }) => {
    count.tries += 1;
    const start = await ask(page, 'start');
    if (start.kind === 'first-run') return count.breaks(`${what}: taken for a new tablet`);
    if (start.kind !== 'open') return void (count.recovered += 1);
    const text = await ask(page, 'contentText').catch(() => 'unreadable');
    const isShort = await ask(page, 'isShort').catch(() => true);
    if (isShort || text === before) count.recovered += 1;
    else count.breaks(`${what}: a shop that is not whole was opened`);
    const after = await ask(page, 'contentText').catch(() => 'unreadable');
    // A file that the browser gives up at the second look was not written into by us.
    const isReadable = text !== 'unreadable' && after !== 'unreadable';
    if (isShort && isReadable && after !== text) count.breaks(`${what}: it was written into`);
  });
}
