// Somebody with a rare word in every field is erased. Then the word is looked for everywhere the
// browser keeps anything of the app: rows, small stores, caches, snapshots; after an older backup
// was restored and merged; and as bytes in the browser's own files on the disk.
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import type { Day } from '#lib/day.ts';
import { dayFrom } from '#lib/day.ts';
import { ask, dropProfile, newProfile, type Backend } from '../harness/browser.ts';
import { backendsFor, Count, type Campaign, type Tally, type Task } from './campaign.ts';
import { inBrowser } from './with-shop.ts';

const word = 'Zqxjk-Canary-7731';
const own = 'regulars-canary';
const today: Day = dayFrom('2026-06-18') ?? noDay();

export const erase: Campaign = {
  name: 'erase',
  where: 'browser',
  async run(task) {
    const tallies: Tally[] = [];
    for (const backend of backendsFor(task)) tallies.push(...(await erased(task, backend)));
    return tallies;
  },
};

async function erased(task: Task, backend: Backend): Promise<readonly Tally[]> {
  const kept = new Count(`somebody is erased: what is kept, ${backend}`);
  const bytes = new Count(`somebody is erased: bytes on the disk, ${backend}`);
  const profile = newProfile();
  const older = { base64: '' };
  try {
    for (const { when, deed } of deeds) {
      await inBrowser(task, { profile, backend }, async ({ page }) => {
        await deed(page, { count: kept, older });
        await expectNone(page, kept, when);
      });
      bytes.tries += 1;
      const files = filesWith(profile);
      if (files.length === 0) bytes.recovered += 1;
      else bytes.addBroken(`${when} the word is still in ${files.join(', ')}`);
    }
  } finally {
    dropProfile(profile);
  }
  return [kept.tally(), bytes.tally()];
}

interface Scene {
  readonly count: Count;
  /** A backup from before, as it lies on somebody's stick. */
  readonly older: { base64: string };
}

const deeds = [
  { when: 'after they were erased', deed: plantAndErase },
  { when: 'after an older backup was restored', deed: restoreOlder },
  { when: 'after an older backup was merged', deed: mergeOlder },
];

async function plantAndErase(page: Page, { count, older }: Scene): Promise<void> {
  await ask(page, 'create', own);
  await ask(page, 'point', own);
  await ask(page, 'fill', { customers: 500, visits: 3_000, endDay: today });
  await ask(page, 'keepSnapshot');
  const id = await ask(page, 'plantCanary', word, today);
  if ((await ask(page, 'findCanary', word)).length < 8)
    return count.addBroken('the word was not planted everywhere');
  await ask(page, 'pack', 'older');
  older.base64 = await ask(page, 'packedBytes', 'older');
  await ask(page, 'keepSnapshot');
  await ask(page, 'eraseCanary', id, today);
  count.acknowledged += 1;
}

async function restoreOlder(page: Page, { count, older }: Scene): Promise<void> {
  await ask(page, 'open', own);
  await ask(page, 'addFile', 'older', older.base64);
  const restored = await ask(page, 'restore', 'older');
  if (!restored.ok) count.addBroken(`an older backup is refused: ${restored.problem.kind}`);
}

async function mergeOlder(page: Page, { count, older }: Scene): Promise<void> {
  await ask(page, 'open', own);
  await ask(page, 'addFile', 'older', older.base64);
  const merged = await ask(page, 'merge', 'older');
  if (!merged.ok) count.addBroken(`an older backup is not merged: ${merged.problem.kind}`);
}

async function expectNone(page: Page, count: Count, when: string): Promise<void> {
  count.tries += 1;
  const finds = await ask(page, 'findCanary', word);
  if (finds.length === 0) count.recovered += 1;
  else
    count.addBroken(
      `${when}: ${finds.map(({ place, times }) => `${place} (${times})`).join(', ')}`,
    );
}

/** The files of a closed browser that hold the word, as bytes of one or of two a letter. */
function filesWith(profile: string): readonly string[] {
  const forms = [Buffer.from(word, 'utf8'), Buffer.from(word, 'utf16le')];
  return readdirSync(profile, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name))
    .filter((path) => {
      const bytes = readFileSync(path);
      return forms.some((form) => bytes.includes(form));
    })
    .map((path) => path.slice(profile.length + 1));
}

function noDay(): never {
  throw new RangeError('It is a day');
}
