import type { Page } from 'playwright-core';
import { askWorker } from '../ask-worker.ts';
import { database } from '../shop-browser.ts';
import { measured, median, type Measured } from '../measured.ts';
import { tapNewVisitor, waitUntilIdle, waitUntilReady, whileWatching } from '../steps.ts';
import type { RowContext } from './rows.ts';

const times = 5;

/**
 * The week thought out anew by the app's own worker, beside reading all histories; and what the
 * page feels of it.
 */
export async function weekRow({ size, throttle, shop }: RowContext): Promise<readonly Measured[]> {
  const { page, measureWorker, close } = await shop.open({ throttle });
  await waitUntilReady(page);
  await page.waitForFunction(() => notes.workers.length > 0);
  await askWorker(page, database, { kind: 'suggest', today: '2026-06-18' });
  const took: number[] = [];
  const raw: number[] = [];
  for (let index = 0; index < times; index += 1) {
    took.push(await askWorker(page, database, { kind: 'suggest', today: '2026-06-18' }));
    raw.push(await page.evaluate((name) => references.rawHistories(name), database));
  }
  const work = await measureWorker(() =>
    askWorker(page, database, { kind: 'suggest', today: '2026-06-18' }),
  );
  const longTasks = await longTasksAfterTap(page);
  await close();
  return [
    measured({
      row: 'this week recomputed (worker)',
      size,
      values: took,
      references: { 'all histories raw': median(raw) },
      goal: '≤ 500 ms at l; 0 long tasks',
      isMet: size === 'l' ? median(took) <= 500 && longTasks === 0 : null,
      work,
      note: `${longTasks} long tasks`,
    }),
  ];
}

// A tap, the quiet while after it, and the list that follows.
async function longTasksAfterTap(page: Page): Promise<number> {
  await waitUntilIdle(page);
  await whileWatching(
    () => page.evaluate(() => notes.nextTap()),
    () => tapNewVisitor(page),
  );
  const before = await page.evaluate(() => performance.now());
  await page.waitForTimeout(6_000);
  return page.evaluate(
    (since) => notes.longTasks.filter(([start]) => start > since).length,
    before + 500,
  );
}
