import type { Page } from 'playwright-core';
import { askWorker } from '../ask-worker.ts';
import type { Asked } from '../in-page/page-notes.ts';
import { database, today } from '../shop-browser.ts';
import { measured, median, type Measured } from '../measured.ts';
import { tapNewVisitor, waitUntilIdle, waitUntilReady, whileWatching } from '../steps.ts';
import type { RowContext } from './rows.ts';

const times = 5;
const suggest: Asked<'suggest'> = { database, request: { kind: 'suggest', today } };
/** As after an import: the worker must forget everybody and read them again. */
const suggestAnew: Asked<'suggest'> = { ...suggest, changed: { kind: 'all' } };

/**
 * The week thought out by the app's own worker, with everybody read anew and with everybody known,
 * beside reading all histories; what the page feels of it, and what the worker holds for it.
 */
export async function weekRow({ size, throttle, shop }: RowContext): Promise<readonly Measured[]> {
  const { page, measureWorker, workerMemory, close } = await shop.open({ throttle });
  await waitUntilReady(page);
  await page.waitForFunction(() => notes.workers.length > 0);
  await askWorker(page, suggest);
  const anew: number[] = [];
  const again: number[] = [];
  const raw: number[] = [];
  for (let index = 0; index < times; index += 1) {
    anew.push(await askWorker(page, suggestAnew));
    again.push(await askWorker(page, suggest));
    raw.push(await page.evaluate((name) => references.rawHistories(name), database));
  }
  const work = await measureWorker(() => askWorker(page, suggestAnew));
  const memory = await workerMemory();
  const longTasks = await longTasksAfterTap(page);
  await close();
  const beside = { 'all histories raw': median(raw) };
  return [
    measured({
      row: 'this week, everybody read anew',
      size,
      values: anew,
      references: beside,
      goal: '≤ 1.2 at l',
      isMet: size === 'l' ? median(anew) <= 1.2 * median(raw) : null,
      work,
    }),
    measured({
      row: 'this week, everybody known',
      size,
      values: again,
      references: beside,
      goal: '≤ 500 ms at l; 0 long tasks',
      isMet: size === 'l' ? median(again) <= 500 && longTasks === 0 : null,
      note: `${longTasks} long tasks`,
    }),
    measured({
      row: 'held by the worker',
      size,
      unit: 'MB',
      values: [memory],
      goal: '-',
      isMet: null,
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
