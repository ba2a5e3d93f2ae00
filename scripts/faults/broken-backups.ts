// Backups that were cut or hit by a flipped bit are refused before anything is touched, plain and
// locked ones; a small file that swells is refused at once.
import { gzipSync } from 'node:zlib';
import type { Page } from 'playwright-core';
import { ask } from '../harness/browser.ts';
import { Count, type Campaign, type Tally, type Task } from './campaign.ts';
import { inFreshBrowser, type BrowserSession } from './with-shop.ts';

const phrase = 'anchor-basil-copper-dune-ember-fig';

export const brokenBackups: Campaign = {
  name: 'broken-backups',
  where: 'browser',
  async run(task) {
    return inFreshBrowser(task, 'leveldb', async (bench) => {
      await ask(bench.page, 'create', 'regulars-copied');
      await ask(bench.page, 'fill', { customers: 20, visits: 200, endDay: '2026-06-18', days: 90 });
      return [await mangledFiles(task, bench), await zipBombs(task, bench)];
    });
  },
};

async function mangledFiles(task: Task, { page }: BrowserSession): Promise<Tally> {
  const count = new Count('backups cut or with a bit flipped');
  const tries = task.length === 'long' ? 1_000 : 100;
  const before = await ask(page, 'contentText');
  const databases = await page.evaluate(() => window.harness.raw.databases());
  for (const [file, locked, share] of [
    ['plain', null, 0.96],
    ['locked', phrase, 0.04],
  ] as const) {
    const packed = await ask(page, 'pack', file, locked);
    if (!packed.ok) throw new Error(`No backup: ${packed.problem.kind}`);
    const order = { tries: Math.round(tries * share), seed: 'mangled' };
    const found = await ask(page, 'mangle', file, locked === null ? [] : [locked], order);
    count.tries += found.tries;
    count.recovered += found.refused + found.same;
    for (const line of found.broken) count.addBroken(`${file}, ${line}`);
  }
  if ((await ask(page, 'contentText')) !== before) count.addBroken('the shop was changed');
  const after = await page.evaluate(() => window.harness.raw.databases());
  if (String(after) !== String(databases))
    count.addBroken(`databases left behind: ${String(after)}`);
  return count.tally();
}

const bombBytes = 200_000_000;
const timeoutMs = 2_000;

async function zipBombs(task: Task, { page }: BrowserSession): Promise<Tally> {
  const count = new Count('200 kB that swell to 200 MB');
  // Only the long run has the machine to itself: beside other work a time would say nothing.
  const isAlone = task.length === 'long';
  for (const [name, letter] of [
    ['zeros', '\0'],
    ['spaces', ' '],
    ['lines', '\n'],
  ] as const) {
    const bomb = gzipSync(Buffer.alloc(bombBytes, letter), { level: 9 }).toString('base64');
    await ask(page, 'addFile', name, bomb);
    const looked = await timedPreview(page, name);
    count.tries += 1;
    if (looked.problem === null) count.addBroken(`${name} was read`);
    else count.recovered += 1;
    if (isAlone && looked.ms > timeoutMs)
      count.addBroken(`${name} took ${Math.round(looked.ms)} ms`);
  }
  return count.tally();
}

function timedPreview(
  page: Page,
  file: string,
): Promise<{ readonly problem: string | null; readonly ms: number }> {
  return page.evaluate(async (file) => {
    const begun = performance.now();
    const problem = await window.harness.lookInside(file);
    return { problem, ms: performance.now() - begun };
  }, file);
}
