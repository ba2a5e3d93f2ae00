// The fitted model and the forecast of one customer: laws that must hold whatever was
// learned.
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Calendar } from '#domain/shop/calendar.ts';
import type { History } from '#domain/visits/history.ts';
import type { FittedModel } from '#engine/forecast/fitted-model.ts';
import { isSlipping } from '#engine/segments/segments.ts';
import { fitModel, visitsIn } from '#engine/forecast/fit-model.ts';
import { createForecaster, forecastFor } from '#engine/forecast/forecast.ts';
import { profileOf } from '#engine/profile/profile.ts';
import { cohortOf } from '#engine/profile/cohort.ts';
import { customerValueOf } from '#engine/forecast/customer-value.ts';
import { addDays, weekdayOf, type Day } from '#lib/day.ts';
import { seededRandom } from '#lib/seeded-random.ts';
import { anyShop } from '../../support/shops/any-shop.ts';
import { runs } from '../../support/values/runs.ts';
import {
  day,
  every,
  historiesOf,
  on,
  personWith,
  settingsWith,
  today,
} from '../../support/shops/shop-with.ts';

const openDaily: Calendar = settingsWith();
const closedOnSundays: Calendar = settingsWith({
  openings: [
    {
      from: day('2020-01-01'),
      hours: [...Array.from({ length: 6 }, () => ({ opens: 480, closes: 1080 })), null],
    },
  ],
});

/** People of all rhythms over a year and more, some of whom stay away for good. */
const town = townsfolk('town', { people: 150, days: 420 });
const settled = fitModel({ histories: town, calendar: openDaily, today });
/** Seven weeks of a log: too little to tell regularities apart. */
const beginning = fitModel({
  histories: townsfolk('village', { people: 20, days: 49 }),
  calendar: openDaily,
  today,
});

describe('the fitted model', () => {
  it('does not depend on the order in which people were read', () => {
    const turned = town.toReversed();
    expect(fitModel({ histories: turned, calendar: openDaily, today })).toEqual(settled);
    expect(settled.visitModel.tier).toBe('settled');
    expect(settled.visitsSeen).toBe(visitsIn(town, today));
  });

  it('knows nothing of later visits', () => {
    const then = addDays(today, -60);
    const known = townsfolk('town', { people: 150, days: 420, until: then });
    expect(fitModel({ histories: town, calendar: openDaily, today: then })).toEqual(
      fitModel({ histories: known, calendar: openDaily, today: then }),
    );
  });

  it('can be stored and sent to another thread', () => {
    expect(structuredClone(settled)).toEqual(settled);
  });

  it('of any shop, also an empty one, gives numbers that are numbers', () => {
    fc.assert(
      fc.property(anyShop, (people) => {
        const histories = historiesOf(people);
        const fittedModel = fitModel({ histories, calendar: closedOnSundays, today });
        for (const history of histories) {
          const forecast = forecastFor(history, fittedModel, { calendar: closedOnSundays, today });
          expect([forecast.alive, forecast.churnProbability].every(isChanceOrNull)).toBe(true);
          if (forecast.basis === 'own')
            expect(
              [forecast.churnScore, forecast.week?.expected, forecast.year?.expected].every(
                Number.isFinite,
              ),
            ).toBe(true);
        }
      }),
      { numRuns: runs(20, 60) },
    );
    expect(fitModel({ histories: [], calendar: openDaily, today }).visitsSeen).toBe(0);
  });
});

describe('a personal forecast', () => {
  const when = { calendar: openDaily, today };

  it('is not given before three gaps', () => {
    for (const [times, basis] of [
      [1, 'new'],
      [2, 'cohort'],
      [3, 'cohort'],
      [4, 'own'],
    ] as const) {
      const forecast = forecastFor(comingEvery(7, times), settled, when);
      expect(forecast.basis).toBe(basis);
      const forecasts = [
        forecast.alive,
        forecast.churnProbability,
        forecast.churnScore,
        forecast.week,
        forecast.year,
      ];
      expect(forecasts.every((each) => (each === null) === (basis !== 'own'))).toBe(true);
      if (basis !== 'own') expect(forecast.expectedBy).toBeNull();
      const worth = customerValueOf({
        history: comingEvery(7, times),
        forecast,
        fittedModel: settled,
        today,
      });
      expect(worth === null).toBe(basis !== 'own');
    }
    expect(forecastFor(comingEvery(7, 0), settled, when).basis).toBe('new');
  });

  it('changes with the visit of today, whatever was learned this morning', () => {
    const late = comingEvery(7, 20, addDays(today, -18));
    const back = comingOn([...daysOf(late), today]);
    const before = forecastFor(late, settled, when);
    const after = forecastFor(back, settled, when);
    expect(after.alive).toBeGreaterThan(before.alive ?? 1);
    expect(after.churnScore).toBeLessThan(before.churnScore ?? 0);
  });

  it('never lowers the churn score and never raises the chance to be a customer while they stay away', () => {
    fc.assert(
      fc.property(
        rhythms,
        fc.integer({ min: 0, max: 60 }),
        fc.integer({ min: 1, max: 60 }),
        (own, silent, more) => {
          for (const calendar of [openDaily, closedOnSundays]) {
            const fittedModel = learned(calendar);
            const history = comingWith(own, addDays(today, -silent));
            const sooner = forecastFor(history, fittedModel, { calendar, today });
            const later = forecastFor(history, fittedModel, {
              calendar,
              today: addDays(today, more),
            });
            expect(later.churnScore ?? 0).toBeGreaterThanOrEqual((sooner.churnScore ?? 0) - 1e-9);
            expect(later.alive ?? 0).toBeLessThanOrEqual((sooner.alive ?? 1) + 1e-9);
          }
        },
      ),
      { numRuns: runs(25, 150) },
    );
  });

  it('is never lowered by a visit today where one regularity is believed, nor, with that visit counted, under the mixture', () => {
    fc.assert(
      fc.property(
        rhythms,
        fc.integer({ min: 1, max: 60 }),
        fc.constantFrom(1, 7, 30, 365),
        (own, silent, days) => {
          const before = comingWith(own, addDays(today, -silent));
          const after = comingOn([...daysOf(before), today]);
          const expected = (history: History, fittedModel: FittedModel): number =>
            createForecaster(fittedModel, when).visitsWithin(history, days).expected;
          expect(beginning.visitModel.params.parts).toHaveLength(1);
          expect(expected(after, beginning)).toBeGreaterThanOrEqual(
            expected(before, beginning) - 1e-9,
          );
          expect(1 + expected(after, settled)).toBeGreaterThanOrEqual(
            expected(before, settled) - 1e-9,
          );
        },
      ),
      { numRuns: runs(25, 150) },
    );
  });

  it('names the first day by which they come in four cases of five, and never a closed one', () => {
    const calendar = closedOnSundays;
    const fittedModel = learned(calendar);
    const lookout = createForecaster(fittedModel, { calendar, today });
    let named = 0;
    for (const gap of [1, 2, 3, 5, 7, 10, 14]) {
      for (let silent = 0; silent < gap; silent += 1) {
        const history = comingEvery(gap, 40, addDays(today, -silent));
        const by = lookout.forecast(history).expectedBy;
        if (by === null) continue;
        named += 1;
        const days = Math.round((Date.parse(by) - Date.parse(today)) / 86_400_000);
        expect(weekdayOf(by)).not.toBe(7);
        expect(lookout.visitsWithin(history, days).chance).toBeGreaterThanOrEqual(0.8);
        expect(lookout.visitsWithin(history, days - 1).chance).toBeLessThan(0.8);
      }
    }
    expect(named).toBeGreaterThan(20);
  });

  it('stands still while the shop is shut', () => {
    const from = addDays(today, -20);
    const shut: Calendar = { ...openDaily, closures: [{ from, to: addDays(today, 10) }] };
    const history = comingEvery(7, 20, addDays(today, -23));
    const beforeHoliday = forecastFor(history, settledUntil(from), {
      calendar: shut,
      today: addDays(from, -1),
    });
    const inHoliday = forecastFor(history, settledUntil(from), { calendar: shut, today });
    expect(inHoliday.churnScore).toBe(beforeHoliday.churnScore);
    expect(inHoliday.alive).toBe(beforeHoliday.alive);
    expect(inHoliday.week).toEqual({ expected: 0, chance: 0 });
  });
});

describe('coming less', () => {
  it('is not said by arithmetic alone of somebody whose pauses always end', () => {
    // A few days running, then a pause of about three weeks, for a year.
    const gaps = Array.from({ length: 14 }, () => [2, 3, 2, 3, 20]).flat();
    const bursts = comingWith(gaps, addDays(today, -9));
    expect(slippingIn([...town, bursts], bursts, undefined)).toBe(true);
    expect(slippingIn([...town, bursts], bursts, settled)).toBe(false);
  });

  it('is said of somebody who came every week and has not for two months', () => {
    const weekly = comingEvery(7, 40, addDays(today, -60));
    expect(slippingIn([...town, weekly], weekly, settled)).toBe(true);
  });
});

describe('a year ahead', () => {
  it('is a range of visits, and of money at what a visit of theirs is worth', () => {
    const paid = personWith({
      name: 'Ann',
      visits: every(7, { times: 50, until: today, amount: 1840 }),
    });
    const histories = [...town, paid.history];
    const fittedModel = fitModel({ histories, calendar: openDaily, today });
    const forecast = forecastFor(paid.history, fittedModel, { calendar: openDaily, today });
    const worth = customerValueOf({ history: paid.history, forecast, fittedModel, today });
    const { low, high } = worth?.visits ?? { low: 0, high: 0 };
    expect(forecast.year).toMatchObject({ low, high });
    expect(high).toBeGreaterThan(low);
    // Two figures of £18.40 a visit.
    expect(worth?.spend).toMatchObject({ perVisit: 1800 });
    expect(worth?.spend?.high).toBeGreaterThan(1750 * high);
    expect(worth?.spend?.high).toBeLessThan(1950 * high);
  });

  it('says nothing of money where none is noted', () => {
    const unpaid = comingEvery(7, 50);
    const forecast = forecastFor(unpaid, settled, { calendar: openDaily, today });
    expect(
      customerValueOf({ history: unpaid, forecast, fittedModel: settled, today }),
    ).toMatchObject({
      spend: null,
    });
  });
});

const rhythms = fc.array(fc.integer({ min: 1, max: 40 }), { minLength: 3, maxLength: 25 });

function slippingIn(
  histories: readonly History[],
  history: History,
  fittedModel: FittedModel | undefined,
): boolean {
  const rules = settingsWith().kindRules;
  const shop = cohortOf({ histories, calendar: openDaily, rules, today, fittedModel });
  return isSlipping(profileOf(history, shop, rules));
}

const learnedFor = new Map<Calendar, FittedModel>();

function learned(calendar: Calendar): FittedModel {
  const fittedModel = learnedFor.get(calendar) ?? fitModel({ histories: town, calendar, today });
  learnedFor.set(calendar, fittedModel);
  return fittedModel;
}

function settledUntil(until: Day): FittedModel {
  return fitModel({ histories: town, calendar: openDaily, today: addDays(until, -1) });
}

function isChanceOrNull(value: number | null): boolean {
  return value === null || (value >= 0.01 && value <= 1);
}

function comingEvery(gap: number, times: number, until: Day = today): History {
  return personWith({ name: `Every ${gap}`, visits: every(gap, { times, until }) }).history;
}

function comingWith(gaps: readonly number[], until: Day): History {
  let back = 0;
  const days = [until];
  for (const gap of gaps) {
    back += gap;
    days.unshift(addDays(until, -back));
  }
  return comingOn(days);
}

function comingOn(days: readonly Day[]): History {
  return personWith({ name: 'Somebody', visits: on(days) }).history;
}

function daysOf(history: History): readonly Day[] {
  return Array.from(history.stamps, (stamp) =>
    addDays(day('1970-01-01'), Math.floor(stamp / 1440)),
  );
}

interface TownTold {
  readonly people: number;
  readonly days: number;
  /** Visits after this day are left out. */
  readonly until?: Day;
}

function townsfolk(seed: string, { people, days, until = today }: TownTold): readonly History[] {
  const random = seededRandom(seed);
  return Array.from({ length: people }, (_, index) => {
    const gap = 2 + Math.floor(random() * 25);
    const steadiness = random();
    const leaves = random() < 0.3 ? random() * days : days;
    const visits: Day[] = [];
    for (let at = Math.floor(random() * 150); at < leaves;) {
      visits.push(addDays(today, at - days));
      at += Math.max(1, Math.round(gap * (steadiness + (1 - steadiness) * 2 * random())));
    }
    const seen = visits.filter((each) => each <= until);
    return personWith({ name: `Neighbour ${String(index).padStart(3, '0')}`, visits: on(seen) })
      .history;
  }).filter((history) => history.stamps.length > 0);
}
