// The connection to the database dies with one of the names that browsers really give: with up to
// three fresh opens the act is saved, else it is a problem in words, and when the storage is well
// again it is saved.
import type { Page } from 'playwright-core';
import {
  ask,
  dropProfile,
  newProfile,
  openBrowser,
  openHarness,
  type Backend,
} from '../harness/browser.ts';
import { backendsFor, Count, type Campaign, type Tally, type Task } from './campaign.ts';

const names = ['UnknownError', 'InvalidStateError', 'AbortError', 'TimeoutError', 'NotFoundError'];
const maxTimes = 6;
/** Tries after the first one that the app makes before it says so. */
const maxReopens = 3;

export const connection: Campaign = {
  name: 'connection',
  where: 'browser',
  async run(task) {
    const tallies: Tally[] = [];
    for (const backend of backendsFor(task)) tallies.push(await onBackend(task, backend));
    return tallies;
  },
};

async function onBackend(task: Task, backend: Backend): Promise<Tally> {
  const count = new Count(`connection lost, ${backend}`);
  const profile = newProfile();
  const browser = await openBrowser({ profile, backend });
  try {
    const page = await openHarness(browser.context, task.address);
    await ask(page, 'create', 'regulars-cut-off');
    await ask(page, 'fill', { customers: 8, visits: 40, endDay: '2026-06-18', days: 60 });
    for (const name of names)
      for (let times = 1; times <= maxTimes; times += 1) await cutOff(page, { count, name, times });
    count.addMissing([], await ask(page, 'torn'));
  } finally {
    await browser.close();
    dropProfile(profile);
  }
  return count.tally();
}

async function cutOff(
  page: Page,
  { count, name, times }: { readonly count: Count; readonly name: string; readonly times: number },
): Promise<void> {
  const before = (await ask(page, 'counts'))['visits'] ?? 0;
  const done = await ask(page, 'actUnderFault', { action: 'tap', turn: times }, { name, times });
  const after = (await ask(page, 'counts'))['visits'] ?? 0;
  count.tries += 1;
  const isSaved = done.problem === null;
  // More may be overcome as well, for the database layer makes tries of its own; what counts is
  // that the answer is true.
  if (!isSaved && times <= maxReopens) count.addBroken(`${name} × ${times} gave ${done.problem}`);
  if ((done.problem ?? '').startsWith('thrown')) count.addBroken(`${name}: ${done.problem}`);
  if (after - before !== (isSaved ? 1 : 0))
    count.addBroken(`${name} × ${times}: ${after - before} visits`);
  if (isSaved) count.acknowledged += 1;
  const next = await ask(page, 'act', 'tap', times);
  if (next.ok) count.recovered += 1;
  else count.addBroken(`${name} × ${times}: the next tap gave ${next.problem.kind}`);
}
