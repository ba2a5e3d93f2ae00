// Everybody's score for one moment by the shop's ranker. The Counter, the first customers of a
// large shop and the evaluation call this, so that what is measured is what the tiles show; the
// training shares `simpleScore`.

import { topK } from '#engine/math/top-k.ts';
import type { Ranker, SimpleRanking } from './ranker.ts';
import { epochMinuteAt } from './visit-times.ts';
import { featureCount, frecency, writeFeatures } from './features.ts';
import { correctionOf, maxReordered, type ScoreCorrection } from './correction.ts';
import { baselineScores, type RankingContext, type ArrivalState } from './state.ts';

/** Puts the uncorrected behind everybody whom the correction has reordered. */
const uncorrectedOffset = 1e4;

/** Everybody's score at this moment, in the order of `states`; the formula without a ranker. */
export function rankingScores(
  states: readonly ArrivalState[],
  context: RankingContext,
  ranker: Pick<Ranker, 'ranking' | 'correction'> | null,
): Float64Array {
  const ranking = ranker?.ranking ?? 'formula';
  if (ranking !== 'formula' && ranking !== 'learned')
    return Float64Array.from(states, (state) => simpleScore(state, ranking));
  const baseline = baselineScores(states, context);
  const correction = ranking === 'learned' ? (ranker?.correction ?? null) : null;
  return correction === null
    ? baseline
    : correctedScores(states, baseline, { context, correction });
}

/** The score of a simple ranking. Of people with as many visits, the more recent comes first. */
export function simpleScore(state: ArrivalState, ranking: SimpleRanking): number {
  const { times, count } = state;
  const last = epochMinuteAt(times, count - 1);
  if (ranking === 'most-recent') return last;
  return ranking === 'frecency' ? frecency(state) : count + times.older + last / 2 ** 31;
}

/** The likeliest by the baseline score, reordered; the others stay behind them. */
function correctedScores(
  states: readonly ArrivalState[],
  baseline: Float64Array,
  {
    context,
    correction,
  }: { readonly context: RankingContext; readonly correction: ScoreCorrection },
): Float64Array {
  const scores = baseline.map((score) => score - uncorrectedOffset);
  const features = new Float32Array(featureCount);
  for (const index of topK(baseline, maxReordered)) {
    const state = states[index];
    if (state === undefined || state.count + state.times.older === 0) continue;
    writeFeatures(features, 0, { state, context });
    scores[index] = (baseline[index] ?? 0) + correctionOf(correction, features, 0);
  }
  return scores;
}
