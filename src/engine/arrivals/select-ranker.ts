// Selects from a shop's own log how its tiles are best ordered: fits the correction on past visits,
// then replays the latest weeks with each ranking and takes the one that would have shown the most
// visitors. Runs in the worker once a day; the Counter never loads it. The work is bounded however
// large the shop: some hundred visits, and a short list of people at each.

import { sumOf } from '#lib/statistics.ts';
import { topK } from '#engine/math/top-k.ts';
import { simpleRankings, type Ranker, type RankingName, type SimpleRanking } from './ranker.ts';
import type { ArrivalTimes } from './visit-times.ts';
import { featureCount, writeFeatures } from './features.ts';
import { DailyVisitHours } from './daily-visit-hours.ts';
import { correctionOf, maxReordered, type ScoreCorrection } from './correction.ts';
import { simpleScore } from './ranking-scores.ts';
import { replayDays, type PastVisit } from './replay.ts';
import {
  minChoices,
  fitConditionalLogit,
  maxChoices,
  type VisitChoice,
} from './conditional-logit.ts';
import { trainingSampleOf } from './training-sample.ts';
import { baselineScores, type RankingContext, type ArrivalState } from './state.ts';

/** Rankings are tried on the latest 400 visits (standard error .025), on none below 30. */
const maxTried = 400;
const minTried = 30;
/**
 * The likeliest are looked for among so many people, by frequency, weekday and being due: the hour
 * moves nobody further than that.
 */
const shortList = 1000;
/**
 * Credit by degrees around the twelfth tile, from all at rank 8 to none at 16: the same mean as a
 * hit on twelve tiles, with less noise.
 */
const [fullCreditRank, noCreditRank] = [8, 16];
const tiles = 12;
/** One-sided 99 %: asked daily, 95 % would be wrong every twentieth day. */
const zScore99 = 2.33;
/** Past baselines change slowly and cost a pass over all visits: one in four weeks. */
const baselineDays = 28;

/** A past visit as the rankings would have shown it. Ranks begin at 0. */
interface TriedVisit {
  /** Empty when somebody came whom no ranking would have shown. */
  readonly choice: readonly VisitChoice[];
  readonly ranks: Readonly<Record<Exclude<RankingName, 'learned'>, number>>;
}

/** The ranker that the visits of `everybody` up to the day number `day` select. */
export function selectRanker(everybody: readonly ArrivalTimes[], day: number): Ranker {
  const sample = trainingSampleOf(everybody, day, { earlier: maxChoices, recent: maxTried });
  const orderOf = formulaOrders();
  const earlier: VisitChoice[] = [];
  replayDays(everybody, sample.earlier, {
    baselineDays,
    onVisit: (visit) => earlier.push(...choiceAmong(visit, orderOf(visit))),
  });
  const tried: TriedVisit[] = [];
  const simpleRanks = ranksBySimpleLists();
  replayDays(everybody, sample.recent, {
    baselineDays,
    onVisit: (visit) => tried.push(triedAt(visit, orderOf(visit), simpleRanks)),
  });
  const recent = tried.flatMap(({ choice }) => choice);
  const correction =
    earlier.length + recent.length < minChoices ? null : fitConditionalLogit(earlier);
  const hitShares = hitSharesOf(tried, correction);
  const ranking = bestRanking(hitShares, {
    tried: tried.length,
    isCorrected: correction !== null && isSignificantlyBetter(tried, correction),
  });
  return {
    ranking,
    correction:
      correction !== null && ranking === 'learned'
        ? fitConditionalLogit([...earlier, ...recent], correction)
        : null,
    tried: tried.length,
    hitShares,
  };
}

interface TrialOutcome {
  readonly tried: number;
  readonly isCorrected: boolean;
}

/** The formula, corrected where that surely helps, unless a simple ranking shows more visitors. */
function bestRanking(
  hitShares: Ranker['hitShares'],
  { tried, isCorrected }: TrialOutcome,
): RankingName {
  if (tried < minTried) return 'formula';
  const scored = isCorrected && hitShares.learned >= hitShares.formula ? 'learned' : 'formula';
  const simple = (['frecency', 'most-frequent', 'most-recent'] as const).reduce((best, ranking) =>
    hitShares[ranking] > hitShares[best] ? ranking : best,
  );
  return hitShares[simple] > hitShares[scored] ? simple : scored;
}

/** Whether the correction ranked those who came higher than the formula did, beyond chance. */
function isSignificantlyBetter(tried: readonly TriedVisit[], correction: ScoreCorrection): boolean {
  const gains = tried.map(
    (visit) =>
      reciprocalRank(rankIn(visit, 'learned', correction)) -
      reciprocalRank(rankIn(visit, 'formula', correction)),
  );
  const mean = sumOf(gains) / gains.length;
  const variance = sumOf(gains.map((gain) => (gain - mean) ** 2)) / gains.length;
  return mean > zScore99 * Math.sqrt(variance / gains.length);
}

/** The value of a rank. Likelihoods would praise a correction that changes no order. */
function reciprocalRank(rank: number): number {
  return 1 / (tiles + rank);
}

function hitSharesOf(
  tried: readonly TriedVisit[],
  correction: ScoreCorrection | null,
): Ranker['hitShares'] {
  const shareOf = (ranking: RankingName): number =>
    sumOf(tried.map((visit) => tileShare(rankIn(visit, ranking, correction)))) /
    Math.max(1, tried.length);
  return {
    learned: shareOf('learned'),
    formula: shareOf('formula'),
    'most-frequent': shareOf('most-frequent'),
    'most-recent': shareOf('most-recent'),
    frecency: shareOf('frecency'),
  };
}

function rankIn(
  { choice: [choice], ranks }: TriedVisit,
  ranking: RankingName,
  correction: ScoreCorrection | null,
): number {
  if (ranking !== 'learned') return ranks[ranking];
  if (correction === null || choice === undefined) return ranks.formula;
  const { features, people, came } = choice;
  const scores = Float64Array.from({ length: people }, (_, person) => {
    const offset = person * featureCount;
    return (features[offset] ?? 0) + correctionOf(correction, features, offset);
  });
  return rankOf(scores, came);
}

function tileShare(rank: number): number {
  return Math.min(1, Math.max(0, (noCreditRank - 0.5 - rank) / (noCreditRank - fullCreditRank)));
}

function triedAt(
  visit: PastVisit,
  order: readonly number[],
  simpleRanks: (visit: PastVisit) => Record<SimpleRanking, number>,
): TriedVisit {
  const rank = order.indexOf(visit.came);
  return {
    choice: choiceAmong(visit, order),
    ranks: { formula: rank < 0 ? maxReordered : rank, ...simpleRanks(visit) },
  };
}

/** Ranks who came by each simple ranking. Within a day only changed states are scored again. */
function ranksBySimpleLists(): (visit: PastVisit) => Record<SimpleRanking, number> {
  let day: number | undefined;
  let counts: number[] = [];
  const scores: Record<SimpleRanking, number[]> = {
    'most-frequent': [],
    'most-recent': [],
    frecency: [],
  };
  return ({ states, context, came }) => {
    if (day !== context.day) {
      counts = [];
      for (const ranking of simpleRankings) scores[ranking] = [];
    }
    day = context.day;
    for (let index = 0; index < states.length; index += 1) {
      const state = states[index];
      if (state === undefined || counts[index] === state.count) continue;
      counts[index] = state.count;
      for (const ranking of simpleRankings) scores[ranking][index] = simpleScore(state, ranking);
    }
    return {
      'most-frequent': rankOf(scores['most-frequent'], came),
      'most-recent': rankOf(scores['most-recent'], came),
      frecency: rankOf(scores.frecency, came),
    };
  };
}

/** The indexes of the likeliest by the formula, in order. The short list is made once a day. */
function formulaOrders(): (visit: PastVisit) => readonly number[] {
  let cached: { readonly day: number; readonly indexes: readonly number[] } | undefined;
  const hours = new DailyVisitHours();
  const weightAt = hours.weightAt.bind(hours);
  return ({ states, context }) => {
    if (cached?.day !== context.day) {
      cached = { day: context.day, indexes: shortListOf(states, context) };
      hours.startDay(statesAt(cached.indexes, states));
    } else if (states.length <= shortList) cached = { ...cached, indexes: everyIndex(states) };
    const { indexes } = cached;
    const scores = baselineScores(statesAt(indexes, states), context, weightAt);
    return topK(scores, maxReordered).map((index) => indexes[index] ?? index);
  };
}

function statesAt(
  indexes: readonly number[],
  states: readonly ArrivalState[],
): readonly ArrivalState[] {
  const found: ArrivalState[] = [];
  for (const index of indexes) {
    const state = states[index];
    if (state !== undefined) found.push(state);
  }
  return found;
}

function everyIndex(states: readonly ArrivalState[]): readonly number[] {
  return states.map((_, index) => index);
}

function shortListOf(states: readonly ArrivalState[], context: RankingContext): readonly number[] {
  if (states.length <= shortList) return everyIndex(states);
  const anyHour = { ...context, baseline: { ...context.baseline, hours: new Float64Array() } };
  return topK(baselineScores(states, anyHour), shortList);
}

/** What the correction learns from one visit. */
function choiceAmong(
  { states, context, came }: PastVisit,
  order: readonly number[],
): readonly VisitChoice[] {
  const position = order.indexOf(came);
  if (position < 0) return [];
  const features = new Float32Array(order.length * featureCount);
  order.forEach((person, index) => {
    const state = states[person];
    if (state !== undefined) writeFeatures(features, index * featureCount, { state, context });
  });
  return [{ features, people: order.length, came: position }];
}

/** How many score higher; of equals half are taken to stand before. */
function rankOf(scores: ArrayLike<number>, came: number): number {
  const mine = scores[came] ?? 0;
  let higher = 0;
  let equal = -1;
  for (let index = 0; index < scores.length; index += 1) {
    const score = scores[index] ?? 0;
    if (score > mine) higher += 1;
    else if (score === mine) equal += 1;
  }
  return higher + Math.max(0, equal) / 2;
}
