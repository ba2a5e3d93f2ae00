import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Departure } from '#engine/forecast/cnbd.ts';
import { decayedHorizon } from '#engine/forecast/exponential-decay.ts';
import { likelihoodGradient } from '#engine/forecast/likelihood-gradient.ts';
import {
  mixtureOf,
  visitDistributionOf,
  regularityOf,
  type MixtureParams,
  rangeOf,
} from '#engine/forecast/mixture.ts';
import {
  aliveProbability,
  logLikelihoodOf,
  undecayedHorizon,
  probabilityBelow,
  probabilityOf,
} from '../../../scripts/evaluation/models/mixture-measures.ts';
import { groupedRows, rfmRowOf, rfmTableAt } from '#engine/forecast/recency-frequency.ts';
import { rfmTableFrom } from './rfm-table-from.ts';
import { logGamma } from '../../../scripts/evaluation/models/log-gamma.ts';

const grocery = { r: 1.3292, alpha: 2.8126, a: 0.4247, b: 0.79 };

function single(departure: Departure, k: number, shape = grocery): MixtureParams {
  return { departure, ...shape, alpha: shape.alpha * k, parts: [{ k, weight: 1 }] };
}

const threeKinds: MixtureParams = {
  departure: 'MBG',
  r: 1.27,
  alpha: 5.28,
  a: 0.43,
  b: 0.81,
  parts: [
    { k: 1, weight: 0.25 },
    { k: 2, weight: 0.17 },
    { k: 4, weight: 0.58 },
  ],
};

function expectedFor(
  params: MixtureParams,
  row: { repeats: number; last: number; age: number; logGaps: number },
  weeks: number,
) {
  const rfm = rfmTableFrom([row]);
  return visitDistributionOf(mixtureOf(params, row.repeats), rfm, {
    index: 0,
    horizon: undecayedHorizon(rfm, 0, weeks),
  });
}

describe('published values', () => {
  const cdnow = { r: 0.2425945, alpha: 4.4135128, a: 0.7929199, b: 2.4258955 };

  it('of the BG/NBD: visits in 39 weeks of somebody seen twice more', () => {
    const row = { repeats: 2, last: 30.43, age: 38.86, logGaps: 0 };
    expect(expectedFor(single('BG', 1, cdnow), row, 39).expected).toBeCloseTo(1.226, 3);
  });

  it.each([
    [0.1429, 0.0078],
    [1, 0.0532],
    [3, 0.1506],
    [31.8571, 1.0405],
    [32, 1.0437],
    [78, 1.8576],
  ])('of the BG/NBD: a new customer makes in %d weeks %d visits more', (weeks, visits) => {
    const row = { repeats: 0, last: 0, age: 0, logGaps: 0 };
    const found = expectedFor(single('BG', 1, cdnow), row, weeks).expected;
    // Printed from parameters rounded in another place, which shows after 78 weeks.
    expect(Math.abs(found - visits)).toBeLessThan(weeks > 50 ? 5e-4 : 5e-5);
  });

  it.each([
    [1, 0.156],
    [2, 0.029],
    [3, 0.0039],
    [4, 0.00044],
    [5, 0.000046],
  ])(
    'of the MBG/CNBD-2: after %d repeat visits in 12 weeks and 40 silent ones, P(alive) is %d',
    (repeats, alive) => {
      const rfm = rfmTableFrom([{ repeats, last: 12, age: 52, logGaps: 0 }]);
      const found = aliveProbability(mixtureOf(single('MBG', 2), repeats), rfm, 0);
      expect(Math.abs(found / alive - 1)).toBeLessThan(0.02);
    },
  );
});

describe('reference points', () => {
  const points: readonly {
    readonly departure: Departure;
    readonly k: number;
    /** Repeat visits and the week of the last; every gap counts ln 2. */
    readonly past: readonly [number, number];
    /** ln of the likelihood, P(alive), visits in 26 weeks, chance of one in a week. */
    readonly found: readonly [number, number, number, number];
  }[] = [
    {
      departure: 'BG',
      k: 1,
      past: [0, 0],
      found: [-3.947472478246204, 1, 0.5386033903307083, 0.02374489201509778],
    },
    {
      departure: 'BG',
      k: 2,
      past: [1, 12],
      found: [-6.748205130580982, 0.07564839671329206, 0.07413862039624293, 0.004084187275102373],
    },
    {
      departure: 'BG',
      k: 3,
      past: [2, 12],
      found: [
        -11.75348569686331, 0.0064761347803205796, 0.009936920214942191, 0.0007405020997355458,
      ],
    },
    {
      departure: 'BG',
      k: 4,
      past: [5, 12],
      found: [
        -14.633085771525693, 7.378919325346895e-9, 2.173699310307098e-8, 2.2667956374124013e-9,
      ],
    },
    {
      departure: 'MBG',
      k: 1,
      past: [20, 50],
      found: [-42.09087945965981, 0.9568114802240907, 8.873621361292724, 0.30615363558523473],
    },
    {
      departure: 'MBG',
      k: 2,
      past: [20, 46],
      found: [-38.06508144761888, 0.6918101205523769, 6.467882439560407, 0.3249907122472483],
    },
    {
      departure: 'MBG',
      k: 3,
      past: [100, 51],
      found: [281.9988034942519, 0.9524203365494317, 42.07746026434707, 0.9391129648078337],
    },
    {
      departure: 'MBG',
      k: 4,
      past: [300, 51.9],
      found: [2591.977363473432, 0.9982811793089769, 130.71004487425816, 0.9982810528528715],
    },
  ];

  it.each(points)('$departure, k = $k, past $past', ({ departure, k, past, found }) => {
    const [repeats, last] = past;
    const row = { repeats, last, age: 52, logGaps: repeats * Math.LN2 };
    const params = single(departure, k);
    const distribution = expectedFor(params, row, 26);
    const figures = [
      logLikelihoodOf(mixtureOf(params, repeats), rfmTableFrom([row])),
      distribution.alive,
      distribution.expected,
      expectedFor(params, row, 1).more[0] ?? 0,
    ];
    figures.forEach((figure, index) => expect(figure).toBeCloseTo(found[index] ?? Number.NaN, 6));
  });
});

describe('the closed form of the BG/NBD', () => {
  it('agrees with the general likelihood', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 60 }), part(0.01, 1), part(1, 200), (x, share, age) => {
        const { r, alpha, a, b } = grocery;
        const last = share * age;
        const logBeta = (p: number, q: number) => logGamma(p) + logGamma(q) - logGamma(p + q);
        const before = logGamma(r + x) - logGamma(r) + r * Math.log(alpha) - logBeta(a, b);
        const here = logBeta(a, b + x) - (r + x) * Math.log(alpha + age);
        const gone = logBeta(a + 1, b + x - 1) - (r + x) * Math.log(alpha + last);
        const closed = before + here + Math.log1p(Math.exp(gone - here));
        const found = logLikelihoodOf(
          mixtureOf(single('BG', 1), x),
          rfmTableFrom([{ repeats: x, last, age, logGaps: 0 }]),
        );
        expect(Math.abs(found - closed)).toBeLessThan(1e-7 * (1 + Math.abs(closed)));
      }),
    );
  });
});

describe('laws', () => {
  const pastGaps = fc.array(part(0.15, 12), { minLength: 0, maxLength: 25 });
  const anyParams = fc.record({
    departure: fc.constantFrom<Departure>('BG', 'MBG'),
    r: part(0.2, 4),
    alpha: part(0.5, 20),
    a: part(0.1, 3),
    b: part(0.2, 6),
    parts: fc.constantFrom(threeKinds.parts, [{ k: 1, weight: 1 }], [{ k: 3, weight: 1 }]),
  });

  it('P(alive) never rises while nobody comes', () => {
    fc.assert(
      fc.property(
        pastGaps,
        anyParams,
        fc.tuple(part(0, 20), part(0, 40)),
        (gaps, params, waits) => {
          const [silent, more] = waits;
          const times = timesOf(gaps);
          const last = times[times.length - 1] ?? 0;
          const mixture = mixtureOf(params, times.length);
          const before = aliveProbability(mixture, rfmRowOf(times, last + silent), 0);
          const after = aliveProbability(mixture, rfmRowOf(times, last + silent + more), 0);
          expect(after).toBeLessThanOrEqual(before + 1e-12);
          expect(before).toBeLessThanOrEqual(1 + 1e-12);
        },
      ),
    );
  });

  it('a visit today never lowers what is expected (MBG, k = 1), at any horizon', () => {
    fc.assert(
      fc.property(pastGaps, part(0.15, 30), part(0.2, 80), (gaps, silent, weeks) => {
        const [before, after] = aroundAVisit(single('MBG', 1), { gaps, silent, weeks });
        expect(after).toBeGreaterThanOrEqual(before - 1e-7);
      }),
    );
  });

  it('under the mixture, a visit and what follows it are at least what was expected', () => {
    fc.assert(
      fc.property(pastGaps, part(0.15, 30), part(0.2, 80), (gaps, silent, weeks) => {
        const [before, after] = aroundAVisit(threeKinds, { gaps, silent, weeks });
        expect(1 + after).toBeGreaterThanOrEqual(before - 1e-7);
      }),
    );
  });

  it('a longer look ahead never promises fewer visits, and the distribution adds up to its expectation', () => {
    fc.assert(
      fc.property(pastGaps, part(0, 20), part(0.2, 40), (gaps, silent, weeks) => {
        const rfm = rfmRowOf(timesOf(gaps), (timesOf(gaps).at(-1) ?? 0) + silent);
        const mixture = mixtureOf(threeKinds, gaps.length);
        const near = visitDistributionOf(mixture, rfm, {
          index: 0,
          horizon: undecayedHorizon(rfm, 0, weeks),
        });
        const far = visitDistributionOf(mixture, rfm, {
          index: 0,
          horizon: undecayedHorizon(rfm, 0, weeks * 1.5),
        });
        expect(far.expected).toBeGreaterThanOrEqual(near.expected - 1e-7);
        const byCount = near.more.reduce(
          (sum, _, index) => sum + (index + 1) * probabilityOf(near, index + 1),
          0,
        );
        expect(byCount).toBeCloseTo(near.expected, 8);
        const { low, high } = rangeOf(near, 0.8);
        expect(low).toBeLessThanOrEqual(high);
        expect(probabilityBelow(near, low)).toBeLessThanOrEqual(0.1 + 1e-9);
      }),
    );
  });

  it('the regularities of one person add up to one, and steady gaps speak for a large k', () => {
    const steady = rfmRowOf(timesOf(Array.from({ length: 20 }, () => 1)), 20.5);
    const shares = regularityOf(mixtureOf(threeKinds, 20), steady, 0);
    expect(shares.reduce((sum, share) => sum + share, 0)).toBeCloseTo(1, 12);
    expect(shares[2]).toBeGreaterThan(0.99);
  });
});

describe('frequent customers', () => {
  it.each([1, 2, 4])('never overflow: ten visits a week for twenty years, k = %d', (k) => {
    const repeats = 10_400;
    const row = { repeats, last: 1040.9, age: 1041, logGaps: repeats * Math.log(0.1) };
    const params = single('MBG', k);
    expect(Number.isFinite(logLikelihoodOf(mixtureOf(params, repeats), rfmTableFrom([row])))).toBe(
      true,
    );
    const { expected, alive } = expectedFor(params, row, 4);
    expect(expected).toBeGreaterThan(0);
    expect(Number.isFinite(expected)).toBe(true);
    expect(alive).toBeGreaterThanOrEqual(0);
  });

  it('who comes twice within an hour keeps a likelihood', () => {
    expect(
      Number.isFinite(
        logLikelihoodOf(mixtureOf(threeKinds, 1), rfmRowOf(Float64Array.from([0, 1 / 168]), 3)),
      ),
    ).toBe(true);
  });
});

describe('the likelihood’s slope', () => {
  it('agrees with the plain likelihood and with small differences', () => {
    const rfm = groupedRows(
      rfmTableAt([timesOf([]), timesOf([1, 2, 0.5]), timesOf([3, 3, 3, 3]), timesOf([0.2])], 30),
    );
    const sloped = likelihoodGradient(rfm, [1, 2, 4]);
    const found = sloped(threeKinds);
    expect(found.logLikelihood).toBeCloseTo(logLikelihoodOf(mixtureOf(threeKinds, 10), rfm), 10);
    (['r', 'alpha', 'a', 'b'] as const).forEach((name, index) => {
      const at = (by: number) =>
        sloped({ ...threeKinds, [name]: threeKinds[name] * Math.exp(by) }).logLikelihood;
      expect(found.byShape[index]).toBeCloseTo((at(1e-5) - at(-1e-5)) / 2e-5, 5);
    });
  });
});

describe('exponential decay', () => {
  const times = Float64Array.from([0, 1, 2, 30]);

  it('remembers everything when it never fades, and less the faster it fades', () => {
    const whole = decayedHorizon(times, {
      now: 40,
      decayWeeks: Number.POSITIVE_INFINITY,
      weeks: 1,
    });
    expect(whole).toEqual({ weeks: 1, rateRepeats: 3, rateAge: 40 });
    const faded = decayedHorizon(times, { now: 40, decayWeeks: 13, weeks: 1 });
    expect(faded.rateRepeats).toBeCloseTo(
      Math.exp(-39 / 13) + Math.exp(-38 / 13) + Math.exp(-10 / 13),
      12,
    );
    expect(faded.rateAge).toBeCloseTo(13 * (1 - Math.exp(-40 / 13)), 12);
  });

  it('does not make somebody who came once look better by the silence since', () => {
    const once = decayedHorizon(Float64Array.from([0]), { now: 40, decayWeeks: 13, weeks: 1 });
    expect(once.rateAge).toBe(40);
  });
});

function part(min: number, max: number) {
  return fc.double({ min, max, noNaN: true });
}

function timesOf(gaps: readonly number[]): Float64Array {
  const times = [0];
  for (const gap of gaps) times.push((times.at(-1) ?? 0) + gap);
  return Float64Array.from(times);
}

function aroundAVisit(
  params: MixtureParams,
  {
    gaps,
    silent,
    weeks,
  }: { readonly gaps: readonly number[]; readonly silent: number; readonly weeks: number },
): readonly [number, number] {
  const times = timesOf(gaps);
  const now = (times.at(-1) ?? 0) + silent;
  const mixture = mixtureOf(params, times.length + 1);
  const [before, after] = [rfmRowOf(times, now), rfmRowOf(Float64Array.from([...times, now]), now)];
  return [
    visitDistributionOf(mixture, before, { index: 0, horizon: undecayedHorizon(before, 0, weeks) })
      .expected,
    visitDistributionOf(mixture, after, { index: 0, horizon: undecayedHorizon(after, 0, weeks) })
      .expected,
  ];
}
