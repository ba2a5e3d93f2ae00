import { describe, expect, it } from 'vitest';
import { customerIdFrom } from '#domain/customers/customer.ts';
import { matchesSummary } from '#domain/visits/day-check.ts';
import { emptyDaySummary, daySummaryOf, type DaySummary } from '#domain/visits/day-summary.ts';
import { visitIdFrom, type Visit } from '#domain/visits/visit.ts';
import { addDays } from '#lib/day.ts';
import { visitRow } from '../../support/shops/plain-rows.ts';
import { today } from '../../support/shops/shop-with.ts';

const mrsKhan = customerIdFrom('Mrs Khan');
const visits: readonly Visit[] = [
  visitRow({ id: visitIdFrom('a'), day: today, minute: 605, amount: 450, customerId: mrsKhan }),
  visitRow({ id: visitIdFrom('b'), day: today, minute: 610, amount: 1200 }),
  visitRow({ id: visitIdFrom('c'), day: today, minute: 840, kind: 'browsed' }),
];
const counted = daySummaryOf(today, visits);

describe('the visits of a day', () => {
  it('add up while they are those that were counted, read in any order and among others', () => {
    const yesterday = visitRow({ id: visitIdFrom('d'), day: addDays(today, -1), amount: 700 });
    const takenBack = visitRow({ id: visitIdFrom('e'), day: today, voided: true });
    expect(matchesSummary(today, counted, visits)).toBe(true);
    expect(matchesSummary(today, counted, [yesterday, ...visits.toReversed(), takenBack])).toBe(
      true,
    );
  });

  it.each([
    ['one purchase more', { bought: counted.bought + 1 }],
    ['one look more', { browsed: counted.browsed + 1 }],
    ['one name more', { named: counted.named + 1 }],
    ['one stranger more', { unnamed: counted.unnamed + 1 }],
    ['a penny more', { sum: counted.sum + 1 }],
    ['somebody at eleven', { hours: counted.hours.with(11, 1) }],
    ['nobody at ten', { hours: counted.hours.with(10, 0) }],
    ['other words on a visit', { checksum: counted.checksum ^ 1 }],
  ] satisfies readonly (readonly [string, Partial<DaySummary>])[])(
    'do not add up when the day was counted with %s',
    (_what, changes) => {
      expect(matchesSummary(today, { ...counted, ...changes }, visits)).toBe(false);
    },
  );

  it('do not add up when one of them is gone, or reads otherwise', () => {
    expect(matchesSummary(today, counted, visits.slice(1))).toBe(false);
    const otherNote = visits.map((visit) => ({ ...visit, note: 'lamb' }));
    expect(matchesSummary(today, counted, otherNote)).toBe(false);
  });

  it('may be missing only on a day that was never counted', () => {
    expect(matchesSummary(today, undefined, [])).toBe(true);
    expect(matchesSummary(today, undefined, visits)).toBe(false);
    expect(matchesSummary(today, undefined, visits.slice(2))).toBe(false);
    expect(matchesSummary(today, emptyDaySummary(today), [])).toBe(true);
  });

  it('are not held against a day that an older version counted', () => {
    const before = { ...emptyDaySummary(today), foldVersion: counted.foldVersion - 1 };
    expect(matchesSummary(today, before, visits)).toBe(true);
  });
});
