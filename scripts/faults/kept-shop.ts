// One shop for the campaigns that end the browser during a restore or a migration: it takes seconds
// to make, so it is made once a run, and each works on a copy.
import { cp } from 'node:fs/promises';
import { basename } from 'node:path';
import { ask, dropProfile, newProfile } from '../harness/browser.ts';
import type { Task } from './campaign.ts';
import { inBrowser } from './with-shop.ts';

/** What the database of that shop is called. */
export const ownShop = 'regulars-own';

interface KeptShop {
  readonly profile: string;
  /** Every row of it that must outlive a kill, as text. */
  readonly content: string;
}

let kept: Promise<KeptShop> | null = null;

/** Puts a shop of 3,000 visits into a new profile on LevelDB, as a closed browser leaves it. */
export async function shopInNewProfile(task: Task): Promise<KeptShop> {
  kept ??= make(task);
  const { profile: whole, content } = await kept;
  const profile = newProfile();
  try {
    await cp(whole, profile, { recursive: true, filter: isOfNoProcess });
  } catch (error) {
    dropProfile(profile);
    throw error;
  }
  return { profile, content };
}

// A browser that had to be ended leaves a link that says which process has the profile.
function isOfNoProcess(path: string): boolean {
  return !basename(path).startsWith('Singleton');
}

async function make(task: Task): Promise<KeptShop> {
  const profile = newProfile();
  process.once('exit', () => dropProfile(profile));
  const content = await inBrowser(task, { profile, backend: 'leveldb' }, async ({ page }) => {
    await ask(page, 'create', ownShop);
    await ask(page, 'point', ownShop);
    await ask(page, 'fill', { customers: 100, visits: 3_000, endDay: '2026-06-18' });
    return ask(page, 'contentText');
  });
  return { profile, content };
}
