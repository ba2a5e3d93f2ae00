// What a hand does in the measured page.
import type { Locator, Page } from 'playwright-core';

/** Letters that many names begin with, in the order in which they are pressed. */
export const letters = 'ACEGIKMNPRTVWYZBDFHJLOQSUX'.split('');

/**
 * Waits until everybody can be found and nothing is being done any more: a minute after the start,
 * as it were.
 */
export async function waitUntilReady(page: Page): Promise<void> {
  await page.locator('.letter-pad').waitFor();
  await page.waitForFunction(
    () =>
      document.querySelector('.customer-tile_name') !== null ||
      document.querySelector('.customer-tile-inviting') !== null,
  );
  await waitUntilIdle(page);
}

/** Waits until the page had nothing to do for half a second. */
export async function waitUntilIdle(page: Page): Promise<void> {
  await page.evaluate(
    () =>
      new Promise<void>((resolve) => {
        let calm = 0;
        let last = performance.now();
        const timer = setInterval(() => {
          const now = performance.now();
          calm = now - last < 60 ? calm + 1 : 0;
          last = now;
          if (calm < 25) return;
          clearInterval(timer);
          resolve();
        }, 40);
      }),
  );
}

/** Presses a letter on the pad. */
export async function pressLetter(page: Page, letter: string): Promise<void> {
  await page.locator('.keypad-button', { hasText: new RegExp(`^${letter}$`) }).click();
}

/**
 * Taps the first tile of somebody who has not been here today: another tap within minutes would
 * only open the visit.
 */
export async function tapNewVisitor(page: Page): Promise<void> {
  await newVisitors(page).first().click();
}

/** The tiles of those who have not been here today. */
export function newVisitors(page: Page): Locator {
  return page.locator('.customer-tile:not(:has(.customer-tile_came)):has(.customer-tile_name)');
}

/** Asks the page to watch, then clicks, and gives what was seen. */
export async function whileWatching<T>(
  ask: () => Promise<T>,
  click: () => Promise<void>,
): Promise<T> {
  const answer = ask();
  // A click that fails must be heard before the answer that never comes.
  answer.catch(() => undefined);
  await click();
  return withTimeout(20_000, answer);
}

/** What `answer` gives; an error when it takes longer than `ms`. */
export async function withTimeout<T>(ms: number, answer: Promise<T>): Promise<T> {
  let timer: ReturnType<typeof setTimeout> | undefined;
  const late = new Promise<never>((_, reject) => {
    timer = setTimeout(() => reject(new Error(`nothing after ${ms} ms`)), ms);
  });
  try {
    return await Promise.race([answer, late]);
  } finally {
    clearTimeout(timer);
  }
}
