import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { listPeople, sectionsByLetter } from '#app/customers/people-list.ts';
import { openRoster, type Roster } from '#app/customers/roster.ts';
import { createSegmentIndex } from '#app/customers/segment-index.ts';
import {
  everybody,
  formatPeopleFilter,
  parsePeopleFilter,
  reachFilters,
  seenFilters,
  type PeopleFilter,
} from '#domain/customers/people-filter.ts';
import type { Permission } from '#domain/customers/permission.ts';
import { allSegments } from '#domain/week/segment.ts';
import {
  daysAgo,
  every,
  on,
  settingsWith,
  thankedOn,
  today,
  type CustomerSpec,
} from '../../support/shops/shop-with.ts';
import { openWeekShop } from '../../support/shops/week-shop.ts';

const saidNo: Permission = {
  purpose: 'any',
  way: 'any',
  answer: 'no',
  day: daysAgo(9),
  how: '',
  words: '',
  notedAt: 0,
};

const people: readonly CustomerSpec[] = [
  { name: 'Żaneta', visits: every(7, { times: 20, until: daysAgo(1) }), birthday: '06-30' },
  { name: 'adler', visits: on([daysAgo(31)]), gestures: [thankedOn(daysAgo(20))] },
  { name: 'Zoë', visits: on([daysAgo(90)]), permissions: [saidNo], birthday: '1961-06-02' },
  { name: 'Ähm', visits: on([daysAgo(400)]), diedOn: daysAgo(3) },
  { name: '7 Mill Lane', gestures: [{ kind: 'card', plannedOn: daysAgo(3) }] },
  { name: 'Ольга', visits: on([daysAgo(29)]), young: true, birthday: '07-01' },
];

const anyFilter: fc.Arbitrary<PeopleFilter> = fc.record({
  segment: fc.constantFrom(...allSegments, null),
  seen: fc.constantFrom(...seenFilters, null),
  thanked: fc.constantFrom('never' as const, null),
  reach: fc.constantFrom(...reachFilters, null),
  birthMonth: fc.option(fc.integer({ min: 1, max: 12 })),
});

describe('people from A to Z', () => {
  it('are in the order of the alphabet, whatever accents and capitals they are written with', async () => {
    expect(await listed(everybody)).toEqual([
      '7 Mill Lane',
      'adler',
      'Ähm',
      'Żaneta',
      'Zoë',
      'Ольга',
    ]);
  });

  it('stand under the letters that their names begin with', async () => {
    const found = await entries(everybody);
    const sections = sectionsByLetter(found).map(({ letter, people: own }) => [letter, own.length]);
    expect(sections).toEqual([
      ['#', 1],
      ['A', 2],
      ['Z', 2],
      ['О', 1],
    ]);
  });

  it.each<[string, Partial<PeopleFilter>, readonly string[]]>([
    ['here within thirty days', { seen: 'here-30' }, ['Żaneta', 'Ольга']],
    ['not for thirty days', { seen: 'away-30' }, ['adler', 'Ähm', 'Zoë']],
    ['not for ninety days, to the day', { seen: 'away-90' }, ['Ähm', 'Zoë']],
    ['not for a year', { seen: 'away-365' }, ['Ähm']],
    ['who never came', { seen: 'not-yet' }, ['7 Mill Lane']],
    [
      'never thanked: a card that waits is no thanks yet',
      { thanked: 'never', seen: 'not-yet' },
      ['7 Mill Lane'],
    ],
    ['never thanked', { thanked: 'never', seen: 'away-30' }, ['Ähm', 'Zoë']],
    ['who may get letters', { reach: 'post' }, ['7 Mill Lane', 'adler', 'Żaneta']],
    ['who said no to letters', { reach: 'no-post' }, ['Zoë']],
    ['who asked for news', { reach: 'email' }, []],
    ['born in June', { birthMonth: 6 }, ['Żaneta', 'Zoë']],
    ['of a kind', { segment: 'regular' }, ['Żaneta']],
    ['to whom all of it applies', { birthMonth: 6, seen: 'here-30' }, ['Żaneta']],
  ])('can be those %s', async (_what, filter, names) => {
    expect(await listed({ ...everybody, ...filter })).toEqual(names);
  });

  it('are given up once nobody waits for them', async () => {
    const roster = await openShop();
    const request = { filter: everybody, segments: null, today, locale: 'en' };
    expect(await listPeople(roster, request, () => true)).toBeNull();
    roster.close();
  });

  it('have a name for each choice that an address can hold', () => {
    fc.assert(
      fc.property(anyFilter, (filter) => {
        const name = formatPeopleFilter(filter);
        expect(name).toMatch(/^[\w-]+$/);
        expect(parsePeopleFilter(name)).toEqual(filter);
      }),
    );
    expect(parsePeopleFilter('vip_soon_never__13')).toEqual({ ...everybody, thanked: 'never' });
  });
});

async function listed(filter: PeopleFilter): Promise<readonly string[]> {
  return (await entries(filter)).map(({ customer }) => customer.name);
}

async function entries(filter: PeopleFilter) {
  const roster = await openShop();
  const segments = createSegmentIndex(roster, {
    settings: settingsWith(),
    fittedModel: undefined,
    today,
  });
  const found = await listPeople(roster, { filter, segments, today, locale: 'en' }, () => false);
  roster.close();
  return found ?? [];
}

async function openShop(): Promise<Roster> {
  return openRoster(await openWeekShop(people));
}
