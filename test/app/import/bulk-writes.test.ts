import fc from 'fast-check';
import { expect, test } from 'vitest';
import { draftCustomer } from '#app/customers/customers.ts';
import type { Customer } from '#domain/customers/customer.ts';
import { visitIdFrom, type Visit } from '#domain/visits/visit.ts';
import { addDays, dayFrom } from '#lib/day.ts';
import { ok } from '#lib/result.ts';
import { nextTimestamp } from '#lib/hlc.ts';
import { putBulk, deriveBulk, type BulkRows } from '#storage/bulk/bulk.ts';
import { commitStaged, stageVisits } from '#storage/bulk/staging.ts';
import { write } from '#storage/transaction.ts';
import { expectHistoryLaw } from '../../support/recount/history-law.ts';
import { countedIds, openTestShop } from '../../support/shops/test-shop.ts';
import { runs } from '../../support/values/runs.ts';

const made = nextTimestamp({ last: null, now: 0, device: 'a' });
const first = dayFrom('2026-01-05');
const ids = countedIds();
const nobodyElse = { now: () => 0 };

function customerRow(count: number, into: Customer | undefined): Customer {
  const draft = draftCustomer({ clock: nobodyElse, ids }, { name: `Person ${count}`, zone: 'UTC' });
  return { ...draft, mergedInto: into?.id ?? null, made, edits: {} };
}

const visitShape = fc.record({
  who: fc.nat(9),
  daysOn: fc.nat(60),
  minute: fc.option(fc.nat(1439)),
  amount: fc.option(fc.nat(5000)),
  voided: fc.boolean(),
  twice: fc.boolean(),
});

function visitOf(
  shape: { readonly [K in 'who' | 'daysOn']: number } & Pick<Visit, 'minute' | 'amount' | 'voided'>,
  owner: Customer | undefined,
): Visit {
  if (first === undefined) throw new Error('5 January 2026 is a day');
  const { minute, amount, voided } = shape;
  return {
    id: visitIdFrom(ids.next()),
    customerId: owner?.id ?? null,
    at: shape.daysOn * 86_400_000 + (minute ?? 720) * 60_000,
    day: addDays(first, shape.daysOn),
    minute,
    kind: 'bought',
    amount,
    reduced: false,
    marks: [],
    note: '',
    receipt: null,
    importId: null,
    createdAt: 0,
    voided,
    made,
    edits: {},
  };
}

test('rows written in bulk, repeated or merged, fold as if each was written alone', async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.array(visitShape, { maxLength: 60, size: 'max' }),
      fc.integer({ min: 1, max: 5 }),
      fc.boolean(),
      async (shapes, batches, isJoined) => {
        const deps = await openTestShop();
        const people = Array.from({ length: 8 }, (_, count) => customerRow(count, undefined));
        const merged = isJoined ? [customerRow(8, people[0])] : [];
        const everybody = [...people, ...merged];
        const visits = shapes.flatMap((shape) => {
          const visit = visitOf(shape, everybody[shape.who]);
          return shape.twice ? [visit, { ...visit, amount: 777 }] : [visit];
        });
        for (let batch = 0; batch < batches; batch += 1) {
          const rows: BulkRows = {
            // A new customer comes before or with the visits; later batches repeat some customers.
            customers:
              batch === 0 ? everybody : everybody.filter((_, index) => index % batches === batch),
            visits: uniqueById(visits.filter((_, index) => index % batches === batch)),
            moments: [],
            gestures: [],
          };
          const written = await write(deps.db, 0, async (writer) =>
            ok(await putBulk(writer, rows)),
          );
          expect(written.ok).toBe(true);
        }
        await expectHistoryLaw(deps.db);
        deps.db.close();
      },
    ),
    { numRuns: runs(20, 40) },
  );
});

test('an import that is staged and committed folds as if each visit was written alone', async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.array(visitShape, { maxLength: 30, size: 'max' }),
      fc.array(visitShape, { maxLength: 40, size: 'max' }),
      fc.constantFrom('alone', 'into somebody known', 'into somebody of the list'),
      async (before, list, joins) => {
        const deps = await openTestShop();
        const known = Array.from({ length: 4 }, (_, count) => customerRow(count, undefined));
        const listed = Array.from({ length: 4 }, (_, count) => customerRow(10 + count, undefined));
        const into = joins === 'into somebody known' ? known[0] : listed[0];
        const imported = joins === 'alone' ? listed : [...listed, customerRow(20, into)];
        const everybody = [...known, ...imported];
        const visits = before.map((shape) => visitOf(shape, known[shape.who]));
        const staged = list.map((shape) => visitOf(shape, everybody[shape.who]));
        await write(deps.db, 0, async (writer) =>
          ok(await putBulk(writer, { customers: known, visits, moments: [], gestures: [] })),
        );
        await write(deps.db, 0, async (writer) => ok(await stageVisits(writer, staged)));
        const derived = deriveBulk(imported, staged);
        const settled = await write(deps.db, 0, async (writer) =>
          ok(await commitStaged(writer, imported, derived)),
        );
        expect(settled.ok).toBe(true);
        await expectHistoryLaw(deps.db);
        deps.db.close();
      },
    ),
    { numRuns: runs(20, 40) },
  );
});

function uniqueById(visits: readonly Visit[]): readonly Visit[] {
  return [...new Map(visits.map((visit) => [visit.id, visit])).values()];
}
