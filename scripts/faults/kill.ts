// The browser is ended with kill -9 at a random moment while somebody works. Whatever was acknowledged must be there afterwards, and nothing
// by halves. One kill in ten hits the real Counter, tapped on its own keys.
import { setTimeout as pause } from 'node:timers/promises';
import type { Page } from 'playwright-core';
import {
  ask,
  dropProfile,
  newProfile,
  openBrowser,
  openHarness,
  type Backend,
} from '../harness/browser.ts';
import type { ActionName, Written } from '../harness/shop-actions.ts';
import { addPerson, key } from '../../test/support/shop-steps.ts';
import { Count, type Campaign, type Task } from './campaign.ts';
import { inBrowser } from './with-shop.ts';

export const kill: Campaign = {
  name: 'kill',
  where: 'browser',
  async run(task) {
    const { length } = task;
    if (length === 'short')
      return [
        await killed(task, { backend: 'leveldb', kills: 6 }),
        await killed(task, { backend: 'sqlite', kills: 4 }),
      ];
    return [
      await killed(task, { backend: 'leveldb', kills: 100 }),
      await killed(task, { backend: 'sqlite', kills: 100 }),
    ];
  },
};

interface Order {
  readonly backend: Backend;
  readonly kills: number;
}

/** A shop of its own for so many kills: what is looked through afterwards stays small. */
const killsPerShop = 10;

async function killed(task: Task, { backend, kills }: Order): Promise<ReturnType<Count['tally']>> {
  const count = new Count(`kill -9, ${backend}`);
  for (let done = 0; done < kills; done += killsPerShop) {
    const profile = newProfile();
    try {
      const seen: Shop = { name: 'regulars-killed', written: [], turn: 0, visits: 0 };
      await begin(task, { profile, backend, name: seen.name });
      for (let each = done; each < Math.min(kills, done + killsPerShop); each += 1)
        await killOnce(task, { count, profile, backend, seen, isCounter: each % 10 === 5 });
      await inBrowser(task, { profile, backend }, ({ page }) =>
        lookAfterwards(page, { count, seen }),
      );
    } finally {
      dropProfile(profile);
    }
    task.say(`${backend}: ${count.tries} kills, ${count.acknowledged} acknowledged`);
  }
  return count.tally();
}

/** What this campaign knows of the shop that it is killing. */
interface Shop {
  readonly name: string;
  written: Written[];
  turn: number;
  /** So many visits there are at the least: what there was before the real Counter was tapped, and each tap that it called saved. */
  visits: number;
}

interface Once {
  readonly count: Count;
  readonly profile: string;
  readonly backend: Backend;
  readonly seen: Shop;
  readonly isCounter: boolean;
}

async function killOnce(task: Task, once: Once): Promise<void> {
  const { count, profile, backend, seen, isCounter } = once;
  const browser = await openBrowser({ profile, backend });
  const before = count.acknowledged;
  const ms = 200 + Math.random() * (task.length === 'long' ? 2600 : 900);
  try {
    const page = await openHarness(browser.context, task.address);
    if (seen.turn > 0) await lookAfterwards(page, { count, seen });
    if (isCounter) await tapUntil(task, page, { seen, count, ms: 500 + ms });
    else await workUntil(page, { seen, count, ms });
  } finally {
    await browser.kill();
  }
  count.tries += 1;
  if (count.acknowledged === before) task.say('a kill hit before anything was acknowledged');
}

// Closed as a person closes it: which shop this tablet points to lies in a store that browsers write some seconds late.
async function begin(
  task: Task,
  { profile, backend, name }: Pick<Once, 'profile' | 'backend'> & Pick<Shop, 'name'>,
): Promise<void> {
  await inBrowser(task, { profile, backend }, async ({ page }) => {
    await ask(page, 'create', name);
    await ask(page, 'point', name);
    await ask(page, 'fill', { customers: 12, visits: 60, endDay: '2026-06-18', days: 60 });
  });
}

interface Working {
  readonly seen: Shop;
  readonly count: Count;
  readonly ms: number;
}

// Mostly what a counter does all day, so that many are at work; and among it everything else.
const mixture: readonly ActionName[] = ['tap', 'tap', 'someone-else', 'amount', 'tap', 'welcome'];

async function workUntil(page: Page, { seen, count, ms }: Working): Promise<void> {
  await page.exposeFunction('acknowledged', (text: string) => {
    // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- written by the harness on this very page
    seen.written.push(...(JSON.parse(text) as Written[]));
    count.acknowledged += 1;
  });
  await openShop(page, seen.name);
  seen.turn += 10_000;
  const all = await ask(page, 'actionNames');
  const only = [...all, ...mixture, ...mixture, ...mixture, ...mixture, ...mixture];
  const working = ask(page, 'keepBusy', { turns: 10_000, from: seen.turn, only }).catch(
    (error: unknown) => String(error),
  );
  const ended = await Promise.race([working, pause(ms, 'time')]);
  if (ended !== 'time') count.breaks(`the work stopped by itself: ${String(ended)}`);
}

async function openShop(page: Page, name: string): Promise<void> {
  const opened = await ask(page, 'open', name);
  if (!opened.ok) throw new Error(`The shop did not open: ${opened.problem.kind}`);
}

async function tapUntil(task: Task, page: Page, { seen, count, ms }: Working): Promise<void> {
  seen.turn += 10_000;
  await openShop(page, seen.name);
  seen.visits = (await ask(page, 'counts'))['visits'] ?? 0;
  await page.goto(`${task.address}/`);
  const end = Date.now() + ms;
  // Somebody new each time: whoever was here a moment ago is not logged again.
  for (let person = 1; Date.now() < end || person === 1; person += 1) {
    await addPerson(page, `Ada ${seen.turn + person}`);
    seen.visits += 1;
    count.acknowledged += 1;
  }
  // The last one is written down and not waited for: it may be there or not, but not by halves.
  await key(page, 'New').click();
  await page.getByLabel('Name of the new customer').fill('Bea');
  await key(page, 'Add').click();
}

async function lookAfterwards(
  page: Page,
  { count, seen }: Pick<Once, 'count' | 'seen'>,
): Promise<void> {
  const start = await ask(page, 'start');
  if (start.kind !== 'open') return count.breaks(`the shop is ${start.kind} after a kill`);
  const missing = seen.visits - ((await ask(page, 'counts'))['visits'] ?? 0);
  const taps = missing > 0 ? [`${missing} taps on the Counter`] : [];
  count.missed([...(await ask(page, 'lost', seen.written)), ...taps], await ask(page, 'torn'));
  const next = await ask(page, 'act', 'tap', seen.turn);
  if (next.ok) count.recovered += 1;
  else count.breaks(`the shop does not go on: ${next.problem.kind}`);
  if (next.ok) seen.written.push(...next.value);
}
