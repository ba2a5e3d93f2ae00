// The disk is full: before the shop is made, and in the middle of a day. Nothing that was said to
// be saved is missing, what could not be saved is said, a backup can still be made, and with room
// again the shop goes on.
import type { Page } from 'playwright-core';
import { ask } from '../harness/browser.ts';
import { backendsFor, Count, type Campaign, type Tally, type Task } from './campaign.ts';
import { inFreshBrowser, type BrowserSession } from './with-shop.ts';

export const quota: Campaign = {
  name: 'quota',
  where: 'browser',
  async run(task) {
    const tallies: Tally[] = [];
    for (const backend of backendsFor(task)) {
      const before = new Count(`disk full before the first open, ${backend}`);
      await inFreshBrowser(task, backend, (bench) => fullFromTheStart(task, bench, before));
      const midway = new Count(`disk full midway, ${backend}`);
      await inFreshBrowser(task, backend, (bench) => fullMidway(task, bench, midway));
      tallies.push(before.tally(), midway.tally());
    }
    return tallies;
  },
};

async function allow(
  task: Task,
  { page, context }: BrowserSession,
  bytes: number | null,
): Promise<void> {
  const session = await context.newCDPSession(page);
  await session.send('Storage.overrideQuotaForOrigin', {
    origin: task.address,
    ...(bytes === null ? {} : { quotaSize: bytes }),
  });
}

async function fullFromTheStart(task: Task, bench: BrowserSession, count: Count): Promise<void> {
  const { page } = bench;
  await allow(task, bench, 1);
  count.tries += 1;
  const made = await ask(page, 'create', 'regulars-full').then(
    () => 'made',
    (error: unknown) => String(error),
  );
  if (made !== 'made' && !made.includes('storage-full'))
    count.addBroken(`making a shop gave ${made}`);
  if (made === 'made') await fillUntilFull(page, count);
  await allow(task, bench, null);
  await ask(page, 'close');
  await ask(page, 'create', 'regulars-after');
  await goesOn(page, count);
}

async function fullMidway(task: Task, bench: BrowserSession, count: Count): Promise<void> {
  const { page } = bench;
  // The limit must stand before the database is opened for the first time, or the browser does not
  // keep to it.
  await allow(task, bench, 3_000_000);
  await ask(page, 'create', 'regulars-filling');
  await ask(page, 'fill', { customers: 30, visits: 300, endDay: '2026-06-18', days: 90 });
  count.tries += 1;
  const written = await fillUntilFull(page, count);
  count.addMissing(await ask(page, 'lost', written), await ask(page, 'torn'));
  const packed = await ask(page, 'pack', 'copy');
  if (!packed.ok) count.addBroken(`no backup could be made: ${packed.problem.kind}`);
  await allow(task, bench, null);
  await goesOn(page, count);
}

type Written = Parameters<typeof window.harness.lost>[0];

async function fillUntilFull(page: Page, count: Count): Promise<Written> {
  const filled = await ask(page, 'noteUntilRefused', { turns: 3_000, characters: 20_000 });
  count.acknowledged += filled.written.length;
  if (filled.problem !== 'storage-full') count.addBroken(`a full disk gave ${filled.problem}`);
  return filled.written;
}

async function goesOn(page: Page, count: Count): Promise<void> {
  const next = await ask(page, 'act', 'someone-else', 1);
  if (next.ok) count.recovered += 1;
  else count.addBroken(`with room again: ${next.problem.kind}`);
}
