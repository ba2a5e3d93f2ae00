// Stands on many days of the log in turn and asks who will come in the next seven days and who is
// slipping. Each day knows only what lay before it; the churn score learns only from windows that
// had closed by then.
import { distributionsOf, fitWithoutValidation } from './models/distributions.ts';
import type { MixtureParams } from '#engine/forecast/mixture.ts';
import { rfmTableAt, type VisitTimes } from '#engine/forecast/recency-frequency.ts';
import { countUntil } from '#engine/math/count-until.ts';
import { fitChurnParams, silencesAt, type Silence } from '#engine/forecast/churn/churn-score.ts';
import {
  closedSilences,
  calibratedScore,
  fitChurnCalibration,
} from '#engine/forecast/churn/churn-calibration.ts';
import { defaultDecayWeeks } from '#engine/forecast/exponential-decay.ts';
import { areaUnderCurve } from '#engine/math/area-under-curve.ts';
import { highest, mean } from './accuracy.ts';
import type { VisitLog } from './visit-log.ts';

/** Day numbers: the first and the last day to stand on. */
export interface Origins {
  readonly first: number;
  readonly last: number;
}

export interface NextWeek {
  readonly origins: number;
  /** Over all people and days together, ties counting half. */
  readonly auc: number;
  /** Mean share of the twenty likeliest people who came. */
  readonly precision20: number;
}

export interface Slipping {
  /** Late people (1–4 own median gaps, at least three gaps) on the later half of the days. */
  readonly silences: number;
  readonly people: number;
  readonly untrained: number;
  readonly trained: number;
  /** On how many days the shop's own past corrected the score. */
  readonly corrected: number;
}

/** From a quarter of the log on, to its last whole week. */
export function usualOrigins({ firstDay, lastDay }: VisitLog): Origins {
  return { first: firstDay + Math.floor((lastDay - firstDay) / 4), last: lastDay - 7 };
}

/** Who comes in the next seven days, every 14 days. */
export function nextWeekOf({ customers }: VisitLog, { first, last }: Origins): NextWeek {
  const visitTimes = customers.map(({ weeks }) => weeks);
  const scores: number[] = [];
  const labels: boolean[] = [];
  const precisions: number[] = [];
  let start: MixtureParams | undefined;
  for (let day = first; day <= last; day += 14) {
    const now = day / 7;
    const model = fitWithoutValidation(visitTimes, {
      now,
      ...(start === undefined ? {} : { start }),
    });
    start = model.params;
    const { rfm, distributions } = distributionsOf(model, visitTimes, { now, weeks: 1 });
    const chances = distributions.map(({ more }) => more[0] ?? 0);
    const came = Array.from(rfm.who, (who) => cameBetween(visitTimes[who], now, now + 1));
    scores.push(...chances);
    labels.push(...came);
    precisions.push(mean(highest(chances, 20).map((index) => (came[index] === true ? 1 : 0))));
  }
  return {
    origins: precisions.length,
    auc: areaUnderCurve(scores, labels),
    precision20: mean(precisions),
  };
}

/** Who of the late ones does not come back within three own gaps, every week. */
export function slippingOf(log: VisitLog, { first, last }: Origins): Slipping {
  const visitTimes = log.customers.map(({ weeks }) => weeks);
  const days: number[] = [];
  for (let day = first; day <= last; day += 7) days.push(day);
  const later = days[Math.floor(days.length / 2)] ?? last;
  const known: Silence[] = [];
  const found: { score: number; corrected: number; gone: boolean; who: number }[] = [];
  let churnParams: MixtureParams | undefined;
  let corrections = 0;
  for (const day of days) {
    const now = day / 7;
    churnParams = fitChurnParams(rfmTableAt(visitTimes, now), churnParams);
    const silences = silencesAt(visitTimes, { now, churnParams, decayWeeks: defaultDecayWeeks });
    known.push(...silences);
    if (day < later) continue;
    const correction = fitChurnCalibration(closedSilences(known, visitTimes, now));
    if (correction !== null) corrections += 1;
    for (const { silence, gone } of closedSilences(silences, visitTimes, log.lastDay / 7))
      found.push({
        score: silence.score,
        corrected: calibratedScore(silence, correction),
        gone,
        who: silence.who,
      });
  }
  const gone = found.map((row) => row.gone);
  return {
    silences: found.length,
    people: new Set(found.map(({ who }) => who)).size,
    untrained: areaUnderCurve(
      found.map(({ score }) => score),
      gone,
    ),
    trained: areaUnderCurve(
      found.map(({ corrected }) => corrected),
      gone,
    ),
    corrected: corrections,
  };
}

function cameBetween(times: VisitTimes[number] | undefined, from: number, to: number): boolean {
  return times !== undefined && countUntil(times, to) > countUntil(times, from);
}
