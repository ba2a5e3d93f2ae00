import type { Page } from 'playwright-core';
import type { Asked } from './in-page/page-notes.ts';

/** Asks the worker that the app itself has started, as the app does. Milliseconds. */
export async function askWorker(
  page: Page,
  asked: Asked<'suggest' | 'refresh-startup-cache'>,
): Promise<number> {
  return page.evaluate(async (given) => (await notes.ask(given)).ms, asked);
}
