// Puts everybody in order for one moment by the list that the shop believes in. The Counter, the learning and the measuring all call this
// one place, so that what is measured is what stands on the tiles.

import { highestPlaces } from '#engine/math/top-k.ts';
import type { ArrivalBeliefs, ArrivalList } from './ranker.ts';
import { stampAt } from './visit-times.ts';
import { featureCount, frecency, writeFeatures } from './features.ts';
import { liftOf, reordered, type ArrivalsRidge } from './correction.ts';
import { plainScores, type Moment, type Standing } from './state.ts';

/** Behind everybody whom the correction put in order. */
const behind = 1e4;

/** Everybody's score at the moment by the list of `beliefs` (the formula without any), person by person. Higher is likelier. */
export function arrivalScores(
  standings: readonly Standing[],
  moment: Moment,
  beliefs: Pick<ArrivalBeliefs, 'list' | 'ridge'> | null,
): Float64Array {
  const list = beliefs?.list ?? 'formula';
  if (list !== 'formula' && list !== 'learned')
    return Float64Array.from(standings, (standing) => simpleScore(standing, list));
  const plain = plainScores(standings, moment);
  const ridge = list === 'learned' ? (beliefs?.ridge ?? null) : null;
  return ridge === null ? plain : correctedScores(standings, plain, { moment, ridge });
}

/** A plain list's score. Of people with as many comings, whoever was here later comes first. */
export function simpleScore(
  standing: Standing,
  list: Exclude<ArrivalList, 'formula' | 'learned'>,
): number {
  const { times, count } = standing;
  const last = stampAt(times, count - 1);
  if (list === 'most-recent') return last;
  return list === 'frecency' ? frecency(standing) : count + times.older + last / 2 ** 31;
}

/** The corrected scores from the plain ones. Only the likeliest by the plain score are put in a new order; the others stay behind them. */
export function correctedScores(
  standings: readonly Standing[],
  plain: Float64Array,
  { moment, ridge }: { readonly moment: Moment; readonly ridge: ArrivalsRidge },
): Float64Array {
  const scores = plain.map((score) => score - behind);
  const features = new Float32Array(featureCount);
  for (const place of highestPlaces(plain, reordered)) {
    const standing = standings[place];
    if (standing === undefined || standing.count + standing.times.older === 0) continue;
    writeFeatures(features, 0, { standing, moment });
    scores[place] = (plain[place] ?? 0) + liftOf(ridge, features, 0);
  }
  return scores;
}
