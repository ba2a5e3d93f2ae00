import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { maximiseValue, type Budget, type Option } from '#engine/suggestions/maximise-value.ts';

const option = fc.record({
  value: fc.integer({ min: 1, max: 120 }),
  cost: fc.constantFrom(0, 120, 400),
});
const people = fc.array(fc.array(option, { minLength: 1, maxLength: 2 }), { maxLength: 7 });
const budget = fc.record({
  money: fc.integer({ min: -100, max: 1500 }),
  pieces: fc.integer({ min: -1, max: 4 }),
});

describe('the best use of a week’s money and pieces', () => {
  it('does as much good as any use that could be tried', () => {
    fc.assert(
      fc.property(people, budget, (people, budget) => {
        const chosen = maximiseValue(people, budget);
        const { value, cost, pieces } = sumOf(people, chosen);
        expect(pieces).toBeLessThanOrEqual(Math.max(0, budget.pieces));
        expect(cost).toBeLessThanOrEqual(Math.max(0, budget.money));
        const best = everyUse(people, budget);
        expect(value).toBe(best.value);
        expect(cost).toBe(best.cost);
      }),
      { numRuns: 400 },
    );
  });

  it('gives a cheap thing to two rather than a dear one to one, and the dear one where both can be had', () => {
    const people = [
      [
        { value: 85, cost: 400 },
        { value: 80, cost: 120 },
      ],
      [{ value: 60, cost: 120 }],
    ];
    expect(maximiseValue(people, { money: 500, pieces: 8 })).toEqual([1, 0]);
    expect(maximiseValue(people, { money: 520, pieces: 8 })).toEqual([0, 0]);
    expect(maximiseValue(people, { money: 520, pieces: 1 })).toEqual([0, null]);
  });

  it('takes the earlier of two who are alike', () => {
    const tolerance = Array.from({ length: 5 }, () => [{ value: 50.1, cost: 120 }]);
    expect(maximiseValue(tolerance, { money: 3000, pieces: 2 })).toEqual([0, 0, null, null, null]);
  });
});

interface Total {
  readonly value: number;
  readonly cost: number;
  readonly pieces: number;
}

function sumOf(people: readonly (readonly Option[])[], chosen: readonly (number | null)[]): Total {
  const taken = people.flatMap((options, index) => options[chosen[index] ?? -1] ?? []);
  return {
    value: taken.reduce((sum, each) => sum + each.value, 0),
    cost: taken.reduce((sum, each) => sum + each.cost, 0),
    pieces: taken.length,
  };
}

// Every way for everybody, tried one after the other.
function everyUse(people: readonly (readonly Option[])[], budget: Budget): Total {
  let uses: readonly Total[] = [{ value: 0, cost: 0, pieces: 0 }];
  for (const options of people) {
    const more = uses.flatMap((use) =>
      options.map((each) => ({
        value: use.value + each.value,
        cost: use.cost + each.cost,
        pieces: use.pieces + 1,
      })),
    );
    uses = [...uses, ...more];
  }
  const allowed = uses.filter(
    (use) => use.pieces === 0 || (use.pieces <= budget.pieces && use.cost <= budget.money),
  );
  const [best] = allowed.toSorted((a, b) => b.value - a.value || a.cost - b.cost);
  return best ?? { value: 0, cost: 0, pieces: 0 };
}
