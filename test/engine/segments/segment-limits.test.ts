// Where each segment begins and ends by the rules that a shop starts with: one person just inside,
// one just outside.
import { describe, expect, it } from 'vitest';
import type { Segment } from '#domain/week/segment.ts';
import {
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
import { segmentsForCustomer } from '../../support/shops/segments-for-customer.ts';

type Told = Omit<CustomerSpec, 'name'>;

const settings = settingsWith();
const weekly = (times: number, lastSeen = 3) => every(7, { times, until: daysAgo(lastSeen) });
const paid = (ago: number, kind: 'paid-on-time' | 'paid-late' = 'paid-on-time') => ({
  kind,
  day: daysAgo(ago),
});

interface Limit {
  readonly kind: Segment;
  readonly what: string;
  readonly inside: Told;
  readonly outside: Told;
}

const everySixDays = every(6, { times: 20, until: daysAgo(58) });
const everyFourWeeks = every(28, { times: 10, until: daysAgo(60) });
const lately = on([daysAgo(1)]);

const limits: readonly Limit[] = [
  {
    kind: 'regular',
    what: 'four gaps of one’s own',
    inside: { visits: weekly(5) },
    outside: { visits: weekly(4) },
  },
  {
    kind: 'regular',
    what: 'gaps that differ by no more than three quarters',
    inside: { visits: on([57, 53, 48, 40, 29, 17].map(daysAgo)) },
    outside: { visits: on([58, 54, 49, 41, 29, 17].map(daysAgo)) },
  },
  {
    kind: 'slipping',
    what: 'more than two and a half gaps of silence',
    inside: { visits: weekly(12, 18) },
    outside: { visits: weekly(12, 17) },
  },
  {
    kind: 'slipping',
    what: 'eight days, for those who come daily',
    inside: { visits: every(1, { times: 30, until: daysAgo(8) }) },
    outside: { visits: every(1, { times: 30, until: daysAgo(7) }) },
  },
  {
    kind: 'slipping',
    what: 'three gaps of one’s own',
    inside: { visits: weekly(4, 40) },
    outside: { visits: weekly(3, 40) },
  },
  {
    kind: 'new',
    what: 'eight weeks since the first visit',
    inside: { visits: on([daysAgo(56), daysAgo(20)]) },
    outside: { visits: on([daysAgo(57), daysAgo(20)]) },
  },
  {
    kind: 'one-off',
    what: 'more than twelve weeks after a single visit',
    inside: { visits: on([daysAgo(85)]) },
    outside: { visits: on([daysAgo(84)]) },
  },
  {
    kind: 'one-off',
    what: 'a single visit',
    inside: { visits: on([daysAgo(120), daysAgo(120)]) },
    outside: { visits: on([daysAgo(130), daysAgo(120)]) },
  },
  {
    kind: 'browser',
    what: 'never having bought',
    inside: { visits: on([daysAgo(9)], { kind: 'browsed' }) },
    outside: { visits: [...on([daysAgo(9)], { kind: 'browsed' }), ...on([daysAgo(30)])] },
  },
  {
    kind: 'price-led',
    what: 'three purchases',
    inside: { visits: on([90, 60, 30].map(daysAgo), { reduced: true }) },
    outside: { visits: on([90, 60].map(daysAgo), { reduced: true }) },
  },
  {
    kind: 'price-led',
    what: 'six in ten of them at a reduced price',
    inside: { visits: [...on([90, 60, 30].map(daysAgo), { reduced: true }), ...weekly(2)] },
    outside: { visits: [...on([60, 30].map(daysAgo), { reduced: true }), ...weekly(2)] },
  },
  {
    kind: 'time-saver',
    what: 'six in ten visits marked as quick',
    inside: { visits: [...on([90, 60, 30].map(daysAgo), { marks: ['easy'] }), ...weekly(2)] },
    outside: { visits: [...on([60, 30].map(daysAgo), { marks: ['easy'] }), ...weekly(2)] },
  },
  {
    kind: 'time-saver',
    what: 'three visits',
    inside: { visits: on([90, 60, 30].map(daysAgo), { marks: ['easy'] }) },
    outside: { visits: on([90, 60].map(daysAgo), { marks: ['easy'] }) },
  },
  {
    kind: 'time-saver',
    what: 'no complaint',
    inside: { visits: every(30, { times: 3, until: today, marks: ['easy'] }) },
    outside: {
      visits: every(30, { times: 3, until: today, marks: ['easy'] }),
      moments: [{ kind: 'complaint', day: daysAgo(300), answeredOn: daysAgo(299) }],
    },
  },
  {
    kind: 'time-saver',
    what: 'three tabs in a row paid on time',
    inside: {
      visits: weekly(2),
      moments: [
        paid(90, 'paid-late'),
        paid(60),
        paid(40),
        { kind: 'idea', day: daysAgo(30) },
        paid(3),
      ],
    },
    outside: { visits: weekly(2), moments: [paid(90), paid(60, 'paid-late'), paid(40), paid(3)] },
  },
  {
    kind: 'advocate',
    what: 'twelve months since the shop was shared',
    inside: { visits: on([daysAgo(364)], { marks: ['shared'] }) },
    outside: { visits: on([daysAgo(365)], { marks: ['shared'] }) },
  },
  {
    kind: 'rising',
    what: 'half as much again as before',
    inside: { visits: [...everySixDays, ...every(4, { times: 14, until: daysAgo(2) }), ...lately] },
    outside: { visits: [...everySixDays, ...every(4, { times: 14, until: daysAgo(2) })] },
  },
  {
    kind: 'rising',
    what: 'more than luck makes of a person with this rhythm',
    inside: { visits: [...everyFourWeeks, ...every(7, { times: 5, until: daysAgo(4) })] },
    outside: { visits: [...everyFourWeeks, ...every(7, { times: 3, until: daysAgo(4) })] },
  },
  {
    kind: 'rising',
    what: 'four weeks of a past to compare with',
    inside: {
      visits: [...on([83, 70, 57].map(daysAgo)), ...every(2, { times: 25, until: today })],
    },
    outside: {
      visits: [...on([82, 70, 57].map(daysAgo)), ...every(2, { times: 25, until: today })],
    },
  },
  {
    kind: 'valued',
    what: 'two signs beside being regular',
    inside: {
      visits: weekly(20),
      moments: [
        { kind: 'praise', day: daysAgo(363) },
        { kind: 'shared', day: daysAgo(200) },
      ],
    },
    outside: {
      visits: weekly(20),
      moments: [
        { kind: 'praise', day: daysAgo(364) },
        { kind: 'shared', day: daysAgo(200) },
      ],
    },
  },
  {
    kind: 'valued',
    what: 'a year together',
    inside: {
      visits: every(5, { times: 74, until: today }),
      moments: [{ kind: 'idea', day: daysAgo(3) }],
    },
    outside: {
      visits: every(4, { times: 92, until: today }),
      moments: [{ kind: 'idea', day: daysAgo(3) }],
    },
  },
];

describe('the limit of a segment', () => {
  it.each(limits)('$kind: $what', ({ kind, inside, outside }) => {
    expect(segmentsOf(inside)).toContain(kind);
    expect(segmentsOf(outside)).not.toContain(kind);
  });

  it('is not crossed by what has not happened yet', () => {
    const tomorrow = daysAgo(-1);
    expect(
      segmentsOf({
        visits: on([daysAgo(30), tomorrow], { marks: ['shared', 'friend', 'told'] }),
        moments: [
          { kind: 'shared', day: tomorrow },
          { kind: 'sent', day: tomorrow },
        ],
      }),
    ).toEqual(['advocate', 'new']);
    expect(
      segmentsOf({
        visits: [...on([daysAgo(30)]), ...on([tomorrow], { marks: ['shared', 'friend'] })],
        moments: [
          { kind: 'shared', day: tomorrow },
          { kind: 'sent', day: tomorrow },
        ],
      }),
    ).toEqual(['new']);
  });
});

function segmentsOf(told: Told): readonly Segment[] {
  const person = personWith({ name: 'Mrs Khan', ...told });
  const histories = historiesOf([...longAgo, person]);
  const source = { histories, calendar: settings, rules: settings.kindRules, today };
  return segmentsForCustomer(person.id, source).map(({ segment }) => segment);
}
