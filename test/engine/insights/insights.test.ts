import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  insightsCounts,
  segmentMoves,
  type InsightsPeriod,
  type ShopInsights,
} from '#domain/week/insights.ts';
import { daySummaryOf, type DaySummary } from '#domain/visits/day-summary.ts';
import { spentOn, type Visit } from '#domain/visits/visit.ts';
import { insightsOf } from '#engine/insights/insights.ts';
import { segmentsForCustomer } from '../../support/shops/segments-for-customer.ts';
import { fitModel } from '#engine/forecast/fit-model.ts';
import { addDays, dayNumber, weekdayOf, type Day } from '#lib/day.ts';
import { sumOf } from '#lib/statistics.ts';
import { anyShop } from '../../support/shops/any-shop.ts';
import {
  daysAgo,
  every,
  historiesOf,
  on,
  personWith,
  settingsWith,
  today,
  type PersonInShop,
} from '../../support/shops/shop-with.ts';

const settings = settingsWith();

describe('how the shop is doing', () => {
  it('counts nothing that is not in the visits: each number is a recount of the rows', () => {
    fc.assert(
      fc.property(anyShop, (shop) => {
        const view = viewOf(shop);
        const visits = shop.flatMap((person) => person.visits);
        expect(view.visits).toBe(visitDaysIn(shop, daysAgo(5000), today));
        for (const period of view.periods) expectRecount(period, shop);
        expectHours(view, visits);
        const { from, weeks } = view.year;
        weeks.forEach((count, week) => {
          const first = dayNumber(from) + 7 * week;
          const inWeek = visits.filter(({ day }) => isIn(day, first, first + 6));
          expect(count).toBe(inWeek.length);
          const amounts = inWeek.flatMap((visit) => spentOn(visit) ?? []);
          expect(view.takings?.weeks[week] ?? 0).toBe(sumOf(amounts));
          if (view.takings !== null)
            expect(view.takings.baskets[week]).toBe(
              amounts.length === 0 ? null : Math.round(sumOf(amounts) / amounts.length),
            );
        });
      }),
      { numRuns: 30 },
    );
  });

  it('is the same in whatever order people are read', () => {
    fc.assert(
      fc.property(anyShop, (shop) => {
        expect(viewOf(shop.toReversed())).toEqual(viewOf(shop));
      }),
      { numRuns: 10 },
    );
  });

  it('knows who became a regular, which regular comes less and who is back', () => {
    const weekly = { name: 'Mrs Khan', visits: every(7, { times: 7, until: daysAgo(2) }) };
    const gone = { name: 'Mr Okoro', visits: every(7, { times: 30, until: daysAgo(40) }) };
    const back = {
      name: 'Hana',
      visits: [...every(7, { times: 20, until: daysAgo(60) }), ...on([daysAgo(3)])],
    };
    const [month] = viewOf([weekly, gone, back].map(personWith)).periods;
    expect(month?.groups['became-regular']).toEqual([personWith(weekly).id]);
    expect(month?.groups['regular-less']).toEqual([personWith(gone).id]);
    expect(month?.groups['back-again']).toEqual([personWith(back).id]);
    expect(month?.groups.slipping).toEqual([personWith(gone).id]);
  });

  it('calls nobody back again who has stayed away once more since', () => {
    const tom = personWith({
      name: 'Tom',
      visits: [...every(7, { times: 20, until: daysAgo(140) }), ...on([daysAgo(85)])],
    });
    const [, quarter] = viewOf([tom]).periods;
    expect(quarter?.before?.slipping).toBe(1);
    expect(quarter?.groups.slipping).toEqual([tom.id]);
    expect(quarter?.groups['back-again']).toEqual([]);
  });

  it('calls new whoever came for the first time within the span, and compares with the span before where visits reach back over it', () => {
    const shop = [3, 20, 27, 29, 40, 80, 120, 250, 260, 280].map((ago) =>
      personWith({ name: `First here ${ago}`, visits: on([daysAgo(ago), daysAgo(1)]) }),
    );
    const [month, quarter, year] = viewOf(shop).periods;
    expect(month?.groups.new).toHaveLength(3);
    expect(month?.before?.new).toBe(2);
    expect(month?.cameAgain).toBe(3);
    // Since 250 days ago three people are known: too short a log to know who was new in a quarter.
    expect([month?.knowsNew, quarter?.knowsNew]).toEqual([true, false]);
    expect(quarter?.groups.new).toEqual([]);
    expect(quarter?.before?.new).toBeNull();
    expect(year?.before).toBeNull();
  });

  it('divides the hours by the days that the shop was open, and leaves today out', () => {
    const closedSundays = settingsWith({
      openings: [{ from: daysAgo(400), hours: [hours, hours, hours, hours, hours, hours, null] }],
    });
    const spec = {
      name: 'Mrs Khan',
      visits: [
        ...every(7, { times: 12, until: daysAgo(5), minute: 610 }),
        ...on([today], { minute: 610 }),
        ...on([daysAgo(4)]),
      ],
    };
    const { busy } = viewOf([personWith(spec)], closedSundays);
    expect(busy.timed).toBe(12);
    expect(busy.untimed).toBe(1);
    expect(busy.busiest).toEqual({ weekday: 6, days: 12, hour: 10, visits: 12, isOpen: true });
    expect(busy.days.map(({ weekday }) => weekday)).not.toContain(7);
  });

  it('names no number for the next day before ten people have a rhythm, and a fair one after', () => {
    const few = viewOf([
      personWith({ name: 'Hana', visits: every(2, { times: 90, until: today }) }),
    ]);
    expect(few.next).toMatchObject({ day: daysAgo(-1), range: null, likely: [] });
    const daily = Array.from({ length: 20 }, (_, index) =>
      personWith({ name: `Daily ${index}`, visits: every(1, { times: 60, until: today }) }),
    );
    const { next } = viewOf(daily);
    expect(next?.range?.high).toBeLessThanOrEqual(20);
    expect(next?.range?.low).toBeGreaterThanOrEqual(10);
    expect(next?.likely).toHaveLength(8);
  });

  it('widens the range for the next day by how much equal weekdays differed', () => {
    const people = (isHalfShut: boolean) =>
      Array.from({ length: 20 }, (_, index) =>
        personWith({
          name: `Daily ${index}`,
          visits: on(
            Array.from({ length: 60 }, (_unused, ago) => ago)
              .filter((ago) => !isHalfShut || index < 10 || ago % 14 !== 6)
              .map((ago) => daysAgo(ago)),
          ),
        }),
      );
    expect(viewOf(people(false)).next?.range).toEqual({ low: 11, high: 17 });
    // Ten and twenty in turn over eight weeks: variance 200 / 7 by mean 15.
    expect(viewOf(people(true)).next?.range).toEqual({ low: 5, high: 16 });
  });

  it('passes over closed days on the way to the next', () => {
    const weekdaysOnly = settingsWith({
      openings: [{ from: daysAgo(400), hours: [hours, hours, hours, hours, null, null, null] }],
    });
    expect(viewOf([], weekdaysOnly).next?.day).toBe(daysAgo(-4));
    const holidays = settingsWith({ closures: [{ from: today, to: daysAgo(-30) }] });
    expect(viewOf([], holidays).next).toBeNull();
  });

  it('counts what was handed over and what it cost, and a word not at all', () => {
    const given = { plannedOn: daysAgo(60), handedOverOn: daysAgo(60), windowDays: 14 };
    const { help } = viewOf([
      personWith({
        name: 'Mrs Khan',
        visits: on([daysAgo(70), daysAgo(50)]),
        gestures: [{ kind: 'card', ...given }],
      }),
      personWith({
        name: 'Tom R.',
        visits: on([daysAgo(70)]),
        gestures: [
          { kind: 'offer', ...given },
          { kind: 'word', ...given },
          { kind: 'card', plannedOn: daysAgo(2), handedOverOn: daysAgo(2), windowDays: 14 },
        ],
      }),
    ]);
    expect(help).toMatchObject({ cards: 2, offers: 1, open: 1, cost: 640, since: daysAgo(60) });
    expect(help.all).toMatchObject({ given: 2, cameBack: 1, hasEnoughData: false });
    expect(help.byReason).toEqual([]);
  });
});

const hours = { opens: 480, closes: 1080 };

function viewOf(shop: readonly PersonInShop[], calendar = settings): ShopInsights {
  const histories = historiesOf(shop);
  const days = dayRows(shop);
  const fittedModel = fitModel({ histories, calendar, today });
  const firstDay = days[0]?.day ?? null;
  return insightsOf({
    histories,
    days,
    firstDay,
    weeks: [],
    settings: calendar,
    fittedModel,
    today,
  });
}

function dayRows(shop: readonly PersonInShop[]): readonly DaySummary[] {
  const visits = shop.flatMap((person) => person.visits);
  const days = [...new Set(visits.map(({ day }) => day))].toSorted();
  return days.map((day) => daySummaryOf(day, visits));
}

function expectRecount(period: InsightsPeriod, shop: readonly PersonInShop[]): void {
  const since = daysAgo(period.span);
  const histories = historiesOf(shop);
  const fittedModel = fitModel({ histories, calendar: settings, today });
  const source = { histories, calendar: settings, rules: settings.kindRules, today, fittedModel };
  for (const kind of ['regular', 'rising', 'slipping'] as const) {
    const found = shop.filter(({ id }) =>
      segmentsForCustomer(id, source).some((each) => each.segment === kind),
    );
    expect(sorted(period.groups[kind])).toEqual(sorted(found.map(({ id }) => id)));
  }
  const begun = shop
    .flatMap(({ visits }) => visits.map(({ day }) => day).toSorted()[0] ?? [])
    .toSorted()[2];
  const isKnown = begun !== undefined && since >= addDays(begun, 182);
  expect(period.knowsNew).toBe(isKnown);
  const fresh = shop.filter(({ visits }) => {
    const first = boughtDays(visits)[0];
    return isKnown && first !== undefined && first > since;
  });
  expect(sorted(period.groups.new)).toEqual(sorted(fresh.map(({ id }) => id)));
  expect(period.share.visits).toBe(visitDaysIn(shop, since, today));
  expect(period.share.people).toBe(
    shop.filter((person) => visitDaysIn([person], since, today) > 0).length,
  );
  const regulars = shop.filter(({ id }) => period.groups.regular.includes(id));
  expect(period.share.regularVisits).toBe(visitDaysIn(regulars, since, today));
  for (const group of [...insightsCounts, ...segmentMoves])
    expect(new Set(period.groups[group]).size).toBe(period.groups[group].length);
}

function expectHours({ busy }: ShopInsights, visits: readonly Visit[]): void {
  const counted = visits.filter(({ day }) => day >= busy.from && day <= busy.to);
  const timed = counted.filter(({ minute }) => minute !== null);
  expect(busy.timed).toBe(timed.length);
  expect(busy.untimed).toBe(counted.length - timed.length);
  let cells = 0;
  for (const { weekday, hours: cellsOfDay } of busy.days) {
    for (const cell of cellsOfDay) {
      const here = timed.filter(
        ({ day, minute }) =>
          weekdayOf(day) === weekday && Math.floor((minute ?? 0) / 60) === cell.hour,
      );
      expect(cell.visits).toBe(here.length);
      cells += here.length;
    }
  }
  expect(cells).toBe(timed.length);
}

/** Days with a purchase after `after` and up to `until`, each person's own. */
function visitDaysIn(shop: readonly PersonInShop[], after: Day, until: Day): number {
  const days = shop.map(({ visits }) => boughtDays(visits));
  return days.flat().filter((day) => day > after && day <= until).length;
}

function boughtDays(visits: readonly Visit[]): readonly Day[] {
  const bought = visits.filter(({ kind, voided }) => kind === 'bought' && !voided);
  return [...new Set(bought.map(({ day }) => day))].toSorted();
}

function isIn(day: Day, first: number, last: number): boolean {
  return dayNumber(day) >= first && dayNumber(day) <= last;
}

function sorted(ids: readonly string[]): readonly string[] {
  return ids.toSorted();
}
