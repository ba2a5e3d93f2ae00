// The browser is ended with kill -9 while a backup is restored, and while rows of an older
// version are brought to today. Afterwards there is always a whole shop: the one before, or the one
// after, never a mixture.
import { setTimeout as pause } from 'node:timers/promises';
import type { Page } from 'playwright-core';
import { ask, dropProfile, openBrowser, openHarness } from '../harness/browser.ts';
import { Count, type Campaign, type Tally, type Task } from './campaign.ts';
import { ownShop, shopInNewProfile } from './kept-shop.ts';
import { inBrowser } from './with-shop.ts';

const old = 'regulars-old';
const backend = 'leveldb';

export const restoring: Campaign = {
  name: 'restore',
  where: 'browser',
  run: (task) =>
    killedAgainAndAgain(task, {
      fault: 'kill -9 while a backup is restored',
      maxMs: 1_500,
      async prepare(page) {
        await ask(page, 'open', ownShop);
        await ask(page, 'pack', 'copy');
      },
      work: (page) => ask(page, 'restore', 'copy'),
      check: checkShop,
    }),
};

/** The moments of the kill after a restore was said to be done. */
const switchMs = 2_000;

export const switching: Campaign = {
  name: 'switch',
  where: 'browser',
  async run(task) {
    const count = new Count('kill -9 within seconds after a restore');
    const size = task.length === 'long' ? 50 : 2;
    for (let turn = 0; turn < size; turn += 1) {
      const { profile } = await shopInNewProfile(task);
      try {
        const restored = await restoredThenKilled(task, profile, (switchMs * turn) / size);
        await inBrowser(task, { profile, backend }, ({ page }) =>
          checkSwitched(page, count, restored),
        );
      } finally {
        dropProfile(profile);
      }
    }
    return [count.tally()];
  },
};

/** Gives the database that the app had gone to when the browser was ended, `ms` later. */
async function restoredThenKilled(task: Task, profile: string, ms: number): Promise<string> {
  const browser = await openBrowser({ profile, backend });
  try {
    const page = await openHarness(browser.context, task.address);
    await ask(page, 'open', ownShop);
    await ask(page, 'pack', 'copy');
    const restored = await ask(page, 'restore', 'copy');
    if (!restored.ok) throw new Error(restored.problem.kind);
    await ask(page, 'switchTo', restored.value);
    await pause(ms);
    return restored.value;
  } finally {
    await browser.kill();
  }
}

async function checkSwitched(page: Page, count: Count, restored: string): Promise<void> {
  count.tries += 1;
  const start = await ask(page, 'start');
  const name = await ask(page, 'openName');
  if (start.kind === 'open' && name === restored) count.recovered += 1;
  else count.addBroken(`${start.kind}: ${name ?? 'no shop'} and not ${restored}`);
}

export const migration: Campaign = {
  name: 'migration',
  where: 'browser',
  run: (task) =>
    killedAgainAndAgain(task, {
      fault: 'kill -9 while old rows are migrated',
      maxMs: 60,
      async prepare(page) {
        await ask(page, 'open', ownShop);
        await ask(page, 'makeOld', ownShop, old);
      },
      work: (page) => ask(page, 'openBeside', old),
      check: checkOldShop,
    }),
};

/** What the browser is ended in the middle of. */
interface KillScenario {
  readonly fault: string;
  /** The moments of the kills are spread over so long. */
  readonly maxMs: number;
  readonly prepare: (page: Page) => Promise<void>;
  readonly work: (page: Page) => Promise<unknown>;
  readonly check: (page: Page, look: CheckContext) => Promise<void>;
}

interface CheckContext {
  readonly count: Count;
  readonly before: string;
}

// The browser that looks at what a kill left behind is the one that is killed next.
async function killedAgainAndAgain(task: Task, ordeal: KillScenario): Promise<readonly Tally[]> {
  const count = new Count(ordeal.fault);
  const { profile, content } = await shopInNewProfile(task);
  const size = task.length === 'long' ? 50 : 2;
  try {
    const look = { count, before: content };
    for (let turn = 0; turn < size; turn += 1) {
      const ms = (ordeal.maxMs * (turn + Math.random())) / size;
      await killed(task, profile, { ordeal, look, isFirst: turn === 0, ms });
      if (turn % 10 === 9)
        task.report(`${turn + 1} kills, ${count.recovered} recovered ${count.broken.join('; ')}`);
    }
    await inBrowser(task, { profile, backend }, ({ page }) => ordeal.check(page, look));
  } finally {
    dropProfile(profile);
  }
  return [count.tally()];
}

interface Turn {
  readonly ordeal: KillScenario;
  readonly look: CheckContext;
  readonly isFirst: boolean;
  readonly ms: number;
}

async function killed(
  task: Task,
  profile: string,
  { ordeal, look, isFirst, ms }: Turn,
): Promise<void> {
  const browser = await openBrowser({ profile, backend });
  try {
    const page = await openHarness(browser.context, task.address);
    if (!isFirst) await ordeal.check(page, look);
    await ordeal.prepare(page);
    const finished = ordeal.work(page).then(
      () => null,
      () => null,
    );
    await Promise.race([finished, pause(ms)]);
  } finally {
    await browser.kill();
  }
}

async function checkShop(page: Page, { count, before }: CheckContext): Promise<void> {
  count.tries += 1;
  const start = await ask(page, 'start');
  if (start.kind !== 'open') return count.addBroken(`the shop is ${start.kind}: ${start.problem}`);
  await ask(page, 'renewLog');
  count.addMissing([], await ask(page, 'torn'));
  if ((await ask(page, 'contentText')) !== before) count.addBroken('the shop was changed');
  else count.recovered += 1;
  await ask(page, 'close');
  await dropOthers(page);
}

async function checkOldShop(page: Page, { count, before }: CheckContext): Promise<void> {
  count.tries += 1;
  const { version, rows } = await ask(page, 'ageOf', old);
  const isWhole = version <= 11 ? rows === 'first' : rows === 'today';
  if (!isWhole) count.addBroken(`version ${version} with rows of ${rows}`);
  const opened = await ask(page, 'open', old);
  if (!opened.ok) return count.addBroken(`the old shop does not open: ${opened.problem.kind}`);
  await ask(page, 'renewLog');
  count.addMissing([], await ask(page, 'torn'));
  if ((await ask(page, 'contentText')) === before) count.recovered += 1;
  else count.addBroken('the shop that came out is another one');
  await ask(page, 'close');
  await dropOthers(page);
}

async function dropOthers(page: Page): Promise<void> {
  await page.evaluate(async (own) => {
    for (const name of await window.harness.raw.databases())
      if (name !== own) await window.harness.raw.drop(name);
  }, ownShop);
}
