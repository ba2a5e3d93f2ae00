// What the whole shop says about one customer's position in it: the cohort that few visits are
// drawn towards. Computed for one day and thrown away; the order of histories does not matter.

import { withClosures, type Calendar } from '#domain/shop/calendar.ts';
import type { CustomerId } from '#domain/customers/customer.ts';
import type { History } from '#domain/visits/history.ts';
import type { SegmentRules } from '#domain/week/segment.ts';
import { dayNumber, type Day } from '#lib/day.ts';
import { medianOf, sumOf } from '#lib/statistics.ts';
import type { FittedModel } from '#engine/forecast/fitted-model.ts';
import { featureMemory, type FeatureMemory } from './feature-memory.ts';
import { weekdayCountsOf } from './habits.ts';
import type { Features } from './features.ts';
import type { SpendModel } from '#engine/forecast/spend.ts';
import {
  spendShrinkageOf,
  yearlySpendOf,
  type SpendFacts,
  type SpendParams,
} from '#engine/amounts/yearly-spend.ts';
import { businessClockOf, type BusinessClock } from './business-clock.ts';
import { logStartOf } from './log-reach.ts';
import { createForecaster, type Forecaster } from '#engine/forecast/forecast.ts';
import { referralsOf, type Referrals } from './referrals.ts';
import { eachYearAmount, shopAmountsOf } from '#engine/amounts/shop-amounts.ts';

/** Somebody's rank by shrunk yearly spend, from 1, among all with noted amounts. */
export interface SpendRank {
  readonly rank: number;
  readonly of: number;
  readonly yearlySpend: number;
}

/** Somebody's shrunk yearly spend in minor units. */
export interface Spender {
  readonly customerId: CustomerId;
  readonly yearlySpend: number;
}

export interface Cohort {
  readonly clock: BusinessClock;
  /** The day number from which the log is kept (log-reach.ts); null in a log just begun. */
  readonly logSince: number | null;
  readonly features: ReadonlyMap<CustomerId, Features>;
  /** Median of the customers' median gaps in open days; 10 before anybody has three gaps. */
  readonly medianGapDays: number;
  /** Only those in the top share that the segment rules call big. */
  readonly bigSpenders: ReadonlyMap<CustomerId, SpendRank>;
  /** Everybody with a noted amount in 52 weeks. */
  readonly spenders: readonly Spender[];
  /** Everybody's visit days by weekday, Monday first; counted when first asked. */
  readonly weekdayVisits: () => readonly number[];
  readonly referrals: Referrals;
  /** Null before the shop has a fitted model. */
  readonly forecaster: Forecaster | null;
  /** How much of a rise lasts here (rise-left.ts); null before the shop has learned it. */
  readonly riseLeft: number | null;
  /** What a visit here brings, as far as amounts are noted and a model is fitted. */
  readonly spendModel: SpendModel | null;
}

/** What a cohort is computed from. */
export interface CohortSource {
  readonly histories: readonly History[];
  readonly calendar: Calendar;
  readonly rules: SegmentRules;
  readonly today: Day;
  readonly fittedModel?: FittedModel | undefined;
  /** What was computed of the same people before; nothing changes but the time it takes. */
  readonly memory?: FeatureMemory | undefined;
}

const defaultGapDays = 10;
const minGaps = 3;

/** The shop on `today`. */
export function cohortOf(source: CohortSource): Cohort {
  const { histories, rules, today, fittedModel } = source;
  const calendar = withClosures(source.calendar, fittedModel?.quietDays);
  const clock = businessClockOf({ histories, calendar, today });
  const features = new Map<CustomerId, Features>();
  const featuresBy = (source.memory ?? featureMemory()).at(clock);
  for (const history of histories) features.set(history.customerId, featuresBy(history));
  const spenders = spendersOf(histories, features, today);
  let weekdayVisits: readonly number[] | null = null;
  return {
    clock,
    logSince: logStartOf(histories),
    features,
    medianGapDays: medianGapOf(features),
    bigSpenders: bigSpendersOf(spenders, rules),
    spenders,
    weekdayVisits: () => (weekdayVisits ??= weekdayVisitsOf(features)),
    referrals: referralsOf(histories, features),
    forecaster:
      fittedModel === undefined ? null : createForecaster(fittedModel, { calendar, today }),
    riseLeft: fittedModel?.riseLeft ?? null,
    spendModel: fittedModel?.spendModel ?? null,
  };
}

function weekdayVisitsOf(features: ReadonlyMap<CustomerId, Features>): readonly number[] {
  const all = [0, 0, 0, 0, 0, 0, 0];
  for (const { days } of features.values()) {
    for (const [index, count] of weekdayCountsOf(days).entries())
      all[index] = (all[index] ?? 0) + count;
  }
  return all;
}

function medianGapOf(features: ReadonlyMap<CustomerId, Features>): number {
  const gaps: number[] = [];
  for (const { interval } of features.values()) {
    if (interval !== null && interval.gaps >= minGaps) gaps.push(interval.medianOpenDays);
  }
  return Math.max(1, medianOf(gaps) ?? defaultGapDays);
}

function bigSpendersOf(
  spenders: readonly Spender[],
  rules: SegmentRules,
): ReadonlyMap<CustomerId, SpendRank> {
  const sorted = spenders.toSorted((a, b) => b.yearlySpend - a.yearlySpend);
  const lowest = lowestBig(sorted, rules.bigSpenderTopShare);
  const big = new Map<CustomerId, SpendRank>();
  let rank = 1;
  for (const [index, { customerId, yearlySpend }] of sorted.entries()) {
    if (lowest === undefined || yearlySpend < lowest) break;
    // Equal spenders share a rank.
    if (yearlySpend !== sorted[index - 1]?.yearlySpend) rank = index + 1;
    big.set(customerId, { rank, of: sorted.length, yearlySpend });
  }
  return big;
}

/**
 * The least spend that is big. Equal spenders are big together or not at all: where they would be
 * more than the share, only those above them are.
 */
function lowestBig(sorted: readonly Spender[], share: number): number | undefined {
  const places = Math.ceil(sorted.length * share);
  const last = sorted[places - 1]?.yearlySpend;
  if (last === undefined || sorted[places]?.yearlySpend !== last) return last;
  return sorted.findLast(({ yearlySpend }) => yearlySpend > last)?.yearlySpend;
}

function spendersOf(
  histories: readonly History[],
  features: ReadonlyMap<CustomerId, Features>,
  today: Day,
): readonly Spender[] {
  const amounts = shopAmountsOf(histories, today);
  if (amounts === null) return [];
  const people = histories.map((history) =>
    spendFactsOf(history, features, { today: dayNumber(today), cap: amounts.p99 }),
  );
  const noted = people.filter((person) => person.amounts > 0);
  const params = spendParamsOf(noted);
  return noted.map((person) => ({
    customerId: person.customerId,
    yearlySpend: yearlySpendOf(person, params),
  }));
}

interface PersonSpend extends SpendFacts {
  readonly customerId: CustomerId;
  readonly squares: number;
}

function spendFactsOf(
  history: History,
  features: ReadonlyMap<CustomerId, Features>,
  { today, cap }: { readonly today: number; readonly cap: number },
): PersonSpend {
  let amounts = 0;
  let cappedSum = 0;
  let squares = 0;
  eachYearAmount(history, today, (amount) => {
    const capped = Math.min(amount, cap);
    amounts += 1;
    cappedSum += capped;
    squares += capped * capped;
  });
  const visits = Math.max(amounts, features.get(history.customerId)?.year.visitDays ?? 0);
  return { customerId: history.customerId, visits, amounts, cappedSum, squares };
}

// Sums in the order of the numbers, not of the histories: floating-point sums must not depend on
// who was read first.
function spendParamsOf(people: readonly PersonSpend[]): SpendParams {
  const sorted = people.toSorted(
    (a, b) => a.cappedSum - b.cappedSum || a.amounts - b.amounts || a.squares - b.squares,
  );
  const repeated = sorted.filter((person) => person.amounts > 1);
  const amounts = sumOf(sorted.map((person) => person.amounts));
  const sum = sumOf(sorted.map((person) => person.cappedSum));
  const middle = sumOf(repeated.map(meanOf)) / Math.max(1, repeated.length);
  return {
    shopMean: amounts === 0 ? 0 : sum / amounts,
    shrink: spendShrinkageOf({
      people: repeated.length,
      amounts: sumOf(repeated.map((person) => person.amounts)),
      withinSquares: sumOf(
        repeated.map((person) => person.squares - person.cappedSum * meanOf(person)),
      ),
      betweenSquares: sumOf(repeated.map((person) => (meanOf(person) - middle) ** 2)),
    }),
  };
}

function meanOf(person: PersonSpend): number {
  return person.cappedSum / Math.max(1, person.amounts);
}
