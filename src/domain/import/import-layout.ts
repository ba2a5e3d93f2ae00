import type { DayOrder } from './column-meaning.ts';

/**
 * How a list was read, remembered under a name so that the next one of the same till is read alike.
 * One of an import that was undone is not used.
 */
export interface ImportLayout {
  readonly name: string;
  /** The cells of the row of headings, or none where there was no such row. */
  readonly headings: readonly string[];
  readonly firstIsHeadings: boolean;
  /** What each column means, a `ColumnMeaning` of the code that wrote it. */
  readonly meanings: readonly string[];
  readonly order: DayOrder | null;
  readonly encoding: string | null;
  readonly delimiter: string | null;
  /** What was asked about the list, and the answer. */
  readonly answers: Readonly<Record<string, string>>;
}
