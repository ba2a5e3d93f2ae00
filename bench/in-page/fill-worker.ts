// Fills the browser's database with an invented shop, by the same rows and the same folding as a list that is brought in.

import { defaultSettings } from '#domain/settings.ts';
import { nextStamp } from '#lib/stamp.ts';
import { ok } from '#lib/result.ts';
import { dayFrom } from '#lib/day.ts';
import { instantOf } from '#lib/zone.ts';
import { customerIdFrom } from '#domain/customer.ts';
import type { WriteProblem } from '#domain/problem.ts';
import { visitIdFrom } from '#domain/visit.ts';
import { measuredPlan } from '#sample/sample-settings.ts';
import { shopOf, shopParts, type ShopPart, type ShopPlan } from '#sample/shop.ts';
import { schemaVersion } from '#schema/versions.ts';
import { putBulk } from '#storage/bulk.ts';
import { openDatabase, type ShopDexie } from '#storage/database.ts';
import { createShop } from '#storage/settings.ts';
import { write } from '#storage/write.ts';
import type { FillOrder, FillReport } from '../fill-order.ts';

const zone = 'Europe/London';
const deviceId = 'measured';

addEventListener('message', (event: MessageEvent<FillOrder>) => {
  void fill(event.data);
});

async function fill(order: FillOrder): Promise<void> {
  try {
    await fillShop(order);
  } catch (error) {
    report({ kind: 'failed', why: String(error) });
  }
}

async function fillShop({ database, size, endDay }: FillOrder): Promise<void> {
  const day = dayFrom(endDay);
  if (day === undefined) throw new RangeError(`Not a day: ${endDay}`);
  const opened = await openDatabase(database, () => undefined);
  if (!opened.ok) throw new Error(opened.problem.kind);
  const now = instantOf({ day, minute: 1_200 }, zone);
  const plan = measuredPlan(size, day);
  await makeShop(opened.value, plan, now);
  let visits = 0;
  const people = size.customers === 0 ? [] : [shopParts(plan), [constantVisitor(plan)]];
  for (const parts of people) {
    for (const part of parts) {
      await writePart(opened.value, part, now);
      visits += part.visits.length;
      report({ kind: 'progress', visits });
    }
  }
  opened.value.close();
  report({ kind: 'done', visits });
}

async function makeShop(db: ShopDexie, plan: ShopPlan, now: number): Promise<void> {
  const stamp = nextStamp({ last: null, now: 1, device: deviceId });
  const meta = {
    id: 'meta',
    deviceId,
    shopId: 'measured',
    lastStamp: stamp,
    minWriter: schemaVersion,
    createdAt: now,
  } as const;
  const { calendar = { openings: [], closures: [] } } = plan;
  await createShop(db, meta, {
    ...defaultSettings(stamp),
    ...calendar,
    shopName: 'Measured',
    zone,
    currencyFixed: true,
  });
}

async function writePart(db: ShopDexie, part: ShopPart, now: number): Promise<void> {
  const written = await write<void, WriteProblem>(db, now, async (writer) => {
    await putBulk(writer, part);
    return ok(undefined);
  });
  if (!written.ok) throw new Error(written.problem.kind);
}

/** Somebody with exactly 500 visits, whose page is opened at every size. */
function constantVisitor(plan: ShopPlan): ShopPart {
  const days = 1_000;
  const { customers, visits } = shopOf({
    ...plan,
    seed: 'constant',
    customers: 1,
    visits: 1,
    days,
  });
  const [card] = customers;
  const [like] = visits;
  if (card === undefined || like === undefined) throw new Error('nobody to be constant');
  const customerId = customerIdFrom('00000000-0000-7009-8000-000000000500');
  return {
    customers: [{ ...card, id: customerId, name: 'Constance Fivehundred' }],
    visits: Array.from({ length: 500 }, (_, index) => {
      const at = like.at - index * 2 * 86_400_000;
      const day = dayFrom(new Date(at).toISOString().slice(0, 10)) ?? like.day;
      const id = visitIdFrom(`00000000-0000-7009-8000-${String(index).padStart(12, '0')}`);
      return { ...like, id, customerId, at, day, minute: 600 };
    }),
    moments: [],
    gestures: [],
  };
}

function report(message: FillReport): void {
  postMessage(message);
}
