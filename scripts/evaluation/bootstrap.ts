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
  return times === 0 ? null : deviationOf(drawnFigures(owners, times, figure));
}

/** What `figure` makes of each draw: for several standard errors from the same draws. */
export function drawnFigures<Figure>(
  owners: readonly number[],
  times: number,
  figure: (rows: readonly number[]) => Figure,
): readonly Figure[] {
  const customers = rowsByOwner(owners);
  const random = seededRandom('bootstrap');
  return Array.from({ length: times }, () =>
    figure(customers.flatMap(() => customers[Math.floor(random() * customers.length)] ?? [])),
  );
}

/** The standard deviation of some figures; those that are no numbers are left out. */
export function deviationOf(all: readonly number[]): number {
  const figures = all.filter((each) => !Number.isNaN(each));
  const mean = figures.reduce((sum, each) => sum + each, 0) / figures.length;
  const squares = figures.reduce((sum, each) => sum + (each - mean) ** 2, 0);
  return Math.sqrt(squares / Math.max(1, figures.length - 1));
}

function rowsByOwner(owners: readonly number[]): readonly (readonly number[])[] {
  const rowsOf = new Map<number, number[]>();
  owners.forEach((owner, row) => {
    const rows = rowsOf.get(owner);
    if (rows === undefined) rowsOf.set(owner, [row]);
    else rows.push(row);
  });
  return [...rowsOf.values()];
}
