import { measured, type Measured } from '../measured.ts';
import { waitUntilIdle, waitUntilReady, withTimeout } from '../steps.ts';
import type { ShopBrowser } from '../shop-browser.ts';
import type { RowContext } from './rows.ts';

/** The page's heap after 1,000 logged visits, beside after the first 50. */
export async function heapRow({ size, shop }: RowContext): Promise<readonly Measured[]> {
  const browser = await shop.open({ throttle: 1 });
  await waitUntilReady(browser.page);
  await logVisits(browser, { from: 0, to: 50 });
  const before = await heapOf(browser);
  await logVisits(browser, { from: 50, to: 1_000 });
  const after = await heapOf(browser);
  await browser.close();
  return [
    measured({
      row: 'heap after 1,000 visits',
      size,
      unit: 'MB',
      values: [after - before],
      references: { 'after the first 50': before },
      ratio: null,
      goal: '≤ 20 MB growth',
      isMet: after - before <= 20,
    }),
  ];
}

const portion = 50;

// In portions: a page that stands still, or is gone, is then known by how far it had come.
async function logVisits(
  { page }: ShopBrowser,
  { from, to }: { readonly from: number; readonly to: number },
): Promise<void> {
  for (let logged = from; logged < to; logged += portion) {
    try {
      await withTimeout(60_000, page.evaluate(logSome, [logged, portion] as const));
    } catch (error) {
      throw new Error(`after ${logged} visits`, { cause: error });
    }
  }
  await page.waitForTimeout(500);
  await waitUntilIdle(page);
}

/** Runs in the page. */
async function logSome([from, count]: readonly [number, number]): Promise<void> {
  const letters = 'ABCDEFGHIJKLMNOPRSTUVWYZ'.split('');
  for (let logged = from; logged < from + count; logged += 1) {
    // Half an hour later for everybody who came before, so that each tap is a visit; never past
    // midnight.
    if (logged % 100 === 99)
      Reflect.set(globalThis, 'aheadMs', Number(Reflect.get(globalThis, 'aheadMs')) + 31 * 60_000);
    const keys = [...document.querySelectorAll<HTMLElement>('.keypad-button')];
    keys.find((key) => key.textContent === letters[logged % letters.length])?.click();
    await notes.frames(1);
    const tiles = document.querySelectorAll<HTMLElement>('.customer-tile');
    tiles[Math.floor(logged / letters.length) % 5]?.click();
    await notes.frames(1);
  }
}

async function heapOf({ session }: ShopBrowser): Promise<number> {
  await session.send('HeapProfiler.collectGarbage');
  await session.send('HeapProfiler.collectGarbage');
  const { usedSize } = await session.send('Runtime.getHeapUsage');
  return usedSize / 1e6;
}
