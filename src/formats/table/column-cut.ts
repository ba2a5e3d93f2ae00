// Finds the delimiter from the content: the extension ".csv" promises nothing.

import { declaredDelimiter, parseRows } from './parser.ts';

const candidates = [',', ';', '\t', '|'] as const;
const sampledRows = 400;

/** How a text splits into columns. */
interface ColumnCut {
  readonly delimiter: string;
  /** Columns of most rows. */
  readonly width: number;
  /** Share of the rows (0–1) with that many. */
  readonly agreement: number;
}

/** The delimiter that splits the beginning of a text most evenly; a first line `sep=;` decides. */
export function columnCutOf(text: string): ColumnCut {
  const named = declaredDelimiter(text);
  if (named !== undefined) return cutBy(text, named);
  const cuts = candidates.map((delimiter) => cutBy(text, delimiter));
  const [first = cutBy(text, ','), ...others] = cuts;
  return others.reduce((best, cut) => (scoreOf(cut) > scoreOf(best) ? cut : best), first);
}

// One column always agrees with itself, so it takes two. A wide split that nearly always fits beats
// a narrow perfect one, because decimal commas split a semicolon table evenly too.
function scoreOf(cut: ColumnCut): number {
  return cut.width < 2 ? 0 : cut.agreement * cut.agreement * Math.log2(cut.width + 1);
}

/** How `text` splits at `delimiter`; title lines of one cell do not count against it. */
export function cutBy(text: string, delimiter: string): ColumnCut {
  const widths = parseRows(text, { delimiter, width: null }, sampledRows)
    .filter((row) => !row.tooLong)
    .map((row) => row.cells.length);
  const counts = new Map<number, number>();
  for (const width of widths) counts.set(width, (counts.get(width) ?? 0) + 1);
  const [width, count] = [...counts].reduce(
    (best, next) => (next[1] > best[1] ? next : best),
    [0, 0],
  );
  return { delimiter, width, agreement: widths.length === 0 ? 0 : count / widths.length };
}
