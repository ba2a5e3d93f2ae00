import type { Page } from 'playwright-core';
import { firstVisitsShown } from '#app/customers/customer-page.ts';
import { database } from '../shop-browser.ts';
import { measured, median, type Measured } from '../measured.ts';
import { waitUntilIdle, waitUntilReady } from '../steps.ts';
import type { RowContext } from './rows.ts';

const openings = 15;
const constance = '00000000-0000-7009-8000-000000000500';

/** Opens somebody with 500 visits, beside one indexed read of those visits. */
export async function customerPageRow({
  size,
  throttle,
  shop,
}: RowContext): Promise<readonly Measured[]> {
  const { page, close } = await shop.open({ throttle });
  await waitUntilReady(page);
  const drawn: number[] = [];
  const painted: number[] = [];
  const raw: number[] = [];
  for (let index = 0; index < openings + 2; index += 1) {
    const times = await openPerson(page);
    // Else the read waits for the page's badges, which the page itself does not wait for.
    await waitUntilIdle(page);
    const read = await page.evaluate(([name, id]) => references.rawVisitsOf(name, id), [
      database,
      constance,
    ] as const);
    await backToCounter(page);
    if (index < 2) continue;
    drawn.push(times.drawn);
    painted.push(times.painted);
    raw.push(read.ms);
  }
  await waitUntilIdle(page);
  await page.evaluate(() => notes.beginCounting());
  await openPerson(page);
  const work = await page.evaluate(() => notes.endCounting());
  await close();
  const ratio = median(drawn) / median(raw);
  return [
    measured({
      row: 'customer with 500 visits',
      size,
      values: drawn,
      references: { 'one indexed read': median(raw) },
      goal: 'ratio ≤ 2',
      isMet: ratio <= 2,
      work,
      maxGrowth: 0.1,
      note: `painted after ${median(painted).toFixed(1)} ms`,
    }),
  ];
}

async function openPerson(
  page: Page,
): Promise<{ readonly drawn: number; readonly painted: number }> {
  return page.evaluate(
    async ({ path, lines }) => {
      const begun = performance.now();
      history.pushState(null, '', path);
      dispatchEvent(new PopStateEvent('popstate'));
      const { drawn, painted } = await notes.when(
        () => document.querySelectorAll('.story-list_line').length >= lines,
      );
      return { drawn: drawn - begun, painted: painted - begun };
    },
    { path: `/people/${constance}`, lines: firstVisitsShown },
  );
}

async function backToCounter(page: Page): Promise<void> {
  await page.evaluate(async () => {
    history.pushState(null, '', '/');
    dispatchEvent(new PopStateEvent('popstate'));
    await notes.when(() => document.querySelector('.letter-pad') !== null);
  });
  await waitUntilIdle(page);
}
