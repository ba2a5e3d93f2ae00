// The law of histories: whatever happened, in whatever order, with whatever was taken back, each
// row that the transactions wrote is equal to folding the person's facts from scratch, and no row
// is left of somebody who is not there.
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { addCustomer, draftCustomer } from '#app/customers/customers.ts';
import { changeCustomer } from '#app/customers/change-customer.ts';
import type { Deps } from '#app/deps.ts';
import {
  changeVisit,
  draftVisit,
  reassignVisit,
  recordVisit,
  restoreVisit,
  voidVisit,
} from '#app/customers/visits.ts';
import { addMissedVisit } from '#app/customers/missed-visit.ts';
import type { CustomerId } from '#domain/customers/customer.ts';
import { historyOf, maxLiveVisits, withLatestVisit, type History } from '#domain/visits/history.ts';
import { momentIdFrom, type Moment } from '#domain/visits/moment.ts';
import { visitIdFrom, visitMarks, type Visit, type VisitId } from '#domain/visits/visit.ts';
import { addDays, dayFrom, type Day } from '#lib/day.ts';
import { ok } from '#lib/result.ts';
import { nextTimestamp } from '#lib/hlc.ts';
import { putMoment } from '#storage/tables/moments.ts';
import { write } from '#storage/transaction.ts';
import { expectHistoryLaw } from '../../support/recount/history-law.ts';
import { countedIds, openTestShop, type TestClock } from '../../support/shops/test-shop.ts';
import { runs } from '../../support/values/runs.ts';

const zone = 'Europe/London';
const june18 = dayFrom('2026-06-18') ?? fail();

function fail(): never {
  throw new Error('18 June 2026 is a day');
}

/**
 * One thing that may happen in a shop; numbers pick somebody or some visit among those there are.
 */
type Happening =
  | { readonly kind: 'newcomer'; readonly sentBy: number | null }
  | {
      readonly kind: 'tap';
      readonly who: number;
      readonly minutes: number;
      readonly browsed: boolean;
    }
  | {
      readonly kind: 'forgotten';
      readonly who: number;
      readonly daysAgo: number;
      readonly minute: number | null;
      readonly amount: number | null;
    }
  | {
      readonly kind: 'edit';
      readonly visit: number;
      readonly amount: number | null;
      readonly marks: number;
      readonly reduced: boolean;
      readonly browsed: boolean;
    }
  | { readonly kind: 'void' | 'restore'; readonly visit: number }
  | { readonly kind: 'reassign'; readonly visit: number; readonly who: number | null }
  | { readonly kind: 'join'; readonly who: number; readonly into: number }
  | { readonly kind: 'separate'; readonly who: number }
  | { readonly kind: 'rename'; readonly who: number }
  | { readonly kind: 'moment'; readonly who: number; readonly daysAgo: number };

const index = fc.nat(40);
const happening: fc.Arbitrary<Happening> = fc.oneof(
  {
    weight: 2,
    arbitrary: fc.record({ kind: fc.constant('newcomer' as const), sentBy: fc.option(index) }),
  },
  {
    weight: 6,
    arbitrary: fc.record({
      kind: fc.constant('tap' as const),
      who: index,
      minutes: fc.nat(3000),
      browsed: fc.boolean(),
    }),
  },
  {
    weight: 3,
    arbitrary: fc.record({
      kind: fc.constant('forgotten' as const),
      who: index,
      daysAgo: fc.nat(90),
      minute: fc.option(fc.nat(1439)),
      amount: fc.option(fc.nat(9999)),
    }),
  },
  {
    weight: 3,
    arbitrary: fc.record({
      kind: fc.constant('edit' as const),
      visit: index,
      amount: fc.option(fc.nat(9999)),
      marks: fc.nat(15),
      reduced: fc.boolean(),
      browsed: fc.boolean(),
    }),
  },
  {
    weight: 3,
    arbitrary: fc.record({
      kind: fc.constantFrom('void' as const, 'restore' as const),
      visit: index,
    }),
  },
  {
    weight: 2,
    arbitrary: fc.record({
      kind: fc.constant('reassign' as const),
      visit: index,
      who: fc.option(index),
    }),
  },
  {
    weight: 1,
    arbitrary: fc.record({ kind: fc.constant('join' as const), who: index, into: index }),
  },
  { weight: 1, arbitrary: fc.record({ kind: fc.constant('separate' as const), who: index }) },
  { weight: 1, arbitrary: fc.record({ kind: fc.constant('rename' as const), who: index }) },
  {
    weight: 1,
    arbitrary: fc.record({ kind: fc.constant('moment' as const), who: index, daysAgo: fc.nat(60) }),
  },
);

interface Told {
  readonly people: CustomerId[];
  readonly visits: VisitId[];
}

function pick<T>(list: readonly T[], at: number): T | undefined {
  return list[at % Math.max(1, list.length)];
}

type TestDeps = Deps & { readonly clock: TestClock };

async function happen(deps: TestDeps, told: Told, event: Happening): Promise<void> {
  if (event.kind === 'newcomer') await addNewcomer(deps, told, event.sentBy);
  else if (event.kind === 'tap') await tap(deps, told, event);
  else if (event.kind === 'forgotten') await addForgotten(deps, told, event);
  else await changeSomething(deps, told, event);
}

async function addNewcomer(deps: TestDeps, told: Told, sender: number | null): Promise<void> {
  const sentBy = sender === null ? null : (pick(told.people, sender) ?? null);
  const draft = draftCustomer(deps, { name: `Person ${told.people.length}`, zone, sentBy });
  const added = await addCustomer(deps, draft);
  if (added.ok) told.people.push(added.value.id);
}

async function tap(
  deps: TestDeps,
  told: Told,
  event: Extract<Happening, { readonly kind: 'tap' }>,
): Promise<void> {
  deps.clock.advance(event.minutes * 60_000);
  const customerId = pick(told.people, event.who) ?? null;
  const kind = event.browsed ? 'browsed' : 'bought';
  const logged = await recordVisit(deps, draftVisit(deps, { customerId, kind, zone }));
  if (logged.ok) told.visits.push(logged.value.id);
}

async function addForgotten(
  deps: TestDeps,
  told: Told,
  { who, daysAgo, minute, amount }: Extract<Happening, { readonly kind: 'forgotten' }>,
): Promise<void> {
  const customerId = pick(told.people, who) ?? null;
  const day = addDays(june18, -daysAgo);
  const logged = await addMissedVisit(deps, {
    customerId,
    kind: 'bought',
    zone,
    day,
    minute,
    amount,
  });
  if (logged.ok) told.visits.push(logged.value.id);
}

type Change = Exclude<Happening, { readonly kind: 'newcomer' | 'tap' | 'forgotten' }>;

async function changeSomething(deps: TestDeps, told: Told, event: Change): Promise<void> {
  if ('visit' in event) {
    const visit = pick(told.visits, event.visit);
    if (visit !== undefined) await changeOneVisit(deps, told, { id: visit, event });
    return;
  }
  const who = pick(told.people, event.who);
  if (who === undefined) return;
  if (event.kind === 'join') {
    const into = pick(told.people, event.into);
    if (into !== undefined && (await mayMerge(deps, who, into)))
      await changeCustomer(deps, who, { mergedInto: into });
  } else if (event.kind === 'separate') await changeCustomer(deps, who, { mergedInto: null });
  else if (event.kind === 'rename')
    await changeCustomer(deps, who, { name: `Renamed ${deps.ids.next()}`, birthday: '05-17' });
  else await complain(deps, who, addDays(june18, -event.daysAgo));
}

type VisitChange = Extract<Change, { readonly visit: number }>;

async function changeOneVisit(
  deps: TestDeps,
  told: Told,
  { id, event }: { readonly id: VisitId; readonly event: VisitChange },
): Promise<void> {
  switch (event.kind) {
    case 'void':
      await voidVisit(deps, id);
      return;
    case 'restore':
      await restoreVisit(deps, id);
      return;
    case 'reassign':
      await reassignVisit(
        deps,
        id,
        event.who === null ? null : (pick(told.people, event.who) ?? null),
      );
      return;
    case 'edit':
      await changeVisit(deps, id, {
        amount: event.amount,
        reduced: event.reduced,
        marks: visitMarks.filter((_, bit) => (event.marks & (1 << bit)) !== 0),
        kind: event.browsed ? 'browsed' : 'bought',
      });
  }
}

// A join may not close a circle; the app never offers one.
async function mayMerge(deps: Deps, who: CustomerId, into: CustomerId): Promise<boolean> {
  let customer = await deps.db.customers.get(into);
  while (customer !== undefined) {
    if (customer.id === who) return false;
    customer =
      customer.mergedInto === null ? undefined : await deps.db.customers.get(customer.mergedInto);
  }
  return true;
}

async function complain(deps: Deps, customerId: CustomerId, day: Day): Promise<void> {
  await write(deps.db, deps.clock.now(), async (writer) => {
    const moment: Moment = {
      id: momentIdFrom(deps.ids.next()),
      customerId,
      day,
      kind: 'complaint',
      about: null,
      text: 'The brisket was dry.',
      visitId: null,
      answeredOn: null,
      createdAt: deps.clock.now(),
      voided: false,
      made: writer.timestamp,
      edits: {},
    };
    await putMoment(writer, moment);
    return ok(undefined);
  });
}

describe('the law of histories', () => {
  test('each row equals folding from scratch, whatever happened', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.array(happening, { minLength: 1, maxLength: 40, size: 'max' }),
        async (events) => {
          const deps = await openTestShop();
          const told: Told = { people: [], visits: [] };
          await happen(deps, told, { kind: 'newcomer', sentBy: null });
          await happen(deps, told, { kind: 'newcomer', sentBy: 0 });
          for (const event of events) await happen(deps, told, event);
          await expectHistoryLaw(deps.db);
          deps.db.close();
        },
      ),
      { numRuns: runs(30, 60) },
    );
  });

  test('the order in which the facts are read does not matter', async () => {
    const deps = await openTestShop();
    const told: Told = { people: [], visits: [] };
    await happen(deps, told, { kind: 'newcomer', sentBy: null });
    for (let daysAgo = 0; daysAgo < 12; daysAgo += 1) {
      await happen(deps, told, {
        kind: 'forgotten',
        who: 0,
        daysAgo: daysAgo % 5,
        minute: daysAgo % 3 === 0 ? null : 600,
        amount: daysAgo,
      });
    }
    const customer = await deps.db.customers.toCollection().first();
    const visits = await deps.db.visits.toArray();
    if (customer === undefined) throw new Error('The newcomer is there');
    const straight = historyOf({ customer, joined: [], visits, moments: [], gestures: [] });
    fc.assert(
      fc.property(fc.shuffledSubarray(visits, { minLength: visits.length }), (shuffled) => {
        expect(
          historyOf({ customer, joined: [], visits: shuffled, moments: [], gestures: [] }),
        ).toEqual(straight);
      }),
      { numRuns: 40 },
    );
  });

  test('beyond 4,096 visits the oldest go into whole totals, pushed or folded alike', () => {
    const timestamp = nextTimestamp({ last: null, now: 0, device: 'a' });
    const customer = {
      ...draftCustomer(
        { clock: { now: () => 0 }, ids: countedIds() },
        {
          name: 'Daily Dave',
          zone,
        },
      ),
      made: timestamp,
      edits: {},
    };
    const visits = Array.from({ length: maxLiveVisits + 60 }, (_, count) =>
      dailyVisit(customer.id, count, timestamp),
    );
    const folded = historyOf({ customer, joined: [], visits, moments: [], gestures: [] });
    let pushed: History | undefined = historyOf({
      customer,
      joined: [],
      visits: visits.slice(0, maxLiveVisits - 3),
      moments: [],
      gestures: [],
    });
    for (const visit of visits.slice(maxLiveVisits - 3))
      pushed = pushed === undefined ? undefined : withLatestVisit(pushed, visit);
    expect(pushed).toEqual(folded);
    expect(folded.stamps.length).toBe(maxLiveVisits);
    expect(folded.older).toMatchObject({ visits: 60, days: 30, sum: 60 * 450, amounts: 60 });
  });
});

/** Two visits a day. */
function dailyVisit(customerId: CustomerId, count: number, made: Visit['made']): Visit {
  return {
    id: visitIdFrom(`visit-${String(count).padStart(6, '0')}`),
    customerId,
    at: count,
    day: addDays(dayFrom('2015-01-01') ?? june18, Math.floor(count / 2)),
    minute: 500 + (count % 2) * 200,
    kind: 'bought',
    amount: 450,
    reduced: false,
    marks: [],
    note: '',
    receipt: null,
    importId: null,
    createdAt: count,
    voided: false,
    made,
    edits: {},
  };
}
