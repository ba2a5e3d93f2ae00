// Somebody who came more than 4,096 times is described by the same words: what is only kept as
// totals counts too.
import { describe, expect, it } from 'vitest';
import { maxLiveVisits } from '#domain/visits/history.ts';
import { featuresOf } from '#engine/profile/features.ts';
import { dayNumber } from '#lib/day.ts';
import {
  daysAgo,
  every,
  on,
  personWith,
  settingsWith,
  today,
  type VisitSpec,
} from '../../support/shops/shop-with.ts';

const since = every(1, { times: maxLiveVisits, until: daysAgo(1), minute: 660 });
const firstLive = since[0]?.day ?? today;

describe('somebody who came more than 4,096 times', () => {
  it('has all their visits, days and marks counted', () => {
    const { visits, visitDays, browsed, signals } = read([
      { day: daysAgo(5000), kind: 'browsed' },
      { day: daysAgo(4900), marks: ['easy'], reduced: true },
      { day: daysAgo(4900), marks: ['easy'] },
      { day: daysAgo(4800) },
    ]);
    expect({ visits, visitDays, browsed }).toEqual({
      visits: maxLiveVisits + 3,
      visitDays: maxLiveVisits + 2,
      browsed: 1,
    });
    expect(signals).toMatchObject({ reduced: 1, easy: 2 });
  });

  it('has a day counted once that is partly kept as a total', () => {
    expect(read([{ day: firstLive, minute: 600 }]).visitDays).toBe(maxLiveVisits);
    expect(read([{ day: firstLive, minute: 600, kind: 'browsed' }]).visitDays).toBe(maxLiveVisits);
    expect(read([{ day: daysAgo(5000), minute: 600 }]).visitDays).toBe(maxLiveVisits + 1);
  });

  it('was first seen and first bought on the very first days', () => {
    const { first, firstSeen, last, lastSeen } = read([
      { day: daysAgo(5000), kind: 'browsed' },
      { day: daysAgo(4900) },
    ]);
    expect([firstSeen, first, last, lastSeen]).toEqual(
      [daysAgo(5000), daysAgo(4900), daysAgo(1), daysAgo(1)].map(dayNumber),
    );
  });

  it('may have bought nothing since', () => {
    const looking = since.map((visit) => ({ ...visit, kind: 'browsed' as const }));
    const { first, last, lastSeen, visitDays, daysSinceLast } = read(
      [{ day: daysAgo(5000) }, { day: daysAgo(4900) }],
      looking,
    );
    expect([first, last, lastSeen]).toEqual(
      [daysAgo(5000), daysAgo(4900), daysAgo(1)].map(dayNumber),
    );
    expect({ visitDays, daysSinceLast }).toEqual({ visitDays: 2, daysSinceLast: 4900 });
  });
});

describe('somebody who comes today and tomorrow', () => {
  it('has come today, and not yet tomorrow', () => {
    const { visits, browsed, visitDays, last, lastSeen, year } = read(
      on([daysAgo(3), today], { amount: 500 }),
      [...on([daysAgo(-1)], { amount: 700 }), ...on([daysAgo(-2)], { kind: 'browsed' })],
    );
    expect({ visits, browsed, visitDays }).toEqual({ visits: 2, browsed: 0, visitDays: 2 });
    expect([last, lastSeen]).toEqual([dayNumber(today), dayNumber(today)]);
    expect(year).toMatchObject({ visitDays: 2, sum: 1000, amounts: 2, days: 364 });
  });

  it('has a year of 52 weeks behind them', () => {
    const { year } = read(on([daysAgo(364), daysAgo(363), daysAgo(363)], { amount: 500 }), []);
    expect(year).toMatchObject({ visitDays: 1, sum: 1000, amounts: 2 });
    const free = read([...on([daysAgo(9)], { amount: 0 }), ...on([daysAgo(9)])], []).year;
    expect(free).toMatchObject({ visitDays: 1, sum: 0, amounts: 1 });
  });

  it('has not come at all before the first time', () => {
    const features = read([], on([daysAgo(-1)]));
    expect(features).toMatchObject({
      visits: 0,
      visitDays: 0,
      first: null,
      last: null,
      firstSeen: null,
      lastSeen: null,
      interval: null,
      daysSinceLast: null,
    });
  });
});

function read(oldest: readonly VisitSpec[], later: readonly VisitSpec[] = since) {
  const { history } = personWith({ name: 'Daily Dave', visits: [...oldest, ...later] });
  return featuresOf(history, settingsWith(), today);
}
