// Of somebody who came more than 4,096 times the oldest visits are kept as whole totals. Each total
// is counted here by hand.
import { describe, expect, it } from 'vitest';
import {
  firstVisitDay,
  historyOf,
  maxLiveVisits,
  visitMinutes,
  withLatestVisit,
} from '#domain/visits/history.ts';
import { addDays, dayNumber } from '#lib/day.ts';
import {
  daysAgo,
  every,
  on,
  personWith,
  type PersonInShop,
  type VisitSpec,
} from '../../support/shops/shop-with.ts';

const first = daysAgo(5000);
const dayAfter = (count: number) => addDays(first, count);

// Eight visits on six days before the 4,096 that are kept one by one.
const oldest: readonly VisitSpec[] = [
  { day: first, minute: 600, kind: 'browsed', marks: ['easy'] },
  { day: dayAfter(1), minute: 600, amount: 500, marks: ['friend', 'easy'] },
  { day: dayAfter(1), minute: 700, amount: 300, marks: ['friend', 'shared'], reduced: true },
  { day: dayAfter(2), minute: 600, marks: ['shared', 'told', 'easy'] },
  { day: dayAfter(3), minute: 600, amount: 0, marks: ['shared', 'told', 'easy'] },
  { day: dayAfter(3), minute: 800, kind: 'browsed', marks: ['told'] },
  { day: dayAfter(4), minute: null, amount: 200, marks: ['told', 'easy'] },
  { day: dayAfter(5), minute: 600, kind: 'browsed', amount: 900 },
];
const since = every(1, { times: maxLiveVisits, until: daysAgo(1), minute: 660, amount: 450 });

describe('the visits of somebody who came more than 4,096 times', () => {
  it('are summed up by what was bought, marked and spent', () => {
    expect(dave().history.older).toEqual({
      visits: 8,
      bought: 5,
      days: 6,
      boughtDays: 4,
      sum: 1000,
      amounts: 4,
      reduced: 1,
      friend: 2,
      shared: 3,
      told: 4,
      easy: 5,
      first: visitMinutes(first, 600),
      last: visitMinutes(dayAfter(5), 600),
      firstBought: visitMinutes(dayAfter(1), 600),
      lastBought: visitMinutes(dayAfter(4), null),
    });
  });

  it('are summed up alike when the latest ones come in one by one', () => {
    const { customer, visits, history } = dave();
    const source = { customer, joined: [], moments: [], gestures: [] };
    let pushed = historyOf({ ...source, visits: visits.slice(0, maxLiveVisits) });
    for (const visit of visits.slice(maxLiveVisits))
      pushed = withLatestVisit(pushed, visit) ?? pushed;
    expect(pushed).toEqual(history);
  });

  it('begin with the very first, which is no longer kept by itself', () => {
    const newcomer = personWith({ name: 'Hana', visits: on([daysAgo(3)]) });
    expect(firstVisitDay([newcomer.history, dave().history])).toBe(dayNumber(first));
    expect(firstVisitDay([newcomer.history])).toBe(dayNumber(daysAgo(3)));
    expect(firstVisitDay([])).toBeNull();
  });

  it('are none while all of them are kept', () => {
    const { older, stamps } = personWith({ name: 'Daily Dave', visits: since }).history;
    expect(stamps).toHaveLength(maxLiveVisits);
    expect(older).toMatchObject({ visits: 0, days: 0, sum: 0, first: -1, lastBought: -1 });
  });
});

function dave(): PersonInShop {
  return personWith({ name: 'Daily Dave', visits: [...oldest, ...since] });
}
