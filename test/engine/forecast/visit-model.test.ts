import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { hasChangePoint } from '#engine/forecast/change-point.ts';
import {
  rfmRowOf,
  rfmTableAt,
  type VisitTimes,
  visitTimesOn,
} from '#engine/forecast/recency-frequency.ts';
import { fitVisitModel, regularitiesFor, tierFor } from '#engine/forecast/visit-model.ts';
import {
  fitWithoutValidation,
  distributionsOf,
} from '../../../scripts/evaluation/models/distributions.ts';
import { clockBetween, weeksAt } from '#engine/profile/business-clock.ts';
import { fitChurnParams, silencesAt } from '#engine/forecast/churn/churn-score.ts';
import {
  closedSilences,
  calibratedScore,
  fitChurnCalibration,
  type ClosedSilence,
} from '#engine/forecast/churn/churn-calibration.ts';
import { expectedSpend, fitSpend } from '#engine/forecast/spend.ts';
import { driftPersistence, standardisedResidual, tempoOf } from '#engine/forecast/drift.ts';
import { areaUnderCurve } from '#engine/math/area-under-curve.ts';
import { seededRandom } from '#lib/seeded-random.ts';
import { simulatedCustomer } from './simulated.ts';

const town = {
  departure: 'MBG',
  r: 1.3,
  alpha: 3,
  a: 0.4,
  b: 1.4,
  parts: [
    { k: 1, weight: 0.4 },
    { k: 2, weight: 0.3 },
    { k: 4, weight: 0.3 },
  ],
} as const;

/** People of an invented town who first came within the first ten weeks. */
function townsfolk(seed: string, people: number, until: number): VisitTimes {
  const random = seededRandom(seed);
  return Array.from({ length: people }, () => {
    const first = random() * 10;
    return simulatedCustomer(town, until - first, random).map((time) => time + first);
  });
}

describe('the ladder', () => {
  it('gives a new shop the prior and one regularity, and an old one the mixture', () => {
    const people = townsfolk('ladder', 200, 60);
    expect(tierFor(rfmTableAt(people, 5))).toBe('beginning');
    expect(tierFor(rfmTableAt(people, 20))).toBe('growing');
    expect(tierFor(rfmTableAt(people, 50))).toBe('settled');
    expect(tierFor(rfmTableAt(people.slice(0, 20), 50))).toBe('beginning');
    // Thirty people who come every week tell as much of regularity as a crowd that rarely does.
    const village = Array.from({ length: 30 }, () =>
      Float64Array.from({ length: 50 }, (_, week) => week),
    );
    expect(tierFor(rfmTableAt(village, 50))).toBe('settled');
    expect(regularitiesFor('growing')).toEqual([1, 2]);
  });

  it('promises about what comes, on every rung', () => {
    const people = townsfolk('promise', 600, 90);
    for (const now of [20, 60]) {
      const model = fitVisitModel(people, { now, weeks: 26, rangeWeeks: 26 });
      const promised = distributionsOf(model, people, { now, weeks: 26 }).distributions.reduce(
        (sum, { expected }) => sum + expected,
        0,
      );
      const seen = people.reduce(
        (sum, times) => sum + times.filter((time) => time > now && time <= now + 26).length,
        0,
      );
      expect(Math.abs(promised / seen - 1)).toBeLessThan(0.15);
    }
  });

  it('never looks at what comes later', () => {
    const people = townsfolk('later', 200, 80);
    const known = people.map((times) => times.filter((time) => time <= 40));
    expect(fitVisitModel(people, { now: 40, weeks: 20, rangeWeeks: 20 })).toEqual(
      fitVisitModel(known, { now: 40, weeks: 20, rangeWeeks: 20 }),
    );
  });

  it('stands on nothing without falling', () => {
    const model = fitWithoutValidation([], { now: 0 });
    expect(model.tier).toBe('beginning');
    expect(distributionsOf(model, [], { now: 0, weeks: 4 }).distributions).toEqual([]);
  });
});

describe('the tempo', () => {
  it('is believed as far as earlier surprises lasted', () => {
    const lasting = [0.2, -0.3, 0.25, -0.2, 0.3].map((before) => ({ before, after: before }));
    const passing = lasting.map(({ before }) => ({ before, after: -before }));
    expect(driftPersistence(lasting)).toBeGreaterThan(0.7);
    expect(driftPersistence(passing)).toBe(0);
    expect(driftPersistence(lasting.slice(0, 3))).toBe(0);
  });

  it('of a shop that does as expected is one, and never wild', () => {
    expect(standardisedResidual(100, 100)).toBe(0);
    expect(tempoOf(0, 1)).toBe(1);
    expect(tempoOf(standardisedResidual(0, 100_000), 1)).toBeGreaterThan(0.6);
    expect(tempoOf(standardisedResidual(100_000, 0), 1)).toBeLessThan(1.6);
  });
});

describe('the churn score', () => {
  const churnParams = fitChurnParams(rfmTableAt(townsfolk('steady', 300, 60), 50));

  it('is never lowered by a longer silence, corrected or not', () => {
    const correction = {
      means: [0.8, 1.8, 0.2, 0.2, 0.9],
      spreads: [0.2, 0.6, 0.8, 0.7, 0.5],
      lifts: [0.3, -0.1, 0.2, -0.1, -0.2],
    };
    const gaps = fc.array(fc.double({ min: 0.15, max: 10, noNaN: true }), {
      minLength: 3,
      maxLength: 20,
    });
    const wait = fc.double({ min: 0.15, max: 30, noNaN: true });
    fc.assert(
      fc.property(gaps, wait, wait, (own, silent, more) => {
        const times = Float64Array.from(
          own.reduce((all, gap) => [...all, (all.at(-1) ?? 0) + gap], [0]),
        );
        const last = times[times.length - 1] ?? 0;
        const [before, after] = [silent, silent + more].map(
          (weeks) => silencesAt([times], { now: last + weeks, churnParams, decayWeeks: 26 })[0],
        );
        if (before === undefined || after === undefined)
          throw new Error('three gaps make a rhythm');
        expect(after.score).toBeGreaterThanOrEqual(before.score - 1e-9);
        expect(calibratedScore(after, correction)).toBeGreaterThanOrEqual(
          calibratedScore(before, correction) - 1e-9,
        );
      }),
    );
  });

  it('is not given before three gaps', () => {
    const now = { now: 9, churnParams, decayWeeks: 26 };
    expect(silencesAt([Float64Array.from([0, 1, 2])], now)).toEqual([]);
    expect(silencesAt([Float64Array.from([0, 1, 2, 3])], now)).toHaveLength(1);
  });

  it('puts the lost before those who are only late, and learns without doing harm', () => {
    const people = townsfolk('slipping', 500, 120);
    const all: ClosedSilence[] = [];
    for (let now = 30; now <= 90; now += 2)
      all.push(
        ...closedSilences(silencesAt(people, { now, churnParams, decayWeeks: 26 }), people, 120),
      );
    const seen = all.filter(({ closed }) => closed <= 60);
    const test = all.filter(({ silence }) => silence.now > 60);
    const gone = test.map((row) => row.gone);
    const untrained = areaUnderCurve(
      test.map(({ silence }) => silence.score),
      gone,
    );
    const correction = fitChurnCalibration(seen);
    expect(untrained).toBeGreaterThan(0.6);
    expect(
      areaUnderCurve(
        test.map(({ silence }) => calibratedScore(silence, correction)),
        gone,
      ),
    ).toBeGreaterThan(untrained - 0.01);
    expect(fitChurnCalibration(seen.slice(0, 400))).toBeNull();
  });

  it('learns from closed windows alone', () => {
    const silences = silencesAt([Float64Array.from([0, 1, 2, 3, 9])], {
      now: 4.5,
      churnParams,
      decayWeeks: 26,
    });
    expect(closedSilences(silences, [Float64Array.from([0, 1, 2, 3, 9])], 7)).toEqual([]);
    expect(closedSilences(silences, [Float64Array.from([0, 1, 2, 3, 9])], 8)).toMatchObject([
      { gone: true, closed: 7.5 },
    ]);
  });
});

describe('a break in the shop', () => {
  const weekly = (until: number) =>
    Array.from({ length: 30 }, () => Float64Array.from({ length: until }, (_, week) => week + 0.5));

  it('is noticed when half of the known people stay away, and not before', () => {
    expect(hasChangePoint(weekly(20), 20)).toBe(false);
    const halved = weekly(20).map((times, person) => (person < 20 ? times.subarray(0, 19) : times));
    expect(hasChangePoint(halved, 20)).toBe(true);
    expect(hasChangePoint(halved.slice(12), 20)).toBe(false);
  });
});

describe('the shop’s clock', () => {
  it('stands still on holidays and counts six open days as a week', () => {
    const isOpen = (day: number) => day % 7 !== 3 && !(day >= 100 && day < 114);
    const clock = clockBetween(0, 200, isOpen);
    expect(clock.perWeek).toBe(6);
    expect(weeksAt(clock, 113)).toBe(weeksAt(clock, 99));
    expect(weeksAt(clock, 14) - weeksAt(clock, 7)).toBeCloseTo(1, 12);
    expect(weeksAt(clock, 207) - weeksAt(clock, 200)).toBeCloseTo(1, 12);
  });

  it('without closed days is the calendar', () => {
    const [times] = visitTimesOn(
      clockBetween(10, 40, () => true),
      [Int32Array.from([10, 17, 38])],
    );
    expect(times).toBeDefined();
    expect(Array.from(times ?? [], (week) => week - (times?.[0] ?? 0))).toEqual([0, 1, 4]);
  });

  it('keeps a holiday from making somebody late', () => {
    const days = [Int32Array.from([0, 7, 14, 21, 42, 49])];
    const closed = clockBetween(0, 60, (day) => day < 22 || day >= 36);
    const gaps = rfmRowOf(visitTimesOn(closed, days)[0] ?? new Float64Array(), weeksAt(closed, 49));
    expect(gaps.logGaps[0]).toBeCloseTo(0, 12);
  });
});

describe('what a visit is worth', () => {
  it('lies between somebody’s own mean and the shop’s, nearer to their own with every visit', () => {
    const spendModel = fitSpend([[10, 10, 10], [30, 30, 30], [20, 22, 18], [5], [45]]);
    if (spendModel === null) throw new Error('amounts are known');
    const once = expectedSpend(spendModel, [40]);
    const often = expectedSpend(spendModel, [40, 40, 40, 40]);
    expect(once).toBeGreaterThan(spendModel.shopMean);
    expect(often).toBeGreaterThan(once);
    expect(often).toBeLessThan(40);
    expect(expectedSpend(spendModel, [])).toBe(spendModel.shopMean);
  });

  it('is unknown where no amount is, and one wedding order is no habit', () => {
    expect(fitSpend([[], []])).toBeNull();
    const people = [...Array.from({ length: 200 }, () => [10, 12]), [10, 5000]];
    const spendModel = fitSpend(people);
    if (spendModel === null) throw new Error('amounts are known');
    expect(expectedSpend(spendModel, [10, 5000])).toBeLessThan(13);
  });
});
