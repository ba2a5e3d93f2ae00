// Whichever storage request of a business action fails, the shop is as before or as after, never
// between. Two ways: the request throws, or its transaction is ended by the browser; once, so that
// the app tries again and succeeds, and for good, so that it must say so.
import type { Page } from 'playwright-core';
import { ask, dropProfile, newProfile, openBrowser, openHarness } from '../harness/browser.ts';
import type { Backend } from '../harness/browser.ts';
import type { RequestFault } from '../harness/planted-faults.ts';
import type { LongActionName } from '../harness/long-actions.ts';
import type { ActionName } from '../harness/shop-actions.ts';
import { backendsFor, Count, type Campaign, type Tally, type Task } from './campaign.ts';

export const requests: Campaign = {
  name: 'requests',
  where: 'browser',
  async run(task) {
    const tallies: Tally[] = [];
    for (const backend of backendsFor(task)) tallies.push(await onBackend(task, backend));
    return tallies;
  },
};

const name = 'regulars-disturbed';

async function onBackend(task: Task, backend: Backend): Promise<Tally> {
  const count = new Count(`request k fails, ${backend}`);
  const profile = newProfile();
  const browser = await openBrowser({ profile, backend });
  try {
    const page = await openHarness(browser.context, task.address);
    await ask(page, 'create', name);
    await ask(page, 'fill', { customers: 8, visits: 40, endDay: '2026-06-18', days: 60 });
    await ask(page, 'saveScene');
    for (const [index, action] of (await ask(page, 'actionNames')).entries())
      await everyRequestOf(page, action, { count, faults: faultsFor(task, index) });
    // Outside of a business action a failing request is said at once; what was begun is made whole
    // by the next start.
    for (const [index, action] of (await ask(page, 'longActionNames')).entries())
      await everyRequestOf(page, action, {
        count,
        faults: faultsFor(task, index),
        mayGiveUp: true,
      });
    await ask(page, 'close');
  } finally {
    await browser.close();
    dropProfile(profile);
  }
  return count.tally();
}

// In the short run an action meets a request that throws for ever or a transaction that is ended
// once, by turns; at night all four.
function faultsFor({ length }: Task, index: number): readonly Omit<RequestFault, 'first'>[] {
  const all = [
    { how: 'throw', times: 1 },
    { how: 'throw', times: 1_000_000 },
    { how: 'abort', times: 1 },
    { how: 'abort', times: 1_000_000 },
  ] as const;
  if (length === 'long') return all;
  return index % 2 === 0 ? [all[1]] : [all[2]];
}

interface FaultPlan {
  readonly count: Count;
  readonly faults: readonly Omit<RequestFault, 'first'>[];
  readonly mayGiveUp?: true;
}

async function everyRequestOf(
  page: Page,
  action: ActionName | LongActionName,
  planned: FaultPlan,
): Promise<void> {
  const { count, faults, mayGiveUp = false } = planned;
  for (const fault of faults) {
    const seen = await ask(page, 'failEveryRequest', action, fault);
    count.tries += seen.tries;
    count.acknowledged += seen.saved;
    count.recovered += seen.saved + seen.refused;
    for (const line of seen.broken) count.addBroken(`${action}, ${fault.how}: ${line}`);
    count.torn += seen.broken.length;
    if (seen.tries < 4) count.addBroken(`${action} came to ${seen.tries} storage requests`);
    // A fault that never ends cannot have been overcome, and one that passes must have been.
    if (fault.times === 1 && seen.refused > 0 && !mayGiveUp)
      count.addBroken(`${action}: ${seen.refused} given up at once`);
    if (fault.times > 1 && seen.saved > 0)
      count.addBroken(`${action}: said to be saved on a dead connection`);
  }
}
