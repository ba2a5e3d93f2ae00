// Two databases row by row, some thousand at a time, for shops that are too large to be laid side
// by side as text.
import { textOf } from './derived-rows.ts';
import { pagesOf } from './raw-storage.ts';

/** What comparing two databases gives: how many rows were the same, and the first that was not. */
export interface RowComparison {
  readonly rows: number;
  readonly difference: string | null;
}

/** Compares the stores `names` of the databases `one` and `other`. */
export async function compareRows(
  names: readonly string[],
  one: string,
  other: string,
): Promise<RowComparison> {
  let rows = 0;
  for (const name of names) {
    const [first, second] = [pagesOf(one, name), pagesOf(other, name)];
    for (;;) {
      const [a, b] = await Promise.all([first.next(), second.next()]);
      if (a.done === true && b.done === true) break;
      const [left, right] = [a.value ?? [], b.value ?? []];
      const place = left.findIndex((row, index) => textOf(row) !== textOf(right[index]));
      if (place !== -1 || left.length !== right.length)
        return { rows, difference: `${name}, row ${place}: ${textOf(left[place]).slice(0, 200)}` };
      rows += left.length;
    }
  }
  return { rows, difference: null };
}
