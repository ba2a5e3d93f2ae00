// Shops of any sort for laws that must hold in all of them: people with every mixture of visits,
// marks, moments and gestures.
import fc from 'fast-check';
import type { CustomerId } from '#domain/customers/customer.ts';
import type { MomentKind } from '#domain/visits/moment.ts';
import { momentKinds } from '#domain/visits/moment.ts';
import { visitMarks } from '#domain/visits/visit.ts';
import {
  customerId,
  daysAgo,
  personWith,
  type PersonInShop,
  type CustomerSpec,
} from './shop-with.ts';

const visit = fc.record({
  day: fc.integer({ min: 0, max: 420 }).map(daysAgo),
  minute: fc.option(fc.integer({ min: 480, max: 1080 })),
  amount: fc.option(fc.integer({ min: 0, max: 20_000 })),
  kind: fc.constantFrom(
    'bought' as const,
    'bought' as const,
    'bought' as const,
    'browsed' as const,
  ),
  reduced: fc.boolean(),
  marks: fc.subarray([...visitMarks], { maxLength: 2 }),
});

const regularVisits = fc
  .record({
    gap: fc.integer({ min: 1, max: 40 }),
    times: fc.integer({ min: 1, max: 30 }),
    last: fc.integer({ min: 0, max: 120 }),
  })
  .map(({ gap, times, last }) =>
    Array.from({ length: times }, (_, index) => ({
      day: daysAgo(last + gap * index),
      amount: 700,
    })),
  );

const moment = fc.record({
  kind: fc.constantFrom<MomentKind>(...momentKinds),
  day: fc.integer({ min: 0, max: 420 }).map(daysAgo),
  text: fc.constantFrom('', 'the coffee was cold'),
  answeredOn: fc.option(fc.integer({ min: 0, max: 30 }).map(daysAgo)),
});

const gesture = fc
  .record({
    ago: fc.integer({ min: 0, max: 420 }),
    kind: fc.constantFrom('card' as const, 'offer' as const, 'word' as const),
    fate: fc.constantFrom('waits', 'given', 'skipped'),
  })
  .map(({ ago, kind, fate }) => ({
    kind,
    plannedOn: daysAgo(ago),
    handedOverOn: fate === 'given' ? daysAgo(ago) : null,
    skippedOn: fate === 'skipped' ? daysAgo(ago) : null,
  }));

const told = fc.record({
  visits: fc.oneof(fc.array(visit, { maxLength: 20 }), regularVisits),
  moments: fc.array(moment, { maxLength: 2 }),
  gestures: fc.oneof(fc.constant([]), fc.array(gesture, { maxLength: 2 })),
  birthday: fc.constantFrom(null, '06-20', '1980-02-29', '12-24'),
  local: fc.constantFrom(null, true, false),
  passingThrough: fc.constantFrom(false, false, false, true),
  suggestNothing: fc.constantFrom(false, false, false, true),
  young: fc.constantFrom(false, false, false, true),
  diedOn: fc.constantFrom(null, null, null, daysAgo(5)),
  sentByNumber: fc.option(fc.integer({ min: 0, max: 9 })),
});

/** One person of any sort. */
export const anyPerson: fc.Arbitrary<PersonInShop> = told.map(({ sentByNumber, ...rest }) =>
  personAt(0, { ...rest, sentBy: senderOf(sentByNumber) }),
);

/** Up to ten people of any sort, some of whom sent others. */
export const anyShop: fc.Arbitrary<readonly PersonInShop[]> = fc
  .array(told, { minLength: 1, maxLength: 10 })
  .map((people) =>
    people.map(({ sentByNumber, ...rest }, index) =>
      personAt(index, { ...rest, sentBy: senderOf(sentByNumber) }),
    ),
  );

function personAt(index: number, rest: Omit<CustomerSpec, 'name'>): PersonInShop {
  return personWith({ ...rest, name: `Person ${index}` });
}

function senderOf(number: number | null): CustomerId | null {
  return number === null ? null : customerId(`Person ${number}`);
}
