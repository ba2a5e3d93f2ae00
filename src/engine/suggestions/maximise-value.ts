// The best use of a few pieces and a little money, by exact dynamic programming (0–1 knapsack;
// Kellerer, Pferschy and Pisinger 2004): a week has at most a dozen pieces. Must never spend more
// than there is, nor depend on how sums of fractions round.

/** One way to serve somebody: its value (above 0) and its cost (whole units, at least 0). */
export interface Option {
  readonly value: number;
  readonly cost: number;
}

/** What there is to give away. */
export interface Budget {
  readonly money: number;
  readonly pieces: number;
}

/**
 * For each of `people` the index of the option taken, or null: the greatest sum of value with at
 * most one option each, within pieces and money. Ties go to the lower cost, then to earlier people.
 */
export function maximiseValue(
  people: readonly (readonly Option[])[],
  { money, pieces }: Budget,
): readonly (number | null)[] {
  const sums: Map<number, Sum>[] = [new Map([[0, { value: 0, taken: null }]])];
  for (const person of undominated(people, pieces)) {
    const options = (people[person] ?? []).entries();
    const known = sums.slice(0, pieces);
    for (const step of stepsFrom(known, [...options], money)) improve(sums, { ...step, person });
  }
  const chosen: (number | null)[] = people.map(() => null);
  for (let taken = bestSum(sums).taken; taken !== null; taken = taken.before) {
    chosen[taken.person] = taken.option;
  }
  return chosen;
}

interface Taken {
  readonly person: number;
  readonly option: number;
  readonly before: Taken | null;
}

interface Sum {
  readonly value: number;
  readonly taken: Taken | null;
}

/** Sums closer than this are equal. */
const tolerance = 1e-9;

// Somebody not among the best `pieces` at any cost could always be exchanged for one who is.
function undominated(people: readonly (readonly Option[])[], pieces: number): readonly number[] {
  const atCost = new Map<number, Map<number, number>>();
  for (const [person, options] of people.entries()) {
    for (const { value, cost } of options) {
      const others = atCost.get(cost) ?? new Map<number, number>();
      others.set(person, Math.max(value, others.get(person) ?? 0));
      atCost.set(cost, others);
    }
  }
  const best = [...atCost.values()].flatMap((valuesAtCost) =>
    [...valuesAtCost]
      .toSorted(([a, valueA], [b, valueB]) => valueB - valueA || a - b)
      .slice(0, pieces),
  );
  return [...new Set(best.map(([person]) => person))].toSorted((a, b) => a - b);
}

interface Step {
  readonly pieces: number;
  readonly cost: number;
  readonly value: number;
  readonly option: number;
  readonly before: Taken | null;
}

// All steps are collected before any is taken: nobody may be served twice.
function stepsFrom(
  sums: readonly ReadonlyMap<number, Sum>[],
  options: readonly (readonly [number, Option])[],
  money: number,
): readonly Step[] {
  return sums.flatMap((byCost, pieces) =>
    [...byCost].flatMap(([spent, { value, taken }]) =>
      options
        .filter(([, option]) => spent + option.cost <= money)
        .map(([number, option]) => {
          const after = {
            pieces: pieces + 1,
            cost: spent + option.cost,
            value: value + option.value,
          };
          return { ...after, option: number, before: taken };
        }),
    ),
  );
}

function improve(
  sums: Map<number, Sum>[],
  { pieces, cost, value, option, before, person }: Step & { readonly person: number },
): void {
  const byCost = sums[pieces] ?? new Map<number, Sum>();
  sums[pieces] = byCost;
  const known = byCost.get(cost);
  if (known === undefined || value > known.value + tolerance)
    byCost.set(cost, { value, taken: { person, option, before } });
}

function bestSum(sums: readonly ReadonlyMap<number, Sum>[]): Sum {
  let best: Sum & { readonly cost: number } = { value: 0, cost: 0, taken: null };
  for (const byCost of sums) {
    for (const [cost, sum] of byCost) {
      const isBetter = sum.value > best.value + tolerance;
      const isCheaper = sum.value > best.value - tolerance && cost < best.cost;
      if (isBetter || isCheaper) best = { ...sum, cost };
    }
  }
  return best;
}
