// A shop of a size for counting work: filled by the same rows as any, with the people of the hour chosen.
import { chooseFirstPeople } from '#app/first-people.ts';
import type { WriteProblem } from '#domain/problem.ts';
import { ok } from '#lib/result.ts';
import { measuredPlan } from '#sample/sample-settings.ts';
import { shopParts } from '#sample/shop.ts';
import { putBulk } from '#storage/bulk.ts';
import { write } from '#storage/write.ts';
import { day, today } from './shop-with.ts';
import { openTestShop } from './test-shop.ts';

export type CountedShop = Awaited<ReturnType<typeof openTestShop>>;

/** Opens and fills it; whoever starts in it on the morning of the stories finds the people of the hour. */
export async function countedShop(customers: number, visits: number): Promise<CountedShop> {
  const shop = await openTestShop();
  const plan = measuredPlan({ customers, visits }, day('2026-06-17'));
  for (const part of shopParts(plan)) {
    const written = await write<void, WriteProblem>(shop.db, shop.clock.now(), async (writer) => {
      await putBulk(writer, part);
      return ok(undefined);
    });
    if (!written.ok) throw new Error(written.problem.kind);
  }
  const chosen = await chooseFirstPeople(shop, today);
  if (!chosen.ok) throw new Error(chosen.problem.kind);
  return shop;
}
