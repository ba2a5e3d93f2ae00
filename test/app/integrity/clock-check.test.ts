import { expect, it } from 'vitest';
import { isClockBehind, trustClock } from '#app/integrity/clock-check.ts';
import { draftVisit, recordVisit } from '#app/customers/visits.ts';
import { msPerDay } from '#lib/day.ts';
import { toLocalTime } from '#lib/time-zone.ts';
import { memoryLocalStore } from '../../support/shops/memory-local-store.ts';
import { openTestShop } from '../../support/shops/test-shop.ts';

const zone = 'Europe/London';

it('doubts a clock that was set back by an hour, a day or a year', async () => {
  for (const back of [3_600_000, msPerDay, 365 * msPerDay]) {
    const { workFor, set, isBehind } = await shop();
    await workFor(60);
    expect(await isBehind()).toBe(false);
    set(-back);
    expect(await isBehind()).toBe(true);
  }
});

it('does not doubt for a year a clock that was once a year ahead', async () => {
  const { workFor, set, isBehind } = await shop();
  await workFor(60);
  set(365 * msPerDay);
  await workFor(2);
  set(-365 * msPerDay);
  expect(await isBehind()).toBe(false);
});

it('takes the owner’s word for good, until something is written later still', async () => {
  const { workFor, set, isBehind, trust } = await shop();
  await workFor(30);
  set(-2 * msPerDay);
  expect(await isBehind()).toBe(true);
  await trust();
  expect(await isBehind()).toBe(false);
  await workFor(1);
  expect(await isBehind()).toBe(false);
  set(5 * msPerDay);
  await workFor(1);
  set(-3 * msPerDay);
  expect(await isBehind()).toBe(true);
});

async function shop() {
  const deps = await openTestShop();
  const store = memoryLocalStore();
  const context = () => ({ deps, store, today: toLocalTime(deps.clock.now(), zone).day });
  const lastStamp = async () => (await deps.db.meta.get('meta'))?.lastStamp ?? '';
  return {
    /** One visit a day. */
    async workFor(days: number) {
      for (let day = 0; day < days; day += 1) {
        deps.clock.advance(msPerDay);
        await recordVisit(deps, draftVisit(deps, { customerId: null, kind: 'bought', zone }));
      }
    },
    set: (ms: number) => deps.clock.advance(ms),
    isBehind: async () => isClockBehind(context(), await lastStamp()),
    trust: async () => trustClock(context(), await lastStamp()),
  };
}
