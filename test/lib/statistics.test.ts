import fc from 'fast-check';
import { expect, test } from 'vitest';
import { groupBy } from '#lib/group-by.ts';
import { seededRandom } from '#lib/seeded-random.ts';
import { hashOf } from '#lib/hash.ts';
import { meanOf, medianOf, quantileOf } from '#lib/statistics.ts';

test('the median of gaps 5, 7, 30 is 7, of 6 and 8 it is 7, of none there is none', () => {
  expect(medianOf([30, 5, 7])).toBe(7);
  expect(medianOf([8, 6])).toBe(7);
  expect(medianOf([])).toBeUndefined();
  expect(meanOf([])).toBeUndefined();
});

test('quantiles lie between the least and the greatest value and grow with their share', () => {
  fc.assert(
    fc.property(
      fc.array(fc.integer(), { minLength: 1 }),
      fc.double({ min: 0, max: 1, noNaN: true }),
      fc.double({ min: 0, max: 1, noNaN: true }),
      (values, one, other) => {
        const [low, high] = [Math.min(one, other), Math.max(one, other)].map((share) =>
          quantileOf(values, share),
        );
        expect(low).toBeGreaterThanOrEqual(Math.min(...values));
        expect(high).toBeLessThanOrEqual(Math.max(...values));
        expect(Number(high) - Number(low)).toBeGreaterThanOrEqual(-1e-6);
      },
    ),
  );
});

test('the same seed makes the same shop, another seed another', () => {
  const draw = (seed: string) => Array.from({ length: 20 }, seededRandom(seed));
  expect(draw('pell')).toEqual(draw('pell'));
  expect(draw('pell')).not.toEqual(draw('daughter'));
});

test('chance is even: of 20,000 draws each tenth holds a tenth, within 8 %', () => {
  const random = seededRandom('even');
  const tenths = Array.from({ length: 10 }, () => 0);
  for (let count = 0; count < 20_000; count += 1) {
    const tenth = Math.floor(random() * 10);
    tenths[tenth] = (tenths[tenth] ?? 0) + 1;
  }
  for (const count of tenths) expect(Math.abs(count - 2000)).toBeLessThan(160);
});

test('a hash is a whole number of 32 bits and differs for one changed letter', () => {
  expect(hashOf('Mrs Khan')).toBe(hashOf('Mrs Khan') | 0);
  expect(hashOf('Mrs Khan')).not.toBe(hashOf('Mrs Khaa'));
});

test('grouping loses no row and keeps their order', () => {
  fc.assert(
    fc.property(fc.array(fc.integer({ min: 0, max: 9 })), (rows) => {
      const groups = groupBy(rows, (row) => row % 3);
      expect([...groups.values()].flat().toSorted((a, b) => a - b)).toEqual(
        rows.toSorted((a, b) => a - b),
      );
      for (const [key, group] of groups)
        expect(group).toEqual(rows.filter((row) => row % 3 === key));
    }),
  );
});
