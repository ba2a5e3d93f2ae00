import { measured, median, type Measured } from '../measured.ts';
import type { ShopProfile } from '../shop-browser.ts';
import { pressLetter, waitUntilReady, withTimeout } from '../steps.ts';
import type { StartTimes, StartWatch } from '../in-page/page-notes.ts';
import type { RowContext } from './rows.ts';

const starts = 5;
const letter = 'M';
/** Longer than the Counter waits before it changes any tile. */
const quietMs = 7_000;

/**
 * Cold start without a network until the first letter tapped gives the right twelve people, beside
 * the same with an empty shop.
 */
export async function startRow({
  size,
  throttle,
  shop,
  empty,
}: RowContext): Promise<readonly Measured[]> {
  const right = await rightPeople(shop);
  const times: number[] = [];
  const reference: number[] = [];
  const letterTimes: number[] = [];
  for (let index = 0; index < starts; index += 1) {
    const filled = await startOnce(shop, throttle, { letter, right, counts: false });
    times.push(filled.usable);
    letterTimes.push(filled.letters);
    const none = await startOnce(empty, throttle, { letter, right: [], counts: false });
    reference.push(none.usable);
  }
  const answers: number[] = [];
  const emptyAnswers: number[] = [];
  for (let index = 0; index < starts; index += 1) {
    answers.push(await shop.firstAnswer());
    emptyAnswers.push(await empty.firstAnswer());
  }
  const { work } = await startOnce(shop, throttle, { letter, right, counts: true });
  const ratio = median(times) / median(reference);
  return [
    measured({
      row: 'cold start → usable',
      size,
      values: times,
      references: { 'empty shop': median(reference) },
      goal: 'ratio ≤ 1.3 at l; ≤ 1.2 s at throttle 4',
      isMet: throttle === 4 ? median(times) <= 1_200 : size === 'l' ? ratio <= 1.3 : null,
      work,
      maxGrowth: 0.1,
      note:
        `letters stand after ${Math.round(median(letterTimes))} ms; storage's first answer without the app ` +
        `${Math.round(median(answers))} ms, in the empty shop ${Math.round(median(emptyAnswers))} ms`,
    }),
  ];
}

/** Whom the letter finds when everything was read. */
async function rightPeople(shop: ShopProfile): Promise<readonly string[]> {
  const { page, close } = await shop.open({ throttle: 1 });
  await waitUntilReady(page);
  // In a quiet moment the tiles take up what was learned.
  await page.waitForTimeout(quietMs);
  await pressLetter(page, letter);
  await page.locator('.letter-pad_typed').waitFor();
  const names = await page.evaluate(() => notes.tileNames());
  await close();
  return names;
}

async function startOnce(
  shop: ShopProfile,
  throttle: number,
  watch: StartWatch,
): Promise<StartTimes> {
  const { page, close } = await shop.open({ throttle, watch });
  const times = await withTimeout(
    60_000,
    page.evaluate(() => notes.start),
  );
  await close();
  if (times === null) throw new Error('the start was not watched');
  return times;
}
