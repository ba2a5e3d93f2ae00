// The engine and four rivals predict the hold-out from what was known at its beginning, person by
// person.
import { fitMixture } from '#engine/forecast/fit-mixture.ts';
import {
  mixtureOf,
  maxRepeatsIn,
  visitDistributionOf,
  type VisitDistribution,
  rangeOf,
} from '#engine/forecast/mixture.ts';
import { undecayedHorizon, probabilityBelow, probabilityOf } from './models/mixture-measures.ts';
import type { VisitTimes, RfmTable } from '#engine/forecast/recency-frequency.ts';
import { countUntil } from '#engine/math/count-until.ts';
import { fitVisitModel, type VisitModel } from '#engine/forecast/visit-model.ts';
import { distributionsOf } from './models/distributions.ts';
import { fitChurnParams, silencesAt } from '#engine/forecast/churn/churn-score.ts';
import { expectedSpend, fitSpend } from '#engine/forecast/spend.ts';
import { logistic } from '#engine/math/log-sum-exp.ts';
import { seededRandom } from '#lib/seeded-random.ts';
import { accuracyOf, mean, type Accuracy } from './accuracy.ts';
import type { VisitLog } from './visit-log.ts';

export interface HoldOut {
  readonly people: number;
  readonly weeks: number;
  readonly actualVisits: number;
  readonly model: VisitModel;
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
  readonly visitTimes: VisitTimes;
  readonly rfm: RfmTable;
  readonly now: number;
  readonly weeks: number;
}

/** Everything about the hold-out after day `until` up to day `holdOutUntil` (day numbers). */
export function holdOutOf(log: VisitLog, until: number, holdOutUntil: number): HoldOut {
  const visitTimes = log.customers.map((customer) => customer.weeks);
  const now = until / 7;
  const weeks = (holdOutUntil - until) / 7;
  const model = fitVisitModel(visitTimes, { now, weeks });
  const { rfm, distributions } = distributionsOf(model, visitTimes, { now, weeks });
  const split = { log, visitTimes, rfm, now, weeks };
  const actual = Array.from(rfm.who, (who) => visitsBetween(visitTimes[who], now, now + weeks));
  const calm = distributionsOf({ ...model, tempo: 1 }, visitTimes, { now, weeks }).distributions;
  return {
    people: rfm.size,
    weeks,
    actualVisits: actual.reduce((sum, visits) => sum + visits, 0),
    model,
    accuracy: {
      engine: accuracyOf(expectations(distributions), actual),
      'engine, tempo off': accuracyOf(expectations(calm), actual),
      'same rate': accuracyOf(sameRate(split), actual),
      'last period again': accuracyOf(lastPeriod(split), actual),
      'silent over 2.5 own gaps': accuracyOf(hiatusRule(split), actual),
      'BG/NBD': accuracyOf(plainBgNbd(split), actual),
    },
    calibration: calibrationOf(distributions, actual),
    rows: rowsOf(split, { distributions, actual, model }),
  };
}

function expectations(distributions: readonly VisitDistribution[]): readonly number[] {
  return distributions.map(({ expected }) => expected);
}

function visitsBetween(times: Float64Array | undefined, from: number, to: number): number {
  return times === undefined ? 0 : countUntil(times, to) - countUntil(times, from);
}

function sameRate({ rfm, weeks }: Split): readonly number[] {
  return Array.from(rfm.age, (age, index) =>
    age > 0 ? ((rfm.repeats[index] ?? 0) / age) * weeks : 0,
  );
}

/** As many repeat visits as in the last stretch of the same length. */
function lastPeriod({ visitTimes, rfm, now, weeks }: Split): readonly number[] {
  return Array.from(rfm.who, (who) => {
    const times = visitTimes[who] ?? new Float64Array();
    return countUntil(times, now) - Math.max(1, countUntil(times, now - weeks));
  });
}

/** Wübben and von Wangenheim 2008: gone when silent for over 2.5 own median gaps. */
function hiatusRule(split: Split): readonly number[] {
  const { visitTimes, rfm, now } = split;
  const rates = sameRate(split);
  return Array.from(rfm.who, (who, index) => {
    const times = visitTimes[who] ?? new Float64Array();
    const visits = countUntil(times, now);
    const gaps = Array.from(times.subarray(1, visits), (time, gap) => time - (times[gap] ?? 0));
    const sorted = gaps.toSorted((a, b) => a - b);
    const median =
      ((sorted[(sorted.length - 1) >> 1] ?? 0) + (sorted[sorted.length >> 1] ?? 0)) / 2;
    const silent = now - (times[visits - 1] ?? now);
    return sorted.length > 0 && silent <= 2.5 * median ? (rates[index] ?? 0) : 0;
  });
}

function plainBgNbd({ rfm, weeks }: Split): readonly number[] {
  const { params } = fitMixture(rfm, { departure: 'BG', ks: [1], prior: 'none', minFirstShare: 0 });
  const mixture = mixtureOf(params, maxRepeatsIn(rfm));
  return Array.from(
    rfm.who,
    (_, index) =>
      visitDistributionOf(mixture, rfm, { index, horizon: undecayedHorizon(rfm, index, weeks) })
        .expected,
  );
}

function calibrationOf(
  distributions: readonly VisitDistribution[],
  actual: readonly number[],
): Calibration {
  const random = seededRandom('calibration');
  const transforms = distributions.map((distribution, index) => {
    const visits = actual[index] ?? 0;
    return probabilityBelow(distribution, visits) + random() * probabilityOf(distribution, visits);
  });
  const covered = distributions.map((distribution, index) => {
    const { low, high } = rangeOf(distribution);
    const visits = actual[index] ?? 0;
    return visits >= low && visits <= high ? 1 : 0;
  });
  return {
    pitWithin: mean(transforms.map((value) => (value >= 0.1 && value <= 0.9 ? 1 : 0))),
    covered: mean(covered),
    tenths: tenthsOf(expectations(distributions), actual),
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
  { log, visitTimes, rfm, now }: Split,
  {
    distributions,
    actual,
    model,
  }: {
    readonly distributions: readonly VisitDistribution[];
    readonly actual: readonly number[];
    readonly model: VisitModel;
  },
): readonly PredictionRow[] {
  const slips = slipsOf(visitTimes, { rfm, now, model });
  const spend = spendOf(log, now);
  return distributions.map((distribution, index) => {
    const who = rfm.who[index] ?? 0;
    const { low, high } = rangeOf(distribution);
    return {
      customer: log.customers[who]?.id ?? '',
      x: rfm.repeats[index] ?? 0,
      t_x: rfm.last[index] ?? 0,
      T: rfm.age[index] ?? 0,
      p_alive: distribution.alive,
      expected: distribution.expected,
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
  visitTimes: VisitTimes,
  { rfm, now, model }: { readonly rfm: RfmTable; readonly now: number; readonly model: VisitModel },
): ReadonlyMap<number, number> {
  const churnParams = fitChurnParams(rfm);
  const silences = silencesAt(visitTimes, { now, churnParams, decayWeeks: model.decayWeeks });
  return new Map(silences.map(({ who, score }) => [who, logistic(score)]));
}

function spendOf(log: VisitLog, now: number): (who: number) => number | null {
  const amounts = log.customers.map(({ visits }) =>
    visits.flatMap(({ day, amount }) => (amount === null || day / 7 > now ? [] : [amount])),
  );
  const spendModel = fitSpend(amounts);
  return (who) => (spendModel === null ? null : expectedSpend(spendModel, amounts[who] ?? []));
}
