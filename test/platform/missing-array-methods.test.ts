import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { addMissingArrayMethods } from '#platform/missing-array-methods.ts';

type Method = (this: readonly number[] | Float64Array, ...parts: unknown[]) => unknown;
const own: Record<string, Method> = {};
addMissingArrayMethods(own);

describe('the array methods for a browser without them', () => {
  it('answer like those of today, and leave the array as it is', () => {
    const anyCase = fc.record({
      values: fc.array(fc.integer(), { minLength: 1 }),
      at: fc.nat(),
      count: fc.nat(5),
    });
    fc.assert(
      fc.property(anyCase, ({ values, at, count }) => {
        const before = [...values];
        const index = at % values.length;
        const down = (a: number, b: number): number => b - a;
        // oxlint-disable-next-line typescript/require-array-sort-compare -- as texts, when none is given
        expect(own['toSorted']?.call(values)).toEqual(values.toSorted());
        expect(own['toSorted']?.call(values, down)).toEqual(values.toSorted(down));
        expect(own['toReversed']?.call(values)).toEqual(values.toReversed());
        expect(own['toSpliced']?.call(values, index, count, 7)).toEqual(
          values.toSpliced(index, count, 7),
        );
        expect(own['with']?.call(values, index, 7)).toEqual(values.with(index, 7));
        expect(values).toEqual(before);
      }),
    );
  });

  it('answer for arrays of numbers alone too, which sort by value', () => {
    const gaps = new Float64Array([10, 9, 1]);
    expect(own['toSorted']?.call(gaps)).toEqual(gaps.toSorted());
    expect(own['toReversed']?.call(gaps)).toEqual(gaps.toReversed());
    expect(own['with']?.call(gaps, 1, 7)).toEqual(gaps.with(1, 7));
    expect([...gaps]).toEqual([10, 9, 1]);
  });

  it('never take the place of those that are there', () => {
    const there = { toSorted: 1, toReversed: 2, toSpliced: 3, with: 4 };
    addMissingArrayMethods(there);
    expect(there).toEqual({ toSorted: 1, toReversed: 2, toSpliced: 3, with: 4 });
  });
});
