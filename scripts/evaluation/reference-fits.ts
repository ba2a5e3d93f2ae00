// Every model fitted without priors, as the literature prints them.
import { fitMixture } from '#engine/forecast/fit-mixture.ts';
import type { Departure } from '#engine/forecast/cnbd.ts';
import type { RfmTable } from '#engine/forecast/recency-frequency.ts';

export interface ReferenceFit {
  readonly model: string;
  readonly logLikelihood: number;
  readonly r: number;
  /** With one k the scale of its stages, as papers print it; of the mixture the scale at k = 1. */
  readonly alpha: number;
  readonly a: number;
  readonly b: number;
  readonly weights: readonly number[];
}

const departures: readonly Departure[] = ['BG', 'MBG'];

/** BG and MBG for k = 1 … 4, and the MBG mixture over 1, 2 and 4. */
export function referenceFits(rfm: RfmTable): readonly ReferenceFit[] {
  const single = departures.flatMap((departure) =>
    [1, 2, 3, 4].map((k) => fitOf(rfm, { departure, ks: [k] })),
  );
  return [...single, fitOf(rfm, { departure: 'MBG', ks: [1, 2, 4] })];
}

function fitOf(
  rfm: RfmTable,
  { departure, ks }: { readonly departure: Departure; readonly ks: readonly number[] },
): ReferenceFit {
  const { params, logLikelihood } = fitMixture(rfm, {
    departure,
    ks,
    prior: 'none',
    minFirstShare: 0,
  });
  const [k = 1] = ks;
  return {
    model: `${departure}/CNBD-${ks.length === 1 ? k : `mixture{${ks.join(',')}}`}`,
    logLikelihood,
    r: params.r,
    alpha: ks.length === 1 ? params.alpha / k : params.alpha,
    a: params.a,
    b: params.b,
    weights: params.parts.map(({ weight }) => weight),
  };
}
