// A shop of half a million visits: its backup is packed and restored within bounds of time and
// memory, and every row is the same.
import { setTimeout as pause } from 'node:timers/promises';
import type { Page } from 'playwright-core';
import { ask, dropProfile, newProfile, openBrowser, openHarness } from '../harness/browser.ts';
import { factTables } from '../../src/schema/tables.ts';
import { Count, type Campaign, type Tally, type Task } from './campaign.ts';
import { inBrowser } from './with-shop.ts';

const visits = 500_000;
const name = 'regulars-large';
const backend = 'leveldb';
/**
 * What a backup may take, and what page and worker may hold while it is made and while it is
 * restored.
 */
const maxPackMs = 10_000;
const maxPackMegabytes = 100;
const maxRestoreMegabytes = 150;

export const large: Campaign = {
  name: 'large',
  where: 'browser',
  async run(task) {
    if (task.length === 'short') return [];
    const profile = newProfile();
    try {
      await inBrowser(task, { profile, backend }, async ({ page }) => {
        await ask(page, 'create', name);
        const filled = await ask(page, 'fill', {
          customers: 5_000,
          visits,
          endDay: '2026-06-18',
          days: 1_460,
        });
        task.report(`filled with ${filled.visits} visits`);
      });
      // A fresh browser, so that nothing of the filling counts.
      return [await backUpAndRestore(task, profile)];
    } finally {
      dropProfile(profile);
    }
  },
};

async function backUpAndRestore(task: Task, profile: string): Promise<Tally> {
  const count = new Count(`a backup of ${visits} visits`);
  const browser = await openBrowser({ profile, backend });
  browser.context.setDefaultTimeout(0);
  try {
    const page = await openHarness(browser.context, task.address);
    await ask(page, 'open', name);
    count.tries = 1;
    const packed = await measured(page, () => ask(page, 'pack', 'copy'));
    task.report(`packed: ${measurementText(packed)}`);
    if (!packed.value.ok) throw new Error(`No backup: ${packed.value.problem.kind}`);
    if (packed.ms > maxPackMs) count.addBroken(`packing took ${Math.round(packed.ms)} ms`);
    if (packed.worker === 0) count.addBroken('the heap of the worker was not seen');
    if (maxHeap(packed) > maxPackMegabytes)
      count.addBroken(`packing held ${measurementText(packed)}`);
    const back = await measured(page, () => ask(page, 'restore', 'copy'));
    task.report(`restored: ${measurementText(back)}`);
    if (!back.value.ok) throw new Error(`Not restored: ${back.value.problem.kind}`);
    if (maxHeap(back) > maxRestoreMegabytes)
      count.addBroken(`restoring held ${measurementText(back)}`);
    if (back.progressReports < 100)
      count.addBroken(`only ${back.progressReports} reports of progress`);
    const same = await ask(page, 'compareRows', compared, name, back.value.value);
    task.report(`${same.rows} rows the same`);
    if (same.difference !== null) count.addBroken(`not the same: ${same.difference}`);
    else if (same.rows < visits) count.addBroken(`only ${same.rows} rows`);
    else count.recovered = 1;
  } finally {
    await browser.close();
  }
  return count.tally();
}

/** Facts, and what is folded from them. */
const compared = [...factTables, 'histories', 'days'];

interface Measured<T> {
  readonly value: T;
  readonly ms: number;
  /** Greatest heaps seen, in MB as the browser tells them, garbage included. */
  readonly page: number;
  readonly worker: number;
  readonly progressReports: number;
}

async function measured<T>(page: Page, work: () => Promise<T>): Promise<Measured<T>> {
  const watch = { isOver: false, page: 0, worker: 0 };
  const reportsBefore = await ask(page, 'progressReports');
  const begun = performance.now();
  const watching = watchHeaps(page, watch);
  const value = await work();
  const ms = performance.now() - begun;
  watch.isOver = true;
  await watching;
  const progressReports = (await ask(page, 'progressReports')) - reportsBefore;
  return { value, ms, page: watch.page, worker: watch.worker, progressReports };
}

async function watchHeaps(
  page: Page,
  watch: { readonly isOver: boolean; page: number; worker: number },
): Promise<void> {
  const wire = await page.context().newCDPSession(page);
  const workers = new Set<string>();
  wire.on('Target.attachedToTarget', ({ sessionId }) => workers.add(sessionId));
  wire.on('Target.detachedFromTarget', ({ sessionId }) => workers.delete(sessionId));
  wire.on('Target.receivedMessageFromTarget', ({ message }) => {
    watch.worker = Math.max(watch.worker, usedMegabytes(JSON.parse(message)));
  });
  // Workers tell their heap to whoever is attached to them, and to nobody else.
  const attaching = { autoAttach: true, waitForDebuggerOnStart: false, flatten: false };
  await wire.send('Target.setAutoAttach', attaching);
  const message = JSON.stringify({ id: 1, method: 'Runtime.getHeapUsage' });
  while (!watch.isOver) {
    const { usedSize } = await wire.send('Runtime.getHeapUsage');
    watch.page = Math.max(watch.page, usedSize / 1e6);
    for (const sessionId of workers)
      await wire.send('Target.sendMessageToTarget', { sessionId, message }).catch(() => undefined);
    await pause(20);
  }
  await wire.detach();
}

function usedMegabytes(message: { readonly result?: { readonly usedSize?: number } }): number {
  return (message.result?.usedSize ?? 0) / 1e6;
}

function maxHeap({ page, worker }: Measured<unknown>): number {
  return Math.max(page, worker);
}

function measurementText({ ms, page, worker, progressReports }: Measured<unknown>): string {
  return `${(ms / 1000).toFixed(1)} s, page ${Math.round(page)} MB, worker ${Math.round(worker)} MB, progress reported ${progressReports} times`;
}
