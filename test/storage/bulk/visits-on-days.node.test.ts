import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { Deps } from '#app/deps.ts';
import { importIdFrom, type ImportId } from '#domain/import/shop-import.ts';
import { visitIdFrom, type Visit } from '#domain/visits/visit.ts';
import { addDays } from '#lib/day.ts';
import { ok } from '#lib/result.ts';
import { stageVisits } from '#storage/bulk/staging.ts';
import { readVisitsOnDays } from '#storage/bulk/visits-on-days.ts';
import { putImport } from '#storage/tables/imports.ts';
import { write, type ActionWriter } from '#storage/transaction.ts';
import { importRow, visitRow } from '../../support/shops/plain-rows.ts';
import { today } from '../../support/shops/shop-with.ts';
import { openTestShop } from '../../support/shops/test-shop.ts';

let shop: Deps;

beforeEach(async () => {
  shop = await openTestShop();
});

afterEach(() => shop.db.close());

describe('the visits of some days', () => {
  it('are all that were not taken back, days or months apart, and none of the days between', async () => {
    const ago = [0, 1, 3, 30, 31, 62, 400];
    await writeTo((writer) => stageVisits(writer, ago.map(visitAgo)));
    await writeTo((writer) =>
      stageVisits(writer, [{ ...visitAgo(2), day: today, id: visitIdFrom('taken'), voided: true }]),
    );
    const days = [400, 0, 3, 31, 5, 62, 0].map((each) => addDays(today, -each));
    const found = await readVisitsOnDays(shop.db, days);
    expect(found.map(({ id }) => id)).toEqual(['ago 400', 'ago 62', 'ago 31', 'ago 3', 'ago 0']);
    expect(await readVisitsOnDays(shop.db, [])).toEqual([]);
  });

  it('say what tells them apart, the receipt too', async () => {
    const visit = { amount: 420, receipt: '1042', importId: await listed({ finishedAt: 1 }) };
    await writeTo((writer) => stageVisits(writer, [{ ...visitAgo(0), ...visit }]));
    expect(await readVisitsOnDays(shop.db, [today])).toEqual([
      {
        ...visit,
        id: visitIdFrom('ago 0'),
        customerId: null,
        day: today,
        minute: 600,
        kind: 'bought',
      },
    ]);
  });

  it('are none of a list that is still coming in', async () => {
    const importId = await listed({ finishedAt: null });
    await writeTo((writer) => stageVisits(writer, [{ ...visitAgo(0), importId }]));
    expect(await readVisitsOnDays(shop.db, [today])).toEqual([]);
  });
});

async function listed({ finishedAt }: { finishedAt: number | null }): Promise<ImportId> {
  const id = importIdFrom('list');
  await writeTo((writer) => putImport(writer, importRow({ id, finishedAt })));
  return id;
}

async function writeTo(action: (writer: ActionWriter) => Promise<void>): Promise<void> {
  const written = await write(shop.db, 0, async (writer) => ok(await action(writer)));
  expect(written.ok).toBe(true);
}

function visitAgo(ago: number): Visit {
  return visitRow({ id: visitIdFrom(`ago ${ago}`), day: addDays(today, -ago) });
}
