import { describe, expect, it } from 'vitest';
import { customerIdFrom } from '#domain/customers/customer.ts';
import {
  daySummaryOf,
  emptyDaySummary,
  visitorsOn,
  withoutVisit,
} from '#domain/visits/day-summary.ts';
import { daySummariesOf, mergeDaySummaries } from '#domain/visits/merge-day-summaries.ts';
import { visitIdFrom, type Visit } from '#domain/visits/visit.ts';
import { visitRow } from '../../support/shops/plain-rows.ts';
import { daysAgo, today } from '../../support/shops/shop-with.ts';

const mrsKhan = customerIdFrom('Mrs Khan');
const visits: readonly Visit[] = [
  told('a', { minute: 0, amount: 450, customerId: mrsKhan }),
  told('b', { minute: 605, amount: 1200 }),
  told('c', { minute: 659, kind: 'browsed', amount: 900, customerId: mrsKhan }),
  told('d', { minute: 1439, kind: 'browsed' }),
  told('e', { minute: null }),
];

describe('a day of the shop', () => {
  it('counts who bought, who looked, who has a name, and when', () => {
    const { hours, checksum, ...counts } = daySummaryOf(today, visits);
    expect(counts).toMatchObject({ bought: 3, browsed: 2, named: 2, unnamed: 3, sum: 1650 });
    expect(hours).toEqual(hoursWith([0, 10, 10, 23]));
    expect(checksum).not.toBe(0);
  });

  it('passes over other days and what was taken back', () => {
    const others = [told('f', { day: daysAgo(1) }), told('g', { voided: true })];
    expect(daySummaryOf(today, [...others, ...visits])).toEqual(daySummaryOf(today, visits));
    expect(visitorsOn(daySummaryOf(today, visits))).toBe(5);
  });

  it('is the same counted in two halves, or with somebody taken off again', () => {
    const whole = daySummaryOf(today, visits);
    const [morning, evening] = [visits.slice(0, 3), visits.slice(3)];
    const halves = [morning, evening].map((half) => daySummaryOf(today, half));
    expect(halves.reduce(mergeDaySummaries)).toEqual(whole);
    expect(halves.toReversed().reduce(mergeDaySummaries)).toEqual(whole);
    expect(visits.reduce(withoutVisit, whole)).toEqual(emptyDaySummary(today));
  });

  it('is one of several that a list of visits speaks of', () => {
    const earlier = told('f', { day: daysAgo(1) });
    expect(daySummariesOf([...visits, earlier])).toEqual([
      daySummaryOf(today, visits),
      daySummaryOf(daysAgo(1), [earlier]),
    ]);
  });
});

function told(id: string, changes: Partial<Visit>): Visit {
  return visitRow({ id: visitIdFrom(id), day: today, ...changes });
}

function hoursWith(visited: readonly number[]): readonly number[] {
  return Array.from({ length: 24 }, (_, hour) => visited.filter((each) => each === hour).length);
}
