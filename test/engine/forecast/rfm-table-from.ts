import type { RfmTable } from '#engine/forecast/recency-frequency.ts';

interface RfmRow {
  readonly repeats: number;
  readonly last: number;
  readonly age: number;
  readonly logGaps: number;
}

/** A table by its figures alone, as published fits give them. */
export function rfmTableFrom(rows: readonly RfmRow[]): RfmTable {
  return {
    size: rows.length,
    who: Int32Array.from(rows.keys()),
    repeats: Float64Array.from(rows, ({ repeats }) => repeats),
    last: Float64Array.from(rows, ({ last }) => last),
    age: Float64Array.from(rows, ({ age }) => age),
    logGaps: Float64Array.from(rows, ({ logGaps }) => logGaps),
    counts: new Float64Array(rows.length).fill(1),
  };
}
