// The correction of the baseline score as it is applied: a weighted sum of the standardised
// features. It is fitted in conditional-logit.ts, which the Counter never loads.

import { featureCount } from './features.ts';

/** Added to the baseline score. Plain values. */
export interface ScoreCorrection {
  readonly means: Float64Array;
  readonly spreads: Float64Array;
  readonly weights: Float64Array;
}

/** Only the likeliest by the baseline score are reordered: nobody below belongs on a tile. */
export const maxReordered = 200;

/** What the correction adds to the score of the person whose features begin at `offset`. */
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
