// The engine, parts of it, and four rivals predict the hold-out from what was known at its
// beginning, person by person.
import { type VisitDistribution, rangeOf, visitsAt } from '#engine/forecast/mixture.ts';
import { untriedRanges } from '#engine/forecast/range-validation.ts';
import { visitsLately, withSameAgain } from '#engine/forecast/same-again.ts';
import { probabilityBelow, probabilityOf } from './models/mixture-measures.ts';
import type { VisitTimes, RfmTable } from '#engine/forecast/recency-frequency.ts';
import { countUntil } from '#engine/math/count-until.ts';
import { fitVisitModel, type VisitModel } from '#engine/forecast/visit-model.ts';
import { distributionsOf, type Distributions } from './models/distributions.ts';
import { fitChurnParams, minGaps, silencesAt } from '#engine/forecast/churn/churn-score.ts';
import { expectedSpend, fitSpend } from '#engine/forecast/spend.ts';
import { logistic } from '#engine/math/log-sum-exp.ts';
import { seededRandom } from '#lib/seeded-random.ts';
import { accuracyWithErrors, mean, type AccuracyWithErrors } from './accuracy.ts';
import { standardError } from './bootstrap.ts';
import { rivalsOf } from './rivals.ts';
import { clockOn, type VisitLog } from './visit-log.ts';

export interface HoldOut {
  readonly people: number;
  readonly weeks: number;
  readonly actualVisits: number;
  /** Days on which the engine's clock stood still, though the log is open every day. */
  readonly quietDays: number;
  readonly model: VisitModel;
  /** `engine` is the mean of each person's distribution, and `engine, median` its median. */
  readonly accuracy: Readonly<Record<string, AccuracyWithErrors>>;
  readonly calibration: Calibration;
  readonly rows: readonly PredictionRow[];
}

export interface Calibration {
  /** Share of the randomised probability integral transform in .1–.9: .8 is perfect. */
  readonly pitWithin: number;
  /** Of people with three gaps: the share within their range, and within one of 10–90 %. */
  readonly covered: number;
  readonly coveredPlain: number;
  readonly coveredError: number | null;
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
  readonly until: number;
  readonly visitTimes: VisitTimes;
  readonly rfm: RfmTable;
  readonly now: number;
  readonly weeks: number;
}

/** Everything about the hold-out after day `until` up to day `holdOutUntil` (day numbers). */
export function holdOutOf(
  log: VisitLog,
  {
    until,
    holdOutUntil,
    bootstrap,
  }: { readonly until: number; readonly holdOutUntil: number; readonly bootstrap: number },
): HoldOut {
  const { visitTimes, weeksAt, quietDays } = clockOn(log, until);
  const now = weeksAt(until);
  const weeks = (holdOutUntil - until) / 7;
  const model = fitVisitModel(visitTimes, { now, weeks, rangeWeeks: weeks });
  const of = (changes: Partial<VisitModel>) =>
    everybodyBy({ ...model, ...changes }, { visitTimes, now, weeks });
  const { rfm, distributions } = of({});
  const split = { log, until, visitTimes, rfm, now, weeks };
  const actual = Array.from(rfm.who, (who) => visitsBetween(visitTimes[who], now, now + weeks));
  const predictions = {
    engine: expectations(distributions),
    'engine, median': distributions.map((each) => visitsAt(each, 0.5)),
    'engine, tempo off': expectations(of({ tempo: 1 }).distributions),
    'engine, model alone': expectations(of({ tempo: 1, ...untriedRanges }).distributions),
    'engine, every day counts': byEveryDay(log, { until, weeks }),
    ...rivalsOf(split),
  };
  return {
    people: rfm.size,
    weeks,
    actualVisits: actual.reduce((sum, visits) => sum + visits, 0),
    quietDays,
    model,
    accuracy: Object.fromEntries(
      Object.entries(predictions).map(([name, predicted]) => [
        name,
        accuracyWithErrors(predicted, actual, bootstrap),
      ]),
    ),
    calibration: calibrationOf(split, { distributions, actual, model, bootstrap }),
    rows: rowsOf(split, { distributions, actual, model }),
  };
}

/** The same engine on a clock that counts the quiet days too. */
function byEveryDay(
  log: VisitLog,
  { until, weeks }: { readonly until: number; readonly weeks: number },
): readonly number[] {
  const { visitTimes, weeksAt } = clockOn(log, until, 'every day counts');
  const now = weeksAt(until);
  const model = fitVisitModel(visitTimes, { now, weeks, rangeWeeks: weeks });
  return expectations(everybodyBy(model, { visitTimes, now, weeks }).distributions);
}

/** Everybody's distribution, with as much of "as often as lately" as the model says. */
function everybodyBy(
  model: VisitModel,
  { visitTimes, now, weeks }: Pick<Split, 'visitTimes' | 'now' | 'weeks'>,
): Distributions {
  const { rfm, distributions } = distributionsOf(model, visitTimes, { now, weeks });
  return {
    rfm,
    distributions: distributions.map((each, index) => {
      const times = visitTimes[rfm.who[index] ?? 0] ?? new Float64Array();
      const lately = visitsLately(times, { now, weeks });
      return withSameAgain(each, { lately, share: model.sameAgain });
    }),
  };
}

function expectations(distributions: readonly VisitDistribution[]): readonly number[] {
  return distributions.map(({ expected }) => expected);
}

function visitsBetween(times: Float64Array | undefined, from: number, to: number): number {
  return times === undefined ? 0 : countUntil(times, to) - countUntil(times, from);
}

interface Predicted {
  readonly distributions: readonly VisitDistribution[];
  readonly actual: readonly number[];
  readonly model: VisitModel;
}

function calibrationOf(
  { rfm }: Split,
  { distributions, actual, model, bootstrap }: Predicted & { readonly bootstrap: number },
): Calibration {
  const random = seededRandom('calibration');
  const transforms = distributions.map((distribution, index) => {
    const visits = actual[index] ?? 0;
    return probabilityBelow(distribution, visits) + random() * probabilityOf(distribution, visits);
  });
  const withGaps = Array.from(rfm.repeats.keys()).filter(
    (index) => (rfm.repeats[index] ?? 0) >= minGaps,
  );
  const coveredAt = (level: number): readonly number[] =>
    withGaps.map((index) => (isHeld(distributions[index], actual[index] ?? 0, level) ? 1 : 0));
  const covered = coveredAt(model.rangeLevel);
  return {
    pitWithin: mean(transforms.map((value) => (value >= 0.1 && value <= 0.9 ? 1 : 0))),
    covered: mean(covered),
    coveredPlain: mean(coveredAt(untriedRanges.rangeLevel)),
    coveredError: standardError(withGaps, bootstrap, (rows) =>
      mean(rows.map((row) => covered[row] ?? 0)),
    ),
    tenths: tenthsOf(expectations(distributions), actual),
  };
}

function isHeld(
  distribution: VisitDistribution | undefined,
  visits: number,
  level: number,
): boolean {
  if (distribution === undefined) return false;
  const { low, high } = rangeOf(distribution, level);
  return visits >= low && visits <= high;
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
  { log, until, visitTimes, rfm, now }: Split,
  { distributions, actual, model }: Predicted,
): readonly PredictionRow[] {
  const slips = slipsOf(visitTimes, { rfm, now, model });
  const spend = spendOf(log, until);
  return distributions.map((distribution, index) => {
    const who = rfm.who[index] ?? 0;
    const { low, high } = rangeOf(distribution, model.rangeLevel);
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

function spendOf(log: VisitLog, until: number): (who: number) => number | null {
  const amounts = log.customers.map(({ visits }) =>
    visits.flatMap(({ day, amount }) => (amount === null || day > until ? [] : [amount])),
  );
  const spendModel = fitSpend(amounts);
  return (who) => (spendModel === null ? null : expectedSpend(spendModel, amounts[who] ?? []));
}
