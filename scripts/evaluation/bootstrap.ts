// Standard errors of any figure by drawing customers again, with replacement (Efron 1979). Whole
// customers are drawn, with all that is theirs, because one customer's weeks are alike.
import { seededRandom } from '#lib/seeded-random.ts';

/**
 * The standard deviation of `figure` over `times` draws of customers, or null without draws. Row i
 * belongs to customer `owners[i]`; `figure` gets the rows that were drawn.
 */
export function standardError(
  owners: readonly number[],
  times: number,
  figure: (rows: readonly number[]) => number,
): number | null {
  if (times === 0) return null;
  const rowsOf = new Map<number, number[]>();
  owners.forEach((owner, row) => rowsOf.set(owner, [...(rowsOf.get(owner) ?? []), row]));
  const customers = [...rowsOf.values()];
  const random = seededRandom('bootstrap');
  const figures = Array.from({ length: times }, () =>
    figure(customers.flatMap(() => customers[Math.floor(random() * customers.length)] ?? [])),
  ).filter((each) => !Number.isNaN(each));
  const mean = figures.reduce((sum, each) => sum + each, 0) / figures.length;
  const squares = figures.reduce((sum, each) => sum + (each - mean) ** 2, 0);
  return Math.sqrt(squares / Math.max(1, figures.length - 1));
}
