// Several tabs log visits of the same customers at once. Each visit that was said to be saved is
// there, and the history and the day row count every one of them.
import { ask, openHarness } from '../harness/browser.ts';
import { Count, type Campaign, type Task } from './campaign.ts';
import { inFreshBrowser, type BrowserSession } from './with-shop.ts';

const name = 'regulars-raced';

export const tabs: Campaign = {
  name: 'tabs',
  where: 'browser',
  async run(task) {
    // Nobody comes twenty thousand times: the long race is about the few people that actions choose
    // among.
    const [number, turns, customers] = task.length === 'long' ? [4, 5_000, 6] : [2, 250, 1];
    const count = new Count(`${number} tabs × ${turns}`);
    await inFreshBrowser(task, 'leveldb', (bench) =>
      race(task, bench, { count, number, turns, customers }),
    );
    return [count.tally()];
  },
};

interface Race {
  readonly count: Count;
  readonly number: number;
  readonly turns: number;
  readonly customers: number;
}

async function race(task: Task, { page, context }: BrowserSession, race: Race): Promise<void> {
  const { count, number, turns, customers } = race;
  await ask(page, 'create', name);
  await ask(page, 'fill', { customers, visits: customers, endDay: '2026-06-18', days: 5 });
  const before = (await ask(page, 'counts'))['visits'] ?? 0;
  const pages = [page];
  for (let tab = 1; tab < number; tab += 1) pages.push(await openHarness(context, task.address));
  for (const each of pages.slice(1)) await ask(each, 'open', name);
  const order = { turns, from: 0, only: ['tap'] } as const;
  const done = await Promise.all(pages.map((each) => ask(each, 'runRandomActions', order)));
  count.tries = number * turns;
  count.acknowledged = done.reduce((sum, each) => sum + each, 0);
  const after = (await ask(page, 'counts'))['visits'] ?? 0;
  const missing = count.acknowledged - (after - before);
  count.addMissing(missing === 0 ? [] : [`${missing} visits`], await ask(page, 'torn'));
  count.lost = missing;
  if (missing === 0) count.recovered = number;
}
