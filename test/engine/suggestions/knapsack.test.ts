import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { bestUse, type Purse, type Way } from '#engine/suggestions/knapsack.ts';

const way = fc.record({
  good: fc.integer({ min: 1, max: 120 }),
  cost: fc.constantFrom(0, 120, 400),
});
const people = fc.array(fc.array(way, { minLength: 1, maxLength: 2 }), { maxLength: 7 });
const purse = fc.record({
  money: fc.integer({ min: -100, max: 1500 }),
  pieces: fc.integer({ min: -1, max: 4 }),
});

describe('the best use of a week’s money and pieces', () => {
  it('does as much good as any use that could be tried', () => {
    fc.assert(
      fc.property(people, purse, (people, purse) => {
        const chosen = bestUse(people, purse);
        const { good, cost, pieces } = sumOf(people, chosen);
        expect(pieces).toBeLessThanOrEqual(Math.max(0, purse.pieces));
        expect(cost).toBeLessThanOrEqual(Math.max(0, purse.money));
        const best = everyUse(people, purse);
        expect(good).toBe(best.good);
        expect(cost).toBe(best.cost);
      }),
      { numRuns: 400 },
    );
  });

  it('gives a cheap thing to two rather than a dear one to one, and the dear one where both can be had', () => {
    const people = [
      [
        { good: 85, cost: 400 },
        { good: 80, cost: 120 },
      ],
      [{ good: 60, cost: 120 }],
    ];
    expect(bestUse(people, { money: 500, pieces: 8 })).toEqual([1, 0]);
    expect(bestUse(people, { money: 520, pieces: 8 })).toEqual([0, 0]);
    expect(bestUse(people, { money: 520, pieces: 1 })).toEqual([0, null]);
  });

  it('takes the earlier of two who are alike', () => {
    const alike = Array.from({ length: 5 }, () => [{ good: 50.1, cost: 120 }]);
    expect(bestUse(alike, { money: 3000, pieces: 2 })).toEqual([0, 0, null, null, null]);
  });
});

interface Total {
  readonly good: number;
  readonly cost: number;
  readonly pieces: number;
}

function sumOf(people: readonly (readonly Way[])[], chosen: readonly (number | null)[]): Total {
  const taken = people.flatMap((ways, index) => ways[chosen[index] ?? -1] ?? []);
  return {
    good: taken.reduce((sum, each) => sum + each.good, 0),
    cost: taken.reduce((sum, each) => sum + each.cost, 0),
    pieces: taken.length,
  };
}

// Every way for everybody, tried one after the other.
function everyUse(people: readonly (readonly Way[])[], purse: Purse): Total {
  let uses: readonly Total[] = [{ good: 0, cost: 0, pieces: 0 }];
  for (const ways of people) {
    const more = uses.flatMap((use) =>
      ways.map((each) => ({
        good: use.good + each.good,
        cost: use.cost + each.cost,
        pieces: use.pieces + 1,
      })),
    );
    uses = [...uses, ...more];
  }
  const allowed = uses.filter(
    (use) => use.pieces === 0 || (use.pieces <= purse.pieces && use.cost <= purse.money),
  );
  const [best] = allowed.toSorted((a, b) => b.good - a.good || a.cost - b.cost);
  return best ?? { good: 0, cost: 0, pieces: 0 };
}
