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
  let sums: readonly Sums[] = [[{ value: 0, cost: 0, taken: null }]];
  for (const person of undominated(people, pieces)) {
    // Of equal sums the one stays that is found first: the better option for who comes earlier.
    const options = [...(people[person] ?? []).entries()].toReversed();
    sums = withPerson(sums, { person, options }, { money, pieces });
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
  readonly cost: number;
  readonly taken: Taken | null;
}

/** The best sums of so many pieces, by cost: whatever costs more is worth more. */
type Sums = readonly Sum[];

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

interface Person {
  readonly person: number;
  readonly options: readonly (readonly [number, Option])[];
}

// Each number of pieces from what was there before: nobody may be served twice.
function withPerson(
  sums: readonly Sums[],
  { person, options }: Person,
  { money, pieces }: Budget,
): readonly Sums[] {
  const served = sums.slice(0, pieces).map((known) =>
    options.map(([option, { value, cost }]) => {
      const reached = known.filter((sum) => sum.cost + cost <= money);
      return reached.map((sum) => ({
        value: sum.value + value,
        cost: sum.cost + cost,
        taken: { person, option, before: sum.taken },
      }));
    }),
  );
  const most = Math.min(pieces, sums.length);
  return Array.from({ length: most + 1 }, (_empty, taken) =>
    [sums[taken] ?? [], ...(served[taken - 1] ?? [])].reduce(bestOfBoth, []),
  ).filter((each) => each.length > 0);
}

// Both by cost. Who costs more and is worth no more can never be part of a better sum.
function bestOfBoth(ours: Sums, theirs: Sums): Sums {
  const best: Sum[] = [];
  let [our, their] = [0, 0];
  for (;;) {
    const [a, b] = [ours[our], theirs[their]];
    const next = a === undefined || (b !== undefined && b.cost < a.cost) ? b : a;
    if (next === undefined) return best;
    if (next === a) our += 1;
    else their += 1;
    const last = best.at(-1);
    if (last !== undefined && next.value <= last.value + tolerance) continue;
    if (last?.cost === next.cost) best.pop();
    best.push(next);
  }
}

function bestSum(sums: readonly Sums[]): Sum {
  let best: Sum = { value: 0, cost: 0, taken: null };
  for (const sum of sums.flat()) {
    const isBetter = sum.value > best.value + tolerance;
    const isCheaper = sum.value > best.value - tolerance && sum.cost < best.cost;
    if (isBetter || isCheaper) best = sum;
  }
  return best;
}
