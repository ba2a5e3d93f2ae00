import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { sortInSteps } from '#lib/sort-in-steps.ts';
import { runs } from '../support/values/runs.ts';

describe('sorting in steps', () => {
  it('gives what sorting at once gives, equals in the order in which they came', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(fc.nat(40), { maxLength: 3_000, size: 'max' }), async (keys) => {
        const items = keys.map((key, place) => ({ key, place }));
        const sorted = await sortInSteps(items, byKey, async () => {});
        expect(sorted).toEqual(items.toSorted(byKey));
      }),
      { numRuns: runs(20, 200) },
    );
  });

  it('pauses so often that no step compares more than a few thousand times', async () => {
    let compared = 0;
    let most = 0;
    const names = Array.from({ length: 20_000 }, (_, place) => (place * 7_919) % 20_011);
    await sortInSteps(
      names,
      (a, b) => {
        compared += 1;
        return a - b;
      },
      async () => {
        most = Math.max(most, compared);
        compared = 0;
      },
    );
    expect(most).toBeGreaterThan(0);
    expect(most).toBeLessThan(6_000);
  });
});

function byKey(a: { readonly key: number }, b: { readonly key: number }): number {
  return a.key - b.key;
}
