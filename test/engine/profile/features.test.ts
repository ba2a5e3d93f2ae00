import { describe, expect, it } from 'vitest';
import { defaultOpening } from '#domain/shop/settings.ts';
import { cohortOf } from '#engine/profile/cohort.ts';
import { featuresOf } from '#engine/profile/features.ts';
import { segmentsForCustomer } from '../../support/shops/segments-for-customer.ts';
import {
  customerId,
  day,
  daysAgo,
  every,
  historiesOf,
  longAgo,
  on,
  personWith,
  settingsWith,
  today,
  type CustomerSpec,
} from '../../support/shops/shop-with.ts';

const always = settingsWith();

describe('what a history says', () => {
  it('counts coffee twice a day as one visit day', () => {
    const { visits, visitDays, interval } = read({
      visits: on([daysAgo(9), daysAgo(9), daysAgo(2), daysAgo(2)], { amount: 300 }),
    });
    expect({ visits, visitDays }).toEqual({ visits: 4, visitDays: 2 });
    expect(interval).toMatchObject({ gaps: 1, medianDays: 7 });
  });

  it('takes looking without buying for being seen, and for nothing else', () => {
    const looked = read({
      visits: [...on([daysAgo(9)]), ...on([daysAgo(1)], { kind: 'browsed' })],
    });
    expect(looked).toMatchObject({
      visitDays: 1,
      browsed: 1,
      daysSinceLast: 9,
      lastSeen: looked.today - 1,
    });
  });

  it('knows when somebody was seen first and last, bought or not', () => {
    const looked = read({
      visits: on([daysAgo(9), daysAgo(4), daysAgo(1)], { kind: 'browsed' }),
    });
    expect(looked).toMatchObject({
      first: null,
      last: null,
      firstSeen: looked.today - 9,
      lastSeen: looked.today - 1,
    });
  });

  it('stops the clock while the shop is shut', () => {
    const holiday = { ...settingsWith(), closures: [{ from: daysAgo(14), to: daysAgo(1) }] };
    const history = personWith({
      name: 'Mrs Khan',
      visits: every(7, { times: 20, until: daysAgo(18) }),
    }).history;
    expect(featuresOf(history, holiday, today)).toMatchObject({
      daysSinceLast: 18,
      openDaysSinceLast: 4,
    });
  });

  it('counts a day with a visit as open, whatever the calendar says', () => {
    const mondayToSaturday = settingsWith({ openings: [defaultOpening(day('1990-01-01'))] });
    const sundays = personWith({
      name: 'Sunday',
      visits: on([day('2026-06-07'), day('2026-06-14')]),
    }).history;
    expect(Array.from(featuresOf(sundays, mondayToSaturday, today).openGaps)).toEqual([7]);
  });

  it('leaves untimed visits out of the habit by hour', () => {
    expect(read({ visits: every(3, { times: 8, until: daysAgo(1) }) }).hour).toBeNull();
    expect(
      read({ visits: every(3, { times: 8, until: daysAgo(1), minute: 9 * 60 + 20 }) }).hour,
    ).toMatchObject({ fromHour: 8, times: 8, of: 8 });
  });

  it('knows the usual weekday', () => {
    expect(read({ visits: every(7, { times: 8, until: today }) }).weekday).toEqual({
      weekday: 4,
      times: 8,
      of: 8,
    });
  });

  it('counts tabs paid on time since the last late one', () => {
    const tabs = (['paid-on-time', 'paid-late', 'paid-on-time', 'paid-on-time'] as const).map(
      (kind, index) => ({ kind, day: daysAgo(40 - index) }),
    );
    expect(read({ moments: tabs }).signals.tabsOnTime).toBe(2);
  });
});

describe('the segments of a customer', () => {
  it('may be several at once, each with its evidence', () => {
    const khan = personWith({
      name: 'Mrs Khan',
      visits: every(7, { times: 60, until: daysAgo(2), amount: 2400, marks: ['easy'] }),
      moments: [{ kind: 'shared', day: daysAgo(30) }],
    });
    expect(kindNames(khan.history)).toEqual([
      'advocate',
      'valued',
      'regular',
      'big-spender',
      'time-saver',
    ]);
  });

  it.each<[string, Omit<CustomerSpec, 'name'>, readonly string[]]>([
    ['once, then silent', { visits: on([daysAgo(100)]) }, ['one-off']],
    ['once, not long ago', { visits: on([daysAgo(70)]) }, []],
    ['in the first weeks', { visits: on([daysAgo(20), daysAgo(5)]) }, ['new']],
    [
      'mostly at reduced prices',
      { visits: on([daysAgo(200), daysAgo(120), daysAgo(60)], { reduced: true }) },
      ['price-led'],
    ],
    ['looking only', { visits: on([daysAgo(30)], { kind: 'browsed' }) }, ['browser']],
    [
      'late by their own rhythm',
      { visits: every(7, { times: 12, until: daysAgo(25) }) },
      ['slipping'],
    ],
    [
      'late by nobody’s rhythm but the daily cup',
      { visits: every(1, { times: 90, until: daysAgo(6) }) },
      ['regular'],
    ],
    [
      'away and back',
      { visits: [...every(7, { times: 9, until: daysAgo(70) }), ...on([daysAgo(6)])] },
      ['been-away', 'regular'],
    ],
    [
      'told by a tab',
      {
        moments: every(9, { times: 3, until: daysAgo(4) }).map((visit) => ({
          kind: 'paid-on-time' as const,
          day: visit.day,
        })),
      },
      ['time-saver'],
    ],
  ])('%s', (_how, spec, kinds) => {
    expect(kindNames(personWith({ name: 'Somebody', ...spec }).history)).toEqual(kinds);
  });

  it('are all big baskets or none when they spend the same', () => {
    const people = ['A', 'B', 'C', 'D', 'E'].map((name) =>
      personWith({ name, visits: every(7, { times: 10, until: daysAgo(1), amount: 2000 }) }),
    );
    const cohort = cohortOf({
      histories: historiesOf(people),
      calendar: always,
      rules: always.kindRules,
      today,
    });
    expect(cohort.bigSpenders.size).toBe(0);
  });

  it('are no big basket for one huge receipt', () => {
    const shop = [
      personWith({ name: 'Once', visits: on([daysAgo(50)], { amount: 100_000 }) }),
      personWith({
        name: 'Often',
        visits: every(7, { times: 40, until: daysAgo(1), amount: 3000 }),
      }),
    ];
    const source = {
      histories: historiesOf(shop),
      calendar: always,
      rules: always.kindRules,
      today,
    };
    expect(
      segmentsForCustomer(customerId('Once'), source).map((each) => each.segment),
    ).not.toContain('big-spender');
  });
});

function read(spec: Omit<CustomerSpec, 'name'>) {
  return featuresOf(personWith({ name: 'Somebody', ...spec }).history, always, today);
}

function kindNames(history: ReturnType<typeof personWith>['history']): readonly string[] {
  const histories = [...historiesOf(longAgo), history];
  const source = { histories, calendar: always, rules: always.kindRules, today };
  return segmentsForCustomer(history.customerId, source).map((each) => each.segment);
}
