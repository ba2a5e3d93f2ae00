// Stands on many days of the log in turn and asks who will come in the next seven days and who is
// slipping. Each day knows only what lay before it: what is learned comes from weeks and silences
// that had closed by then.
import { distributionsOf, fitWithoutValidation } from './models/distributions.ts';
import type { MixtureParams } from '#engine/forecast/mixture.ts';
import { rfmTableAt } from '#engine/forecast/recency-frequency.ts';
import { countUntil } from '#engine/math/count-until.ts';
import { logistic } from '#engine/math/log-sum-exp.ts';
import { fitChurnParams, silencesAt, type Silence } from '#engine/forecast/churn/churn-score.ts';
import {
  closedSilences,
  calibratedScore,
  fitChurnCalibration,
} from '#engine/forecast/churn/churn-calibration.ts';
import { fitChurnScale, scaledProbability, unscaled } from '#engine/forecast/churn/churn-scale.ts';
import { nextWeekChance } from '#engine/forecast/next-week/next-week-model.ts';
import { trainNextWeek } from '#engine/forecast/next-week/next-week-training.ts';
import { weekFeaturesOf } from '#engine/forecast/next-week/week-features.ts';
import { defaultDecayWeeks } from '#engine/forecast/exponential-decay.ts';
import { highest, mean } from './accuracy.ts';
import { saidChancesOf, type SaidChance, type SaidChances } from './said-chances.ts';
import { clockOn, type LogClock, type VisitLog } from './visit-log.ts';

/** Day numbers: the first and the last day to stand on, and draws of customers for errors. */
export interface Origins {
  readonly first: number;
  readonly last: number;
  readonly bootstrap: number;
}

export interface NextWeek {
  readonly origins: number;
  /** On how many days the shop's own weeks replaced or met the mixture. */
  readonly learned: number;
  readonly models: Readonly<Record<string, NextWeekFigures>>;
}

export interface NextWeekFigures extends SaidChances {
  /** Mean share of the twenty likeliest people who came. */
  readonly precision20: number;
}

export interface Slipping {
  /** Late people (1–4 own median gaps, at least three gaps) on the later half of the days. */
  readonly silences: number;
  readonly people: number;
  /** On how many days the shop's own past corrected the score, and its scale. */
  readonly corrected: number;
  readonly scaled: number;
  readonly models: Readonly<Record<string, SaidChances>>;
}

/** From a quarter of the log on, to its last whole week. */
export function usualOrigins({ firstDay, lastDay }: VisitLog): Omit<Origins, 'bootstrap'> {
  return { first: firstDay + Math.floor((lastDay - firstDay) / 4), last: lastDay - 7 };
}

type Said = Readonly<Record<string, readonly number[]>>;

/** Everybody on one day: what each model said, and who came. */
interface WeekSaid {
  readonly who: readonly number[];
  readonly said: Said;
  readonly came: readonly boolean[];
  readonly isLearned: boolean;
}

/** Who comes in the next seven days, every 14 days. */
export function nextWeekOf(log: VisitLog, { first, last, bootstrap }: Origins): NextWeek {
  const weeks: WeekSaid[] = [];
  for (let day = first; day <= last; day += 14) {
    const clock = clockOn(log, day);
    const week = weekSaid(clock, day);
    const everyDay =
      clock.quietDays === 0 ? week : weekSaid(clockOn(log, day, 'every day counts'), day);
    const counting = everyDay.said['engine'] ?? [];
    weeks.push({ ...week, said: { ...week.said, 'engine, every day counts': counting } });
  }
  const names = Object.keys(weeks[0]?.said ?? {});
  return {
    origins: weeks.length,
    learned: weeks.filter(({ isLearned }) => isLearned).length,
    models: Object.fromEntries(names.map((name) => [name, weekFigures(weeks, name, bootstrap)])),
  };
}

function weekSaid({ visitTimes, weeksAt }: LogClock, day: number): WeekSaid {
  const now = weeksAt(day);
  const model = fitWithoutValidation(visitTimes, { now });
  const { rfm, distributions } = distributionsOf(model, visitTimes, { now, weeks: 1 });
  const nextWeek = trainNextWeek(visitTimes, { ...model, now });
  const alone = distributions.map(({ more }) => more[0] ?? 0);
  const who = Array.from(rfm.who);
  const timesOf = (index: number): Float64Array => visitTimes[who[index] ?? 0] ?? noTimes;
  return {
    who,
    said: {
      engine:
        nextWeek === null
          ? alone
          : alone.map((chance, index) =>
              nextWeekChance(weekFeaturesOf(timesOf(index), { now, chance }), nextWeek),
            ),
      'engine, mixture alone': alone,
      'visits of 13 weeks': who.map((_, index) => rateChance(timesOf(index), now)),
    },
    came: who.map((_, index) => cameBetween(timesOf(index), now, now + 1)),
    isLearned: nextWeek !== null,
  };
}

const noTimes = new Float64Array();

function weekFigures(weeks: readonly WeekSaid[], name: string, bootstrap: number): NextWeekFigures {
  const chances = weeks.flatMap(({ who, said, came }) =>
    who.map((person, index) => ({
      who: person,
      said: said[name]?.[index] ?? 0,
      cameTrue: came[index] === true,
    })),
  );
  const precisions = weeks.map(({ said, came }) =>
    mean(highest(said[name] ?? [], 20).map((index) => (came[index] === true ? 1 : 0))),
  );
  return { ...saidChancesOf(chances, bootstrap), precision20: mean(precisions) };
}

/** A rival without a model: the chance at the rate of the last quarter. */
function rateChance(times: Float64Array, now: number): number {
  return 1 - Math.exp(-(countUntil(times, now) - countUntil(times, now - 13) + 0.1) / 13);
}

/** Who of the late ones does not come back within three own gaps, every week. */
export function slippingOf(log: VisitLog, { first, last, bootstrap }: Origins): Slipping {
  const { visitTimes, weeksAt } = clockOn(log, log.lastDay);
  const days: number[] = [];
  for (let day = first; day <= last; day += 7) days.push(day);
  const later = days[Math.floor(days.length / 2)] ?? last;
  const known: Silence[] = [];
  const found: SilenceSaid[] = [];
  const learned = { corrected: 0, scaled: 0 };
  let churnParams: MixtureParams | undefined;
  for (const day of days) {
    const now = weeksAt(day);
    churnParams = fitChurnParams(rfmTableAt(visitTimes, now), churnParams);
    const silences = silencesAt(visitTimes, { now, churnParams, decayWeeks: defaultDecayWeeks });
    known.push(...silences);
    if (day < later) continue;
    const closed = closedSilences(known, visitTimes, now);
    const correction = fitChurnCalibration(closed);
    const scale = fitChurnScale(closed, correction);
    learned.corrected += correction === null ? 0 : 1;
    learned.scaled += scale === unscaled ? 0 : 1;
    for (const { silence, gone } of closedSilences(silences, visitTimes, weeksAt(log.lastDay))) {
      const score = calibratedScore(silence, correction);
      found.push({
        who: silence.who,
        gone,
        said: {
          engine: scaledProbability(score, scale),
          'engine, unscaled': logistic(score),
          'engine, untrained': logistic(silence.score),
          'silence in own gaps': hiatusChance(silence),
        },
      });
    }
  }
  return {
    silences: found.length,
    people: new Set(found.map(({ who }) => who)).size,
    ...learned,
    models: Object.fromEntries(
      Object.keys(found[0]?.said ?? {}).map((name) => [
        name,
        saidChancesOf(found.map(saidBy(name)), bootstrap),
      ]),
    ),
  };
}

interface SilenceSaid {
  readonly who: number;
  readonly gone: boolean;
  readonly said: Readonly<Record<string, number>>;
}

function saidBy(name: string): (silence: SilenceSaid) => SaidChance {
  return ({ who, gone, said }) => ({ who, said: said[name] ?? 0, cameTrue: gone });
}

/** A rival without a model: even odds at 2.5 own gaps of silence. */
function hiatusChance({ latenessRatio }: Silence): number {
  return latenessRatio / (latenessRatio + 2.5);
}

function cameBetween(times: Float64Array, from: number, to: number): boolean {
  return countUntil(times, to) > countUntil(times, from);
}
