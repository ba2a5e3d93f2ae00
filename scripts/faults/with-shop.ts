// One browser with the harness open in it, for as long as a campaign's function runs.
import type { BrowserContext, Page } from 'playwright-core';
import {
  dropProfile,
  newProfile,
  openBrowser,
  openHarness,
  type Backend,
} from '../harness/browser.ts';
import type { Task } from './campaign.ts';

/** What a campaign works with. */
export interface BrowserSession {
  readonly page: Page;
  readonly context: BrowserContext;
  readonly profile: string;
}

/** Runs `worker` in a fresh browser and clears everything away afterwards. */
export async function inFreshBrowser<T>(
  task: Pick<Task, 'address'>,
  backend: Backend,
  work: (bench: BrowserSession) => Promise<T>,
): Promise<T> {
  const profile = newProfile();
  try {
    return await inBrowser(task, { profile, backend }, work);
  } finally {
    dropProfile(profile);
  }
}

/** Runs `worker` in a browser on a profile that stays. */
export async function inBrowser<T>(
  { address }: Pick<Task, 'address'>,
  { profile, backend }: { readonly profile: string; readonly backend: Backend },
  work: (bench: BrowserSession) => Promise<T>,
): Promise<T> {
  const browser = await openBrowser({ profile, backend });
  try {
    const page = await openHarness(browser.context, address);
    return await work({ page, context: browser.context, profile });
  } finally {
    await browser.close();
  }
}
