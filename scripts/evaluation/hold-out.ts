// The engine and four rivals predict the hold-out from what was known at its beginning, person by person.
import { fitMixture } from '../../src/engine/forecast/fit-mixture.ts';
import {
  mixtureOf,
  mostRepeatsIn,
  outlookOf,
  wholePast,
  type Outlook,
} from '../../src/engine/forecast/mixture.ts';
import { chanceBelow, chanceOf, rangeOf } from '../../src/engine/forecast/forecast-range.ts';
import {
  countUntil,
  type Comings,
  type Pasts,
} from '../../src/engine/forecast/recency-frequency.ts';
import { fitShop, outlooksOf, type ShopModel } from '../../src/engine/forecast/visit-model.ts';
import { fitSteady, silencesAt } from '../../src/engine/forecast/churn/churn-score.ts';
import { expectedSpend, spendBelief } from '../../src/engine/forecast/spend.ts';
import { logistic } from '../../src/engine/math/log-sum-exp.ts';
import { randomFrom } from '../../src/lib/seeded-random.ts';
import { accuracyOf, mean, type Accuracy } from './accuracy.ts';
import type { VisitLog } from './visit-log.ts';

export interface HoldOut {
  readonly people: number;
  readonly weeks: number;
  readonly actualVisits: number;
  readonly model: ShopModel;
  readonly accuracy: Readonly<Record<string, Accuracy>>;
  readonly calibration: Calibration;
  readonly rows: readonly PredictionRow[];
}

export interface Calibration {
  /** Share of the randomised probability integral transform in .1–.9: .8 is perfect. */
  readonly pitWithin: number;
  /** Share of people whose visits lay in the 10–90 % range: over-covers by nature. */
  readonly covered: number;
  /** By tenth of the expectation, from low to high: mean expected and mean seen. */
  readonly tenths: readonly { readonly expected: number; readonly actual: number }[];
}

/** One line of the predictions file. */
export interface PredictionRow {
  readonly customer: string;
  readonly x: number;
  readonly t_x: number;
  readonly T: number;
  readonly p_alive: number;
  readonly expected: number;
  readonly expected_low: number;
  readonly expected_high: number;
  readonly p_slip: number | null;
  readonly spend: number | null;
  readonly actual: number;
}

interface Split {
  readonly log: VisitLog;
  readonly comings: Comings;
  readonly pasts: Pasts;
  readonly now: number;
  readonly weeks: number;
}

/** Everything about the hold-out after day `until` up to day `holdOutUntil` (day numbers). */
export function holdOutOf(log: VisitLog, until: number, holdOutUntil: number): HoldOut {
  const comings = log.customers.map((customer) => customer.weeks);
  const now = until / 7;
  const weeks = (holdOutUntil - until) / 7;
  const model = fitShop(comings, { now, weeks });
  const { pasts, outlooks } = outlooksOf(model, comings, { now, weeks });
  const split = { log, comings, pasts, now, weeks };
  const actual = Array.from(pasts.who, (who) => visitsBetween(comings[who], now, now + weeks));
  const calm = outlooksOf({ ...model, tempo: 1 }, comings, { now, weeks }).outlooks;
  return {
    people: pasts.size,
    weeks,
    actualVisits: actual.reduce((sum, visits) => sum + visits, 0),
    model,
    accuracy: {
      engine: accuracyOf(expectations(outlooks), actual),
      'engine, tempo off': accuracyOf(expectations(calm), actual),
      'same rate': accuracyOf(sameRate(split), actual),
      'last period again': accuracyOf(lastPeriod(split), actual),
      'silent over 2.5 own gaps': accuracyOf(hiatusRule(split), actual),
      'BG/NBD': accuracyOf(plainBgNbd(split), actual),
    },
    calibration: calibrationOf(outlooks, actual),
    rows: rowsOf(split, { outlooks, actual, model }),
  };
}

function expectations(outlooks: readonly Outlook[]): readonly number[] {
  return outlooks.map(({ expected }) => expected);
}

function visitsBetween(times: Float64Array | undefined, from: number, to: number): number {
  return times === undefined ? 0 : countUntil(times, to) - countUntil(times, from);
}

function sameRate({ pasts, weeks }: Split): readonly number[] {
  return Array.from(pasts.age, (age, index) =>
    age > 0 ? ((pasts.repeats[index] ?? 0) / age) * weeks : 0,
  );
}

/** As many repeat visits as in the last stretch of the same length. */
function lastPeriod({ comings, pasts, now, weeks }: Split): readonly number[] {
  return Array.from(pasts.who, (who) => {
    const times = comings[who] ?? new Float64Array();
    return countUntil(times, now) - Math.max(1, countUntil(times, now - weeks));
  });
}

/** Wübben and von Wangenheim 2008 in a shop's words: gone when silent for over 2.5 own median gaps, else the same rate. */
function hiatusRule(split: Split): readonly number[] {
  const { comings, pasts, now } = split;
  const rates = sameRate(split);
  return Array.from(pasts.who, (who, index) => {
    const times = comings[who] ?? new Float64Array();
    const visits = countUntil(times, now);
    const gaps = Array.from(times.subarray(1, visits), (time, gap) => time - (times[gap] ?? 0));
    const sorted = gaps.toSorted((a, b) => a - b);
    const median =
      ((sorted[(sorted.length - 1) >> 1] ?? 0) + (sorted[sorted.length >> 1] ?? 0)) / 2;
    const silent = now - (times[visits - 1] ?? now);
    return sorted.length > 0 && silent <= 2.5 * median ? (rates[index] ?? 0) : 0;
  });
}

function plainBgNbd({ pasts, weeks }: Split): readonly number[] {
  const { params } = fitMixture(pasts, { departure: 'BG', ks: [1], prior: 'none', leastFirst: 0 });
  const mixture = mixtureOf(params, mostRepeatsIn(pasts));
  return Array.from(
    pasts.who,
    (_, index) =>
      outlookOf(mixture, pasts, { index, ahead: wholePast(pasts, index, weeks) }).expected,
  );
}

function calibrationOf(outlooks: readonly Outlook[], actual: readonly number[]): Calibration {
  const random = randomFrom('calibration');
  const transforms = outlooks.map((outlook, index) => {
    const visits = actual[index] ?? 0;
    return chanceBelow(outlook, visits) + random() * chanceOf(outlook, visits);
  });
  const covered = outlooks.map((outlook, index) => {
    const { low, high } = rangeOf(outlook);
    const visits = actual[index] ?? 0;
    return visits >= low && visits <= high ? 1 : 0;
  });
  return {
    pitWithin: mean(transforms.map((value) => (value >= 0.1 && value <= 0.9 ? 1 : 0))),
    covered: mean(covered),
    tenths: tenthsOf(expectations(outlooks), actual),
  };
}

function tenthsOf(expected: readonly number[], actual: readonly number[]): Calibration['tenths'] {
  const order = expected
    .map((_, index) => index)
    .toSorted((a, b) => (expected[a] ?? 0) - (expected[b] ?? 0));
  return Array.from({ length: 10 }, (_, tenth) => {
    const part = order.slice(
      Math.floor((tenth * order.length) / 10),
      Math.floor(((tenth + 1) * order.length) / 10),
    );
    return {
      expected: mean(part.map((index) => expected[index] ?? 0)),
      actual: mean(part.map((index) => actual[index] ?? 0)),
    };
  });
}

function rowsOf(
  { log, comings, pasts, now }: Split,
  {
    outlooks,
    actual,
    model,
  }: {
    readonly outlooks: readonly Outlook[];
    readonly actual: readonly number[];
    readonly model: ShopModel;
  },
): readonly PredictionRow[] {
  const slips = slipsOf(comings, { pasts, now, model });
  const spend = spendOf(log, now);
  return outlooks.map((outlook, index) => {
    const who = pasts.who[index] ?? 0;
    const { low, high } = rangeOf(outlook);
    return {
      customer: log.customers[who]?.id ?? '',
      x: pasts.repeats[index] ?? 0,
      t_x: pasts.last[index] ?? 0,
      T: pasts.age[index] ?? 0,
      p_alive: outlook.alive,
      expected: outlook.expected,
      expected_low: low,
      expected_high: high,
      p_slip: slips.get(who) ?? null,
      spend: spend(who),
      actual: actual[index] ?? 0,
    };
  });
}

/** The slipping score as a probability, for everybody with a rhythm of their own. */
function slipsOf(
  comings: Comings,
  { pasts, now, model }: { readonly pasts: Pasts; readonly now: number; readonly model: ShopModel },
): ReadonlyMap<number, number> {
  const steady = fitSteady(pasts);
  const silences = silencesAt(comings, { now, steady, fadeWeeks: model.fadeWeeks });
  return new Map(silences.map(({ who, score }) => [who, logistic(score)]));
}

function spendOf(log: VisitLog, now: number): (who: number) => number | null {
  const amounts = log.customers.map(({ visits }) =>
    visits.flatMap(({ day, amount }) => (amount === null || day / 7 > now ? [] : [amount])),
  );
  const belief = spendBelief(amounts);
  return (who) => (belief === null ? null : expectedSpend(belief, amounts[who] ?? []));
}
