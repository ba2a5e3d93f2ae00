import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { customerIdFrom, type Customer, type CustomerId } from '#domain/customers/customer.ts';
import { householdIdFrom } from '#domain/customers/household-id.ts';
import { gestureIdFrom } from '#domain/week/gesture.ts';
import { momentIdFrom } from '#domain/visits/moment.ts';
import { visitIdFrom } from '#domain/visits/visit.ts';
import { withChanges } from '#domain/shop/versioned-row.ts';
import { parseTimestamp, type HlcTimestamp } from '#lib/hlc.ts';
import { byFactTable, type FactBatch } from '#schema/tables.ts';
import { differenceOf, mergeFacts } from '#formats/backup/merge-facts.ts';
import {
  customerRow,
  gestureRow,
  momentRow,
  settingsRow,
  visitRow,
  weekRow,
} from '../../support/shops/plain-rows.ts';
import { day } from '../../support/shops/shop-with.ts';
import { runs } from '../../support/values/runs.ts';

// The long run is a thousand shops a law.
const numRuns = runs(50, 1000);

describe('merging two devices', () => {
  it('gives the same shop in either order', () => {
    fc.assert(
      fc.property(anyShop, anyShop, (a, b) => {
        expect(mergeFacts(a, b)).toEqual(mergeFacts(b, a));
      }),
      { numRuns },
    );
  });

  it('gives the same shop, whichever two of three are merged first', () => {
    fc.assert(
      fc.property(anyShop, anyShop, anyShop, (a, b, c) => {
        const left = mergeFacts(mergeFacts(a, b), c);
        expect(left).toEqual(mergeFacts(a, mergeFacts(b, c)));
      }),
      { numRuns },
    );
  });

  it('changes nothing when repeated', () => {
    fc.assert(
      fc.property(anyShop, anyShop, (a, b) => {
        const once = mergeFacts(a, b);
        expect(mergeFacts(once, b)).toEqual(once);
        expect(mergeFacts(once, once)).toEqual(once);
      }),
      { numRuns },
    );
  });

  it('leaves nothing of anybody erased on either, even when visits were reassigned', () => {
    fc.assert(
      fc.property(anyShop, anyShop, fc.array(movedVisit), (a, b, moved) => {
        const restless = { ...b, visits: [...b.visits.slice(0, 1), ...moved] };
        const merged = mergeFacts(a, restless);
        const erased = new Set(merged.erasures.map((each) => each.customerId));
        for (const id of erased) {
          expect(JSON.stringify({ ...merged, erasures: [] })).not.toContain(id);
        }
      }),
      { numRuns },
    );
  });

  it('keeps what was answered on either tablet: no answer is lost to a later one', () => {
    const asked = { day: day('2026-06-18'), how: 'at the counter', words: '' };
    const no = { purpose: 'any', way: 'any', answer: 'no', notedAt: 4, ...asked } as const;
    const yes = { purpose: 'wall', way: 'shop', answer: 'yes', notedAt: 5, ...asked } as const;
    const khan = customerRow({ made: timestamp(1) });
    const here = withChanges(khan, { permissions: [no] }, timestamp(4));
    const there = withChanges(khan, { permissions: [yes] }, timestamp(5));
    const merged = mergeFacts(
      { ...noFacts, customers: [here] },
      { ...noFacts, customers: [there] },
    );
    expect(merged.customers).toMatchObject([{ edits: { permissions: timestamp(5) } }]);
    expect(new Set(merged.customers[0]?.permissions)).toEqual(new Set([no, yes]));
    expect(mergeFacts(merged, { ...noFacts, customers: [here] })).toEqual(merged);
  });

  it('keeps the latest value of each field, and all people and visits of both', () => {
    const tom = customerRow({
      id: customerIdFrom('tom'),
      name: 'Tom',
      phones: ['1'],
      made: timestamp(1),
    });
    const here = withChanges(tom, { name: 'Tom R.' }, timestamp(5));
    const there = withChanges(
      withChanges(tom, { name: 'Thomas' }, timestamp(4)),
      { phones: ['2'] },
      timestamp(6),
    );
    const ben = customerRow({ id: customerIdFrom('ben'), name: 'Ben' });
    const merged = mergeFacts(
      { ...noFacts, customers: [here] },
      { ...noFacts, customers: [there, ben] },
    );
    expect(merged.customers.map(({ name, phones }) => [name, phones])).toEqual([
      ['Ben', ben.phones],
      ['Tom R.', ['2']],
    ]);
    expect(differenceOf<'customers'>(here, there)).toBe('conflict');
    expect(differenceOf<'customers'>(tom, there)).toBe('changed');
    expect(differenceOf<'customers'>(undefined, ben)).toBe('fresh');
  });
});

const people = ['person-1', 'person-2', 'person-3', 'person-4'].map(customerIdFrom);

function timestamp(ms: number): HlcTimestamp {
  const made = parseTimestamp(`${String(ms).padStart(15, '0')}-0000-tablet${ms % 2}`);
  if (made === undefined) throw new Error('a stamp');
  return made;
}

const noFacts: FactBatch = byFactTable(() => []);

const later = fc.integer({ min: 10, max: 60 }).map(timestamp);
const who = fc.constantFrom(...people);

const customers = fc
  .tuple(
    who,
    fc.array(
      fc.tuple(later, fc.constantFrom('name', 'note', 'sentBy', 'permissions', 'notSameAs')),
    ),
  )
  .map(([id, changes]) =>
    changes.reduce(
      (row, [at, field]) => withChanges(row, changeOf(row, field, at), at),
      customerRow({ id, made: timestamp(1) }),
    ),
  );

type ChangedField = 'name' | 'note' | 'sentBy' | 'permissions' | 'notSameAs';

function changeOf(row: Customer, field: ChangedField, at: HlcTimestamp): Partial<Customer> {
  if (field === 'sentBy') return { sentBy: someone(0) };
  if (field === 'notSameAs') return { notSameAs: [someone(1), someone(2)] };
  if (field !== 'permissions') return { [field]: textOf(at) };
  const answer = { purpose: 'any', way: 'any', answer: 'no', notedAt: 0 } as const;
  const given = { day: day('2026-06-18'), how: textOf(at), words: '' };
  return { permissions: [...row.permissions, { ...answer, ...given }] };
}

const households = fc.array(later).map((changes) =>
  changes.reduce((row, at) => withChanges(row, { letterName: textOf(at) }, at), {
    id: householdIdFrom('home'),
    name: 'The Khans',
    letterName: '',
    addressOf: someone(1),
    voided: false,
    made: timestamp(1),
    edits: {},
  }),
);

// Whose a visit is stays as it was made: three tablets that hear of a visit going over from
// somebody erased come to terms only in pairs.
const visits = fc
  .tuple(fc.integer({ min: 0, max: 11 }), fc.array(fc.tuple(later, fc.boolean())))
  .map(([number, changes]) =>
    changes.reduce(
      (row, [at, isNote]) =>
        withChanges(row, isNote ? { note: textOf(at) } : { amount: Number(at.slice(0, 15)) }, at),
      visitRow({
        id: visitIdFrom(`visit-${number}`),
        customerId: number % 5 === 4 ? null : someone(number),
        made: timestamp(2),
      }),
    ),
  );

const movedVisit = fc
  .tuple(fc.integer({ min: 0, max: 11 }), who, who, later, later)
  .map(([number, from, to, moved, said]) =>
    withChanges(
      withChanges(
        visitRow({ id: visitIdFrom(`visit-${number}`), customerId: from, made: timestamp(2) }),
        { customerId: to },
        moved,
      ),
      { note: `said by ${to}` },
      said,
    ),
  );

const moments = fc.tuple(fc.integer({ min: 0, max: 5 }), fc.array(later)).map(([number, changes]) =>
  changes.reduce(
    (row, at) => withChanges(row, { text: textOf(at) }, at),
    momentRow({
      id: momentIdFrom(`moment-${number}`),
      customerId: someone(number),
      made: timestamp(3),
    }),
  ),
);

const gestures = fc
  .tuple(fc.integer({ min: 0, max: 5 }), fc.array(later))
  .map(([number, changes]) =>
    changes.reduce(
      (row, at) => withChanges(row, { words: textOf(at) }, at),
      gestureRow({
        id: gestureIdFrom(`gesture-${number}`),
        customerId: someone(number),
        made: timestamp(3),
      }),
    ),
  );

// Two tablets make these rows each for themselves, under the same key.
const weeks = fc
  .tuple(fc.constantFrom('2026-06-15', '2026-06-22'), later, fc.array(later))
  .map(([week, made, changes]) =>
    changes.reduce(
      (row, at) =>
        withChanges(row, { budgetMoney: Number(at.slice(0, 15)) }, at > made ? at : made),
      weekRow({ week: day(week), made, budgetMoney: Number(made.slice(0, 15)) }),
    ),
  );

const settings = fc
  .tuple(later, fc.array(later))
  .map(([made, changes]) =>
    changes.reduce(
      (row, at) => withChanges(row, { shopName: textOf(at) }, at > made ? at : made),
      settingsRow({ made, shopName: textOf(made) }),
    ),
  );

const erasures = fc
  .tuple(who, fc.constantFrom('2026-06-15', '2026-06-22'), fc.subarray(['e1', 'n1', 'p1']))
  .map(([customerId, at, marks]) => ({ customerId, day: day(at), marks }));

const anyShop: fc.Arbitrary<FactBatch> = fc
  .record({
    customers: fc.array(customers),
    visits: fc.array(visits),
    moments: fc.array(moments),
    gestures: fc.array(gestures),
    weeks: fc.array(weeks),
    settings: fc.array(settings, { minLength: 1, maxLength: 1 }),
    households: fc.array(households, { maxLength: 1 }),
    erasures: fc.array(erasures, { maxLength: 2 }),
  })
  // One shop holds each key once and knows its own erasures.
  .map((rows) => mergeFacts({ ...noFacts, ...rows }, noFacts));

function someone(number: number): CustomerId {
  return customerIdFrom(`person-${1 + (number % 4)}`);
}

function textOf(at: HlcTimestamp): string {
  return `written at ${at}`;
}
