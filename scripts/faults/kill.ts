// The browser is ended with kill -9 at a random moment while somebody works. Whatever was
// acknowledged must be there afterwards, and nothing by halves. One kill in ten hits the real
// Counter, tapped on its own keys.
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
import { addPerson, key } from '../../test/support/browser/shop-steps.ts';
import { Count, type Campaign, type Task } from './campaign.ts';
import { inBrowser } from './with-shop.ts';

export const kill: Campaign = {
  name: 'kill',
  where: 'browser',
  async run(task) {
    const [leveldb, sqlite] = [new Count('kill -9, LevelDB'), new Count('kill -9, SQLite')];
    const kills =
      task.length === 'long' ? { leveldb: 100, sqlite: 100 } : { leveldb: 4, sqlite: 1 };
    // By turns, so that a night that is cut short has seen both.
    for (let from = 0; from < kills.leveldb; from += killsPerShop) {
      await killedShop(task, { count: leveldb, backend: 'leveldb', from, to: kills.leveldb });
      await killedShop(task, { count: sqlite, backend: 'sqlite', from, to: kills.sqlite });
    }
    return [leveldb.tally(), sqlite.tally()];
  },
};

interface Order {
  readonly count: Count;
  readonly backend: Backend;
  /** Kills of this campaign before this shop, and in all. */
  readonly from: number;
  readonly to: number;
}

/** A shop of its own for so many kills: what is looked through afterwards stays small. */
const killsPerShop = 10;
/** Acknowledged actions before each kill of the long run, at the least and at the most. */
const fewestActions = 350;
const mostActions = 800;

async function killedShop(task: Task, { count, backend, from, to }: Order): Promise<void> {
  const profile = newProfile();
  try {
    const seen: Shop = { name: 'regulars-killed', written: [], turn: 0, visits: 0 };
    await begin(task, { profile, backend, name: seen.name });
    for (let each = from; each < Math.min(to, from + killsPerShop); each += 1)
      await killOnce(task, { count, profile, backend, seen, isCounter: each % 10 === 3 });
    await inBrowser(task, { profile, backend }, ({ page }) =>
      checkAfterKill(page, { count, seen }),
    );
  } finally {
    dropProfile(profile);
  }
  const { tries, acknowledged, lost, torn, recovered, broken } = count;
  task.report(
    `${backend}: ${tries} kills, ${acknowledged} acknowledged, ${lost} lost, ${torn} torn, ${recovered} recovered ${broken.join('; ')}`,
  );
}

/** What this campaign knows of the shop that it is killing. */
interface Shop {
  readonly name: string;
  written: Written[];
  turn: number;
  /**
   * So many visits there are at the least: what there was before the real Counter was tapped, and
   * each tap that it called saved.
   */
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
  const ms = 200 + Math.random() * 900;
  const actions = fewestActions + Math.random() * (mostActions - fewestActions);
  try {
    const page = await openHarness(browser.context, task.address);
    // A shop that does not open is counted as broken. Opened by its name it would be made anew.
    if (seen.turn > 0 && !(await checkAfterKill(page, { count, seen }))) return;
    if (isCounter)
      await tapUntil(task, page, { seen, count, ms: 500 + ms }).catch(async (error: unknown) => {
        const words = await page.locator('body').innerText();
        throw new Error(`The Counter was not to be tapped: ${words}`, { cause: error });
      });
    else if (task.length === 'short') await workUntil(page, { seen, count, ms });
    else await workUntil(page, { seen, count, ms: Math.random() * 40, actions });
  } finally {
    await browser.kill();
  }
  count.tries += 1;
  if (count.acknowledged === before) task.report('a kill hit before anything was acknowledged');
}

// Closed as a person closes it: which shop this tablet points to lies in a store that browsers
// write some seconds late.
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
  /** So many must be acknowledged before the milliseconds begin. */
  readonly actions?: number;
}

// Mostly what a counter does all day, so that many are at work; and among it everything else.
const mixture: readonly ActionName[] = ['tap', 'tap', 'someone-else', 'amount', 'tap', 'welcome'];

async function workUntil(page: Page, { seen, count, ms, actions = 0 }: Working): Promise<void> {
  const until = count.acknowledged + actions;
  // Straight from the page, without an answer: the page must not wait for us.
  const wire = await page.context().newCDPSession(page);
  await wire.send('Runtime.addBinding', { name: 'acknowledged' });
  const many = new Promise<void>((resolve) => {
    if (actions === 0) resolve();
    wire.on('Runtime.bindingCalled', ({ payload }) => {
      // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- written by the harness on this very page
      seen.written.push(...(JSON.parse(payload) as Written[]));
      count.acknowledged += 1;
      if (count.acknowledged >= until) resolve();
    });
  });
  await openShop(page, seen.name);
  seen.turn += 10_000;
  const all = await ask(page, 'actionNames');
  const often = Array.from({ length: actions === 0 ? 5 : 20 }, () => mixture).flat();
  const working = ask(page, 'runRandomActions', {
    turns: 10_000,
    from: seen.turn,
    only: [...all, ...often],
  }).catch((error: unknown) => String(error));
  const ended = await Promise.race([working, many.then(() => pause(ms, 'time'))]);
  if (ended !== 'time') count.addBroken(`the work stopped by itself: ${String(ended)}`);
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

/** Whether the shop opened. */
async function checkAfterKill(
  page: Page,
  { count, seen }: Pick<Once, 'count' | 'seen'>,
): Promise<boolean> {
  const start = await ask(page, 'start');
  if (start.kind !== 'open') {
    count.addBroken(`the shop is ${start.kind} after a kill: ${start.problem}`);
    return false;
  }
  // Until then a second crash could break what the first one cut off (app/integrity/renew-log).
  await ask(page, 'maintain');
  const missing = seen.visits - ((await ask(page, 'counts'))['visits'] ?? 0);
  const taps = missing > 0 ? [`${missing} taps on the Counter`] : [];
  count.addMissing([...(await ask(page, 'lost', seen.written)), ...taps], await ask(page, 'torn'));
  const next = await ask(page, 'act', 'tap', seen.turn);
  if (next.ok) count.recovered += 1;
  else count.addBroken(`the shop does not go on: ${next.problem.kind}`);
  if (next.ok) seen.written.push(...next.value);
  return true;
}
