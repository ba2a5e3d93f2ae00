// The correction of the plain score as it is used: a weighted sum of the standardised features. How
// it is learned is in conditional-logit.ts, which the Counter never loads.

import { featureCount } from './features.ts';

/** The correction: added to the plain score. Plain values. */
export interface ScoreCorrection {
  readonly means: Float64Array;
  readonly spreads: Float64Array;
  readonly weights: Float64Array;
}

/**
 * Only so many people, the likeliest by the plain score, are put in a new order: nobody further
 * down belongs on a tile.
 */
export const maxReordered = 200;

/** What the correction adds to the plain score of the person whose features begin at `offset`. */
export function correctionOf(
  { means, spreads, weights }: ScoreCorrection,
  features: Float32Array,
  offset: number,
): number {
  let lift = 0;
  for (let feature = 0; feature < featureCount; feature += 1)
    lift +=
      ((weights[feature] ?? 0) * ((features[offset + feature] ?? 0) - (means[feature] ?? 0))) /
      (spreads[feature] ?? 1);
  return lift;
}
