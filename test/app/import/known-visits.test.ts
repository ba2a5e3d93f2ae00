import { beforeEach, describe, expect, it } from 'vitest';
import { mergeCustomers } from '#app/customers/merge-customers.ts';
import { suggestChoices } from '#app/import/column-mapping.ts';
import type { MappedFile } from '#app/import/import-types.ts';
import type { CustomerId } from '#domain/customers/customer.ts';
import { expectHistoryLaw } from '../../support/recount/history-law.ts';
import { openTestShop } from '../../support/shops/test-shop.ts';
import { valueOf } from '../../support/values/value-of.ts';

let deps: Awaited<ReturnType<typeof openTestShop>>;
beforeEach(async () => {
  deps = await openTestShop();
});

const others = Array.from({ length: 60 }, (_, index) => `Other ${index},,2026-05-01 10:15,18.40,`);
const few = [
  'Mrs Khan,020 7946 0018,2026-05-01 10:15,18.40,',
  'Mrs Khan,020 7946 0018,2026-05-01 10:15,18.40,',
  'Rana Khan,020 7946 0019,2026-05-07 09:00,5.00,',
  'Tom Reed,,2026-05-08 10:20,17.00,1042',
  ',,2026-05-03 09:00,2.00,',
];
const later = 'Mrs Khan,020 7946 0018,2026-05-09 10:15,18.40,';

describe('the visits of a few people among many', () => {
  it('are known when they come again, also merged, by receipt and without a name', async () => {
    await bringIn(others);
    await bringIn(few);
    valueOf(await mergeCustomers(deps, await idOf('Mrs Khan'), await idOf('Rana Khan')));
    const list = await chosen([...few, later]);
    const again = valueOf(await deps.worker.ask({ kind: 'preview-import', ...list }));
    expect(again).toMatchObject({ knownPeople: 3, visits: 6, knownVisits: 5 });
    await bringIn([...few, later]);
    expect(await deps.db.visits.count()).toBe(others.length + few.length + 1);
    await expectHistoryLaw(deps.db);
  });

  it('are not read where the list knows nobody: a shop of years has them on the same days', async () => {
    await bringIn(others);
    const reads: string[] = [];
    deps.db.visits.hook('reading', (visit) => {
      reads.push(visit.id);
      return visit;
    });
    valueOf(await deps.worker.ask({ kind: 'preview-import', ...(await chosen(few.slice(0, 3))) }));
    expect(reads).toEqual([]);
    valueOf(await deps.worker.ask({ kind: 'preview-import', ...(await chosen(few)) }));
    expect(reads).toEqual([]);
  });
});

async function bringIn(rows: readonly string[]): Promise<void> {
  const answers = { all: 'same', each: [] } as const;
  valueOf(await deps.worker.ask({ kind: 'run-import', ...(await chosen(rows)), answers }));
}

async function chosen(rows: readonly string[]): Promise<MappedFile> {
  const file = new File([`Name,Phone,Date,Amount,Receipt\n${rows.join('\n')}\n`], 'list.csv');
  const open = { encoding: null, sheet: null };
  const reading = valueOf(await deps.worker.ask({ kind: 'parse-list', file, open }));
  return { file, reading, choices: suggestChoices(reading) };
}

async function idOf(name: string): Promise<CustomerId> {
  const found = (await deps.db.customers.toArray()).find((customer) => customer.name === name);
  if (found === undefined) throw new Error(`Nobody is called ${name}`);
  return found.id;
}
