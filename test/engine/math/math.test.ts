import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { logGamma } from '../../../scripts/evaluation/models/log-gamma.ts';
import { logistic, logit, logSumExp, logAddExp } from '#engine/math/log-sum-exp.ts';
import { solvePositive } from '#engine/math/linear-solve.ts';
import { minimise } from '#engine/math/minimise.ts';
import { withFiniteDifferences } from '../../../scripts/evaluation/models/finite-differences.ts';
import { areaUnderCurve } from '#engine/math/area-under-curve.ts';
import { ridgeLogistic } from '#engine/math/ridge-logistic.ts';

describe('the logarithm of the gamma function', () => {
  it('is the logarithm of a factorial for whole numbers', () => {
    let logFactorial = 0;
    for (let n = 1; n <= 150; n += 1) {
      expect(logGamma(n)).toBeCloseTo(logFactorial, 9);
      logFactorial += Math.log(n);
    }
  });

  it('rises by ln x from x to x + 1, from tiny to huge', () => {
    fc.assert(
      fc.property(fc.double({ min: 1e-5, max: 1e6, noNaN: true }), (x) => {
        const step = logGamma(x + 1) - logGamma(x);
        expect(Math.abs(step - Math.log(x))).toBeLessThan(1e-12 * (1 + Math.abs(logGamma(x))));
      }),
    );
  });

  it('is half the logarithm of pi at one half, and no number below zero', () => {
    expect(logGamma(0.5)).toBeCloseTo(Math.log(Math.PI) / 2, 12);
    expect(logGamma(-1)).toBeNaN();
  });
});

describe('sums of logarithms', () => {
  it('hold where plain numbers are long zero', () => {
    expect(logAddExp(-5000, -5000)).toBeCloseTo(-5000 + Math.log(2), 12);
    expect(logSumExp([-9000, -9001, Number.NEGATIVE_INFINITY])).toBeCloseTo(
      -9000 + Math.log1p(Math.exp(-1)),
      9,
    );
    expect(logSumExp([])).toBe(Number.NEGATIVE_INFINITY);
    expect(logAddExp(Number.NEGATIVE_INFINITY, Number.NEGATIVE_INFINITY)).toBe(
      Number.NEGATIVE_INFINITY,
    );
  });

  it('turn chances into odds and back', () => {
    expect(logistic(logit(0.27))).toBeCloseTo(0.27, 12);
    expect(logistic(-800)).toBeGreaterThanOrEqual(0);
    expect(Number.isFinite(logit(0))).toBe(true);
  });
});

describe('the search for a minimum', () => {
  it('finds the floor of a bent valley', () => {
    const valley = withFiniteDifferences(([x = 0, y = 0]) => (1 - x) ** 2 + 100 * (y - x * x) ** 2);
    const { at } = minimise(valley, Float64Array.from([-1.2, 1]));
    expect(at[0]).toBeCloseTo(1, 4);
    expect(at[1]).toBeCloseTo(1, 4);
  });

  it('takes points that are no numbers as a wall', () => {
    const walled = withFiniteDifferences(([x = 0]) => (x > 3 ? Number.NaN : (x - 2) ** 2));
    expect(minimise(walled, Float64Array.from([-5])).at[0]).toBeCloseTo(2, 4);
  });
});

describe('equations with a positive matrix', () => {
  it('are solved', () => {
    const solved = solvePositive(Float64Array.from([4, 2, 2, 3]), Float64Array.from([2, 1]));
    expect(solved?.[0]).toBeCloseTo(0.5, 12);
    expect(solved?.[1]).toBeCloseTo(0, 12);
  });

  it('are refused when the matrix is not positive', () => {
    expect(
      solvePositive(Float64Array.from([1, 2, 2, 1]), Float64Array.from([1, 1])),
    ).toBeUndefined();
  });
});

describe('the ridge logistic', () => {
  const rows = Array.from({ length: 200 }, (_, index) =>
    Float64Array.from([(index - 100) / 50, 1]),
  );
  const labels = rows.map((_, index) => (index > 100 ? index % 5 !== 0 : index % 5 === 0));
  const free = { rows, labels, centre: new Float64Array(2), strength: new Float64Array(2) };

  it('finds the slope, and less of it the stronger it is pulled', () => {
    const plain = ridgeLogistic({ ...free, positive: [] });
    const pulled = ridgeLogistic({ ...free, strength: Float64Array.from([500, 0]), positive: [] });
    expect(plain[0]).toBeGreaterThan(0.5);
    expect(pulled[0]).toBeGreaterThan(0);
    expect(pulled[0]).toBeLessThan(plain[0] ?? 0);
  });

  it('holds a coefficient at zero that may not be negative', () => {
    const turned = labels.map((label) => !label);
    expect(ridgeLogistic({ ...free, labels: turned, positive: [0] })[0]).toBe(0);
  });
});

describe('the area under the curve', () => {
  it('is 1 for a perfect order, a half for none, and counts ties half', () => {
    expect(areaUnderCurve([1, 2, 3, 4], [false, false, true, true])).toBe(1);
    expect(areaUnderCurve([7, 7, 7, 7], [false, true, false, true])).toBe(0.5);
    expect(areaUnderCurve([1, 2, 2, 3], [false, false, true, true])).toBe(0.875);
  });
});
