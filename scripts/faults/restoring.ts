// The browser is ended with kill -9 while a copy is brought back, and while rows of an older version are brought to today. Afterwards there is
// always a whole shop: the one before, or the one after, never a mixture.
import { setTimeout as pause } from 'node:timers/promises';
import { ask, dropProfile, newProfile, openBrowser, openHarness } from '../harness/browser.ts';
import { Count, type Campaign, type Task } from './campaign.ts';
import { inBrowser } from './with-shop.ts';

const own = 'regulars-own';
const old = 'regulars-old';

export const restoring: Campaign = {
  name: 'restore',
  where: 'browser',
  async run(task) {
    const count = new Count('kill -9 while a copy is brought back');
    await withProfile(async (profile) => {
      const before = await makeShop(task, profile);
      const size = task.length === 'long' ? 50 : 10;
      for (let turn = 0; turn < size; turn += 1) {
        await killed(task, profile, { turn, size, isRestore: true });
        await lookAgain(task, profile, { count, before });
      }
    });
    return [count.tally()];
  },
};

export const migration: Campaign = {
  name: 'migration',
  where: 'browser',
  async run(task) {
    const count = new Count('kill -9 while old rows are brought to today');
    await withProfile(async (profile) => {
      const before = await makeShop(task, profile);
      const size = task.length === 'long' ? 50 : 10;
      for (let turn = 0; turn < size; turn += 1) {
        await killed(task, profile, { turn, size, isRestore: false });
        await lookAtOld(task, profile, { count, before });
      }
    });
    return [count.tally()];
  },
};

async function withProfile(work: (profile: string) => Promise<void>): Promise<void> {
  const profile = newProfile();
  try {
    await work(profile);
  } finally {
    dropProfile(profile);
  }
}

const backend = 'leveldb';

async function makeShop(task: Task, profile: string): Promise<string> {
  return inBrowser(task, { profile, backend }, async ({ page }) => {
    await ask(page, 'create', own);
    await ask(page, 'point', own);
    await ask(page, 'fill', { customers: 100, visits: 3_000, endDay: '2026-06-18' });
    return ask(page, 'contentText');
  });
}

interface Turn {
  readonly turn: number;
  readonly size: number;
  readonly isRestore: boolean;
}

// The moments of the kills are spread over the time that the work takes when nobody disturbs it.
async function killed(task: Task, profile: string, { turn, size, isRestore }: Turn): Promise<void> {
  const browser = await openBrowser({ profile, backend });
  try {
    const page = await openHarness(browser.context, task.address);
    await ask(page, 'open', own);
    if (isRestore) await ask(page, 'pack', 'copy');
    else await ask(page, 'makeOld', own, old);
    const working = isRestore ? ask(page, 'restore', 'copy') : ask(page, 'openBeside', old);
    const finished = working.then(
      () => null,
      () => null,
    );
    const longest = isRestore ? 1_500 : 60;
    await Promise.race([finished, pause((longest * (turn + Math.random())) / size)]);
  } finally {
    await browser.kill();
  }
}

interface Look {
  readonly count: Count;
  readonly before: string;
}

async function lookAgain(task: Task, profile: string, { count, before }: Look): Promise<void> {
  await inBrowser(task, { profile, backend }, async ({ page }) => {
    count.tries += 1;
    const start = await ask(page, 'start');
    if (start.kind !== 'open') return count.breaks(`the shop is ${start.kind}`);
    count.missed([], await ask(page, 'torn'));
    if ((await ask(page, 'contentText')) !== before) count.breaks('the shop was changed');
    else count.recovered += 1;
    await dropOthers(page);
  });
}

async function lookAtOld(task: Task, profile: string, { count, before }: Look): Promise<void> {
  await inBrowser(task, { profile, backend }, async ({ page }) => {
    count.tries += 1;
    const { version, rows } = await ask(page, 'ageOf', old);
    const isWhole = version <= 11 ? rows === 'first' : rows === 'today';
    if (!isWhole) count.breaks(`version ${version} with rows of ${rows}`);
    const opened = await ask(page, 'open', old);
    if (!opened.ok) return count.breaks(`the old shop does not open: ${opened.problem.kind}`);
    count.missed([], await ask(page, 'torn'));
    if ((await ask(page, 'contentText')) === before) count.recovered += 1;
    else count.breaks('the shop that came out is another one');
    await ask(page, 'close');
    await dropOthers(page);
  });
}

async function dropOthers(page: Awaited<ReturnType<typeof openHarness>>): Promise<void> {
  await page.evaluate(async (own) => {
    for (const name of await window.harness.raw.databases())
      if (name !== own) await window.harness.raw.drop(name);
  }, own);
}
