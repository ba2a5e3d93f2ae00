import { database } from '../shop-browser.ts';
import { measured, median, quantile, type Measured } from '../measured.ts';
import { letters, pressLetter, waitUntilReady, whileWatching } from '../steps.ts';
import type { RowContext } from './rows.ts';

/** What a hurried hand types: one to four letters, and a slip. */
const queries = [
  ...letters,
  ...'AM BO KE LI MA RU ST ZO PA NO'.split(' '),
  ...'KHA MAR GAL VAS IVA TEO WIN ESTH HAMI OLIV RUKS JURG'.split(' '),
  ...'AMRAA VIKRM STELA ZOFFIA'.split(' '),
];

/** Letter → twelve ranked tiles. */
export async function searchRow({
  size,
  throttle,
  shop,
}: RowContext): Promise<readonly Measured[]> {
  const { page, close } = await shop.open({ throttle });
  await waitUntilReady(page);
  const drawn: number[] = [];
  const painted: number[] = [];
  for (const letter of [...letters, ...letters]) {
    await page.keyboard.press('Escape');
    await page.locator('.letter-pad_title').waitFor();
    const times = await whileWatching(
      () => page.evaluate(() => notes.nextLetter()),
      () => pressLetter(page, letter),
    );
    drawn.push(times.drawn);
    painted.push(times.painted);
  }
  await page.keyboard.press('Escape');
  await page.evaluate(() => notes.beginCounting());
  await pressLetter(page, 'K');
  await page.locator('.letter-pad_typed').waitFor();
  const work = await page.evaluate(() => notes.endCounting());
  const times = await page.evaluate(([name, typed]) => references.searches(name, typed), [
    database,
    queries,
  ] as const);
  await close();
  const others = {
    includes: median(times.includes),
    uFuzzy: median(times.ufuzzy),
    MiniSearch: median(times.minisearch),
  };
  const ours = median(times.ours);
  return [
    measured({
      row: 'letter → 12 ranked, computed',
      size,
      values: times.ours,
      references: others,
      ratio: ours / Math.min(...Object.values(others)),
      goal: '≤ 16 ms at l, ratio ≤ 1 to the fastest',
      isMet: quantile(times.ours, 0.95) <= 16 && ours <= Math.min(...Object.values(others)),
      work,
      maxGrowth: 0.1,
    }),
    measured({
      row: 'letter → tiles in the document',
      size,
      values: drawn,
      goal: '≤ 16 ms at l',
      isMet: size === 'l' ? quantile(drawn, 0.95) <= 16 : null,
    }),
    measured({ row: 'letter → tiles painted', size, values: painted, goal: '-', isMet: null }),
  ];
}
