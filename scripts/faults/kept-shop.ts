// One shop for the campaigns that end the browser in the middle of something: it takes seconds to
// make, and all they need is one of their own.
import { cpSync } from 'node:fs';
import { ask, dropProfile, newProfile } from '../harness/browser.ts';
import type { Task } from './campaign.ts';
import { inBrowser } from './with-shop.ts';

/** What the shop of {@link shopIn} is called. */
export const ownShop = 'regulars-own';

interface KeptShop {
  readonly profile: string;
  /** Every row of it that must outlive a kill, as text. */
  readonly content: string;
}

let kept: Promise<KeptShop> | null = null;

/** Puts a shop of 3,000 visits into a new profile on LevelDB, as a closed browser leaves it. */
export async function shopIn(task: Task): Promise<KeptShop> {
  kept ??= make(task);
  const { profile: whole, content } = await kept;
  const profile = newProfile();
  cpSync(whole, profile, { recursive: true });
  return { profile, content };
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
