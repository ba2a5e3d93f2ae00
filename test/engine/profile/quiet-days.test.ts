// Weeks in which nobody at all came, though the shop never said that it was closed.
import { describe, expect, it } from 'vitest';
import type { Calendar } from '#domain/shop/calendar.ts';
import { fitModel } from '#engine/forecast/fit-model.ts';
import { clockBetween } from '#engine/profile/business-clock.ts';
import { quietDaysIn } from '#engine/profile/quiet-days.ts';
import { suggest } from '#engine/suggestions/suggest.ts';
import { dayAt, dayNumber, type Day } from '#lib/day.ts';
import { seededRandom } from '#lib/seeded-random.ts';
import {
  daysAgo,
  historiesOf,
  on,
  personWith,
  settingsWith,
  today as shopToday,
} from '../../support/shops/shop-with.ts';

const always: Calendar = { openings: [], closures: [] };
const today = 500;
const everyDay = clockBetween(dayNumber(daysAgo(300)), dayNumber(shopToday), () => true);

/** Days without anybody, both ends included. */
type Shut = readonly [number, number];

describe('quiet days', () => {
  it('are the weeks of a holiday that nobody noted', () => {
    expect(quietIn(shopOf({ shut: [[300, 313]] }))).toEqual([[300, 313]]);
  });

  it('begin and end with days that usually bring people', () => {
    const people = shopOf({ shut: [[300, 313]] }).map((days) =>
      days.filter((day) => day % 7 !== 5),
    );
    const [from = 0, to = 0] = quietIn(people)[0] ?? [];
    expect([from, to].every((day) => day % 7 !== 5)).toBe(true);
    expect(to - from).toBeGreaterThan(11);
  });

  it('are no empty days of a shop where a day often brings nobody', () => {
    const few = shopOf({ people: 12, gap: 20, shut: [] });
    expect(quietIn(few)).toEqual([]);
  });

  it('are not found before the shop knows what is usual', () => {
    const young = shopOf({ shut: [[12, 19]] }).map((days) => days.filter((day) => day <= 30));
    expect(quietIn(young, 30)).toEqual([]);
  });

  it('leave out today, which may have hardly begun', () => {
    const shop = shopOf({ shut: [[today - 3, today]] });
    expect(quietIn(shop)).toEqual([[today - 3, today - 1]]);
  });

  it('count all the same in a shop whose people come back as overdue as the calendar says', () => {
    const shut: readonly Shut[] = [
      [200, 213],
      [300, 313],
      [400, 413],
    ];
    // Everybody who missed their day is there within two days of the reopening.
    const overdue = shopOf({ shut, gap: 28, returns: 'overdue' });
    expect(quietIn(overdue)).toEqual([]);
    // Everybody waits for what was left of their own gap.
    const unmoved = shopOf({ shut, gap: 28, returns: 'as if no time had passed' });
    expect(quietIn(unmoved)).toEqual(shut);
  });
});

describe('a shop that forgot to say that it was closed for six weeks', () => {
  const shop = Array.from({ length: 60 }, (_, index) =>
    personWith({ name: `Weekly ${index}`, visits: on(weeklyBeforeAndAfter(index % 7)) }),
  );
  const histories = historiesOf(shop);
  const settings = settingsWith();
  const fittedModel = fitModel({ histories, calendar: settings, today: shopToday });

  it('misses nobody, for nobody could come', () => {
    const missed = (model: typeof fittedModel): number =>
      suggest({ histories, settings, today: shopToday, fittedModel: model })
        .suggestions.flatMap(({ reasons }) => reasons.map(({ code }) => code))
        .filter((code) => code === 'overdue').length;
    expect(fittedModel.quietDays).toHaveLength(1);
    expect(missed(fittedModel)).toBe(0);
    const counting = fitModel({ histories, calendar: settings, today: shopToday });
    expect(missed({ ...counting, quietDays: [], clock: everyDay })).toBeGreaterThan(0);
  });
});

/** Every week until 45 days ago; of the 42 days since the first closed one nobody came. */
function weeklyBeforeAndAfter(offset: number): readonly Day[] {
  return Array.from({ length: 30 }, (_, week) => daysAgo(44 + offset + 7 * (29 - week)));
}

function quietIn(people: readonly Int32Array[], until = today): readonly (readonly number[])[] {
  return quietDaysIn({ people, calendar: always, today: until }).map(({ from, to }) =>
    [from, to].map(numberOf),
  );
}

function numberOf(day: string): number {
  for (let number = 0; number <= today; number += 1) if (dayAt(number) === day) return number;
  throw new Error(`${day} is none of these days`);
}

interface ShopSpec {
  readonly people?: number;
  readonly gap?: number;
  readonly shut: readonly Shut[];
  readonly returns?: 'overdue' | 'as if no time had passed';
}

/** People who come about every `gap` days, each beginning somewhere in the first gap. */
function shopOf({
  people = 150,
  gap = 14,
  shut,
  returns = 'as if no time had passed',
}: ShopSpec): readonly Int32Array[] {
  const random = seededRandom('quiet days');
  const isShut = (day: number): boolean => shut.some(([from, to]) => from <= day && day <= to);
  const all = Array.from({ length: today + 1 }, (_, day) => day);
  // The days that people's gaps are counted in.
  const counted = returns === 'overdue' ? all : all.filter((day) => !isShut(day));
  return Array.from({ length: people }, () => {
    const days = new Set<number>();
    for (let next = random() * gap; next < counted.length; next += gap * (0.8 + 0.4 * random())) {
      const day = counted[Math.floor(next)] ?? 0;
      const reopening = shut.find(([from, to]) => from <= day && day <= to)?.[1];
      if (reopening !== undefined) next = reopening + 1 + random();
      days.add(reopening === undefined ? day : Math.floor(next));
    }
    return Int32Array.from(days);
  });
}
