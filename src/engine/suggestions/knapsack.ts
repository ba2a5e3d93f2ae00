// The best use of a few pieces and a little money, found exactly: a week has at most a dozen pieces, so nothing need be guessed. Must never spend
// more than there is, and never depend on how sums of fractions happen to round.

/** One way to serve somebody: what good it does (above nothing) and what it costs (whole units, not negative). */
export interface Way {
  readonly good: number;
  readonly cost: number;
}

/** What there is to give away. */
export interface Purse {
  readonly money: number;
  readonly pieces: number;
}

/**
 * For each of the `people` the number of their way that is taken, or null: the sum of good is the greatest possible with at most one way each,
 * at most the pieces, at most the money. Of equal sums the cheaper one, of equal costs the one with the earlier people.
 */
export function bestUse(
  people: readonly (readonly Way[])[],
  { money, pieces }: Purse,
): readonly (number | null)[] {
  const sums: Map<number, Sum>[] = [new Map([[0, { good: 0, taken: null }]])];
  for (const person of worthLooking(people, pieces)) {
    const ways = (people[person] ?? []).entries();
    const known = sums.slice(0, pieces);
    for (const step of stepsFrom(known, [...ways], money)) better(sums, { ...step, person });
  }
  const chosen: (number | null)[] = people.map(() => null);
  for (let taken = bestOf(sums).taken; taken !== null; taken = taken.before) {
    chosen[taken.person] = taken.way;
  }
  return chosen;
}

interface Taken {
  readonly person: number;
  readonly way: number;
  readonly before: Taken | null;
}

interface Sum {
  readonly good: number;
  readonly taken: Taken | null;
}

/** Sums of good nearer to each other than this are equal. */
const alike = 1e-9;

// Who is not among the best `pieces` at any cost could always be changed for somebody who is.
function worthLooking(people: readonly (readonly Way[])[], pieces: number): readonly number[] {
  const atCost = new Map<number, Map<number, number>>();
  for (const [person, ways] of people.entries()) {
    for (const { good, cost } of ways) {
      const others = atCost.get(cost) ?? new Map<number, number>();
      others.set(person, Math.max(good, others.get(person) ?? 0));
      atCost.set(cost, others);
    }
  }
  const best = [...atCost.values()].flatMap((goods) =>
    [...goods].toSorted(([a, goodA], [b, goodB]) => goodB - goodA || a - b).slice(0, pieces),
  );
  return [...new Set(best.map(([person]) => person))].toSorted((a, b) => a - b);
}

interface Step {
  readonly pieces: number;
  readonly cost: number;
  readonly good: number;
  readonly way: number;
  readonly before: Taken | null;
}

// All steps first, then all are taken: nobody may be served twice.
function stepsFrom(
  sums: readonly ReadonlyMap<number, Sum>[],
  ways: readonly (readonly [number, Way])[],
  money: number,
): readonly Step[] {
  return sums.flatMap((byCost, pieces) =>
    [...byCost].flatMap(([spent, { good, taken }]) =>
      ways
        .filter(([, way]) => spent + way.cost <= money)
        .map(([number, way]) => {
          const after = { pieces: pieces + 1, cost: spent + way.cost, good: good + way.good };
          return { ...after, way: number, before: taken };
        }),
    ),
  );
}

function better(
  sums: Map<number, Sum>[],
  { pieces, cost, good, way, before, person }: Step & { readonly person: number },
): void {
  const byCost = sums[pieces] ?? new Map<number, Sum>();
  sums[pieces] = byCost;
  const known = byCost.get(cost);
  if (known === undefined || good > known.good + alike)
    byCost.set(cost, { good, taken: { person, way, before } });
}

function bestOf(sums: readonly ReadonlyMap<number, Sum>[]): Sum {
  let best: Sum & { readonly cost: number } = { good: 0, cost: 0, taken: null };
  for (const byCost of sums) {
    for (const [cost, sum] of byCost) {
      const isBetter = sum.good > best.good + alike;
      const isCheaper = sum.good > best.good - alike && cost < best.cost;
      if (isBetter || isCheaper) best = { ...sum, cost };
    }
  }
  return best;
}
