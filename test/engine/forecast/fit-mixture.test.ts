import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import type { Departure } from '#engine/forecast/cnbd.ts';
import { fitMixture, shopPrior } from '#engine/forecast/fit-mixture.ts';
import {
  expectedMean,
  fitGammaGamma,
  gammaGammaLikelihood,
} from '../../../scripts/evaluation/models/gamma-gamma.ts';
import {
  mixtureOf,
  maxRepeatsIn,
  visitDistributionOf,
  type MixtureParams,
} from '#engine/forecast/mixture.ts';
import {
  logLikelihoodOf,
  undecayedHorizon,
} from '../../../scripts/evaluation/models/mixture-measures.ts';
import { rfmTableAt, type VisitTimes } from '#engine/forecast/recency-frequency.ts';
import { countUntil } from '#engine/math/count-until.ts';
import { rfmTableFrom } from './rfm-table-from.ts';
import { seededRandom } from '#lib/seeded-random.ts';
import { dataFolder, hasData, rowsOf } from './shop-data.ts';
import { simulatedCustomer } from './simulated.ts';

const plain = { prior: 'none', minFirstShare: 0 } as const;

describe('invented customers', () => {
  const settings: readonly MixtureParams[] = [
    { departure: 'BG', r: 0.8, alpha: 6, a: 0.8, b: 2.5, parts: [{ k: 1, weight: 1 }] },
    { departure: 'MBG', r: 1.3, alpha: 5.6, a: 0.4, b: 0.8, parts: [{ k: 2, weight: 1 }] },
    {
      departure: 'MBG',
      r: 1.2,
      alpha: 5,
      a: 0.5,
      b: 1.2,
      parts: [
        { k: 1, weight: 0.3 },
        { k: 2, weight: 0.2 },
        { k: 4, weight: 0.5 },
      ],
    },
  ];

  it.each(settings)(
    'are understood again: $departure, r $r',
    (params) => {
      const random = seededRandom(`recovery ${params.r}`);
      const visitTimes = Array.from({ length: 20_000 }, () =>
        simulatedCustomer(params, 104, random),
      );
      // A quarter of them is enough to find the parameters again; all of them are foretold.
      const rfm = rfmTableAt(visitTimes.slice(0, 5000), 52);
      const found = fitMixture(rfm, {
        ...plain,
        departure: params.departure,
        ks: params.parts.map(({ k }) => k),
        start: params,
      });
      for (const name of ['r', 'alpha', 'a', 'b'] as const)
        expect(Math.abs(Math.log(found.params[name] / params[name])), name).toBeLessThan(0.2);
      params.parts.forEach(({ weight }, index) => {
        expect(found.params.parts[index]?.weight).toBeCloseTo(weight, 1);
      });
      expect(Math.abs(promisedOverSeen(params, visitTimes) - 1)).toBeLessThan(0.02);
    },
    60_000,
  );

  it('in any order give the same fit', () => {
    const params = settings[1] ?? settings[0];
    if (params === undefined) throw new Error('no setting');
    const random = seededRandom('order');
    const visitTimes = Array.from({ length: 300 }, () => simulatedCustomer(params, 40, random));
    const options = { departure: 'MBG', ks: [1, 2], prior: shopPrior, minFirstShare: 0.1 } as const;
    const one = fitMixture(rfmTableAt(visitTimes, 40), options);
    const other = fitMixture(rfmTableAt(visitTimes.toReversed(), 40), options);
    expect(other.logLikelihood).toBeCloseTo(one.logLikelihood, 5);
    expect(other.params.r).toBeCloseTo(one.params.r, 4);
  });

  it('too few to say much never run off under the prior', () => {
    for (let shop = 0; shop < 20; shop += 1) {
      const random = seededRandom(`small ${shop}`);
      const params = settings[0];
      if (params === undefined) throw new Error('no setting');
      const visitTimes = Array.from({ length: 25 }, () => simulatedCustomer(params, 20, random));
      const fit = fitMixture(rfmTableAt(visitTimes, 20), {
        departure: 'MBG',
        ks: [1],
        prior: shopPrior,
        minFirstShare: 0,
      });
      for (const value of [fit.params.r, fit.params.alpha, fit.params.a, fit.params.b]) {
        expect(value).toBeGreaterThan(0.02);
        expect(value).toBeLessThan(100);
      }
    }
  });

  it('none at all leave the prior as it is', () => {
    const fit = fitMixture(rfmTableFrom([]), {
      departure: 'MBG',
      ks: [1],
      prior: shopPrior,
      minFirstShare: 0,
    });
    expect(fit.params.alpha).toBeCloseTo(5, 3);
    expect(fit.params.b).toBeCloseTo(1.5, 3);
  });
});

/** What the true parameters promise for the second half over what came. */
function promisedOverSeen(params: MixtureParams, visitTimes: VisitTimes): number {
  const rfm = rfmTableAt(visitTimes, 52);
  const mixture = mixtureOf(params, maxRepeatsIn(rfm));
  let [promised, seen] = [0, 0];
  visitTimes.forEach((times, index) => {
    promised += visitDistributionOf(mixture, rfm, {
      index,
      horizon: undecayedHorizon(rfm, index, 52),
    }).expected;
    seen += times.length - countUntil(times, 52);
  });
  return promised / seen;
}

// Left out where the real logs are not there: they are no part of the repository. REGULARS_DATA
// says where they lie.
describe.skipIf(!hasData)(`real logs in ${dataFolder}`, () => {
  it.each(['cdnow', 'grocery', 'coffee_pre'])('%s: the fits of the literature', (name) => {
    const reference = referenceOf(name);
    const rfm = rfmTableFrom(
      rowsOf(`fixtures/${name}_cbs.csv`).map((row) => ({
        repeats: Number(row['x']),
        last: Number(row['t_x']),
        age: Number(row['T']),
        logGaps: Number(row['litt']),
      })),
    );
    for (const [model, expected] of Object.entries(reference.models)) {
      const [departure, k] = modelOf(model);
      const { params, logLikelihood } = fitMixture(rfm, { ...plain, departure, ks: [k] });
      expect(Math.abs(logLikelihood - expected.LL), model).toBeLessThan(0.01);
      for (const key of ['r', 'alpha', 'a', 'b'] as const) {
        const found = key === 'alpha' ? params.alpha / k : params[key];
        expect(Math.abs(found / expected[key] - 1), `${model} ${key}`).toBeLessThan(0.005);
      }
    }
    const mixture = fitMixture(rfm, { ...plain, departure: 'MBG', ks: [1, 2, 4] });
    expect(mixture.logLikelihood).toBeGreaterThan(reference.mix124.LL - 0.01);
    expect(Math.abs(mixture.params.r / reference.mix124.r - 1)).toBeLessThan(0.005);
  });

  it('all reference points', () => {
    const rows = rowsOf('fixtures/point_values.csv');
    expect(rows.length).toBeGreaterThan(60);
    for (const row of rows) {
      const k = Number(row['k']);
      const repeats = Number(row['x']);
      const [departure] = modelOf(`${row['model']}/CNBD-${k}`);
      const mixture = mixtureOf(
        { departure, r: 1.3292, alpha: 2.8126 * k, a: 0.4247, b: 0.79, parts: [{ k, weight: 1 }] },
        repeats,
      );
      const rfm = rfmTableFrom([
        { repeats, last: Number(row['t_x']), age: Number(row['T']), logGaps: Number(row['litt']) },
      ]);
      const half = visitDistributionOf(mixture, rfm, {
        index: 0,
        horizon: undecayedHorizon(rfm, 0, 26),
      });
      const week = visitDistributionOf(mixture, rfm, {
        index: 0,
        horizon: undecayedHorizon(rfm, 0, 1),
      });
      expect(logLikelihoodOf(mixture, rfm)).toBeCloseTo(Number(row['LL']), 6);
      expect(Math.abs(half.alive - Number(row['palive']))).toBeLessThan(1e-6);
      expect(Math.abs(half.expected - Number(row['E26']))).toBeLessThan(1e-6);
      expect(Math.abs((week.more[0] ?? 0) - Number(row['any1']))).toBeLessThan(1e-6);
    }
  });

  it('the Gamma-Gamma of CDNOW and its first ten people', () => {
    const people = rowsOf('cdnow_summary.csv').map((row) => ({
      visits: Number(row['x']),
      mean: Number(row['m']),
    }));
    const paying = people.filter(({ visits, mean }) => visits > 0 && mean > 0);
    const model = fitGammaGamma(paying);
    expect(gammaGammaLikelihood(model, paying)).toBeCloseTo(-4055.923, 2);
    expect(model.p).toBeCloseTo(6.25, 1);
    expect(model.q).toBeCloseTo(3.74, 1);
    expect(model.v).toBeCloseTo(15.44, 0);
    const published = [24.65, 18.91, 35.17, 35.17, 35.17, 71.46, 18.91, 35.17, 27.28, 35.17];
    published.forEach((mean, index) => {
      const found = expectedMean(model, people[index] ?? { visits: 0, mean: 0 });
      expect(Math.abs(found - mean)).toBeLessThan(0.05);
    });
  });
});

interface Reference {
  readonly models: Readonly<
    Record<string, Readonly<Record<'r' | 'alpha' | 'a' | 'b' | 'LL', number>>>
  >;
  readonly mix124: { readonly r: number; readonly LL: number };
}

function referenceOf(name: string): Reference {
  const all: Readonly<Record<string, Reference>> = JSON.parse(
    readFileSync(join(dataFolder, 'fixtures/reference_fits.json'), 'utf8'),
  );
  const reference = all[name];
  if (reference === undefined) throw new Error(`no reference for ${name}`);
  return reference;
}

function modelOf(name: string): readonly [Departure, number] {
  return [name.startsWith('MBG') ? 'MBG' : 'BG', Number(name.slice(-1))];
}
