import { expect, it } from 'vitest';
import { draftVisit, recordVisit } from '#app/customers/visits.ts';
import { addDays } from '#lib/day.ts';
import { toLocalTime } from '#lib/time-zone.ts';
import { readDaySummaries } from '#storage/tables/days.ts';
import { openTestShop } from '../support/shops/test-shop.ts';

const zone = 'Europe/London';

it('the rows of some days are those of the first, the last and all between', async () => {
  const deps = await openTestShop();
  const { day } = toLocalTime(deps.clock.now(), zone);
  for (let days = 0; days < 3; days += 1) {
    await recordVisit(deps, draftVisit(deps, { customerId: null, kind: 'bought', zone }));
    deps.clock.advance(24 * 3_600_000);
  }
  const daysFrom = async (first: number, last: number): Promise<readonly string[]> =>
    (await readDaySummaries(deps.db, addDays(day, first), addDays(day, last))).map(
      (row) => row.day,
    );
  expect(await daysFrom(0, 2)).toEqual([0, 1, 2].map((days) => addDays(day, days)));
  expect(await daysFrom(1, 1)).toEqual([addDays(day, 1)]);
  expect(await daysFrom(3, 9)).toEqual([]);
});
