// A list that was brought in: what it held, what could not be read, and whether it was taken back.

import type { VersionedRow } from '#domain/shop/versioned-row.ts';

declare const importBrand: unique symbol;
/** Tells an import’s id from other text. */
export type ImportId = string & { readonly [importBrand]: true };

/** The id spelled by `text`, for ids just made or read from a row. */
export function importIdFrom(text: string): ImportId {
  // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- the brand tells ids apart, any text may be one
  return text as ImportId;
}

/**
 * Why a row, or a part of it, could not be used. `column` and `text` are what stood there,
 * shortened by `shortenedProblemText`.
 */
export interface RowProblem {
  /** The row in the file as a spreadsheet counts it: headings are row 1. */
  readonly row: number;
  readonly column: string;
  readonly code: RowProblemCode;
  readonly text: string;
  /** Whether the whole row was left out, or only this part of it. */
  readonly left: 'row' | 'part';
}

/** What was wrong with a row; its sentence is in i18n. */
export type RowProblemCode =
  | 'no-name'
  | 'no-day'
  | 'not-a-day'
  | 'day-ahead'
  | 'not-a-time'
  | 'not-an-amount'
  | 'negative-amount'
  | 'not-a-birthday'
  | 'ragged-row'
  | 'cancelled'
  | 'refund'
  | 'too-long';

/** What of an import may change. */
export type ImportField = 'finishedAt' | 'undoneAt';

/** One list that was brought in, or is being brought in or taken back. */
export interface ShopImport extends VersionedRow<ImportField> {
  readonly id: ImportId;
  readonly fileName: string;
  /**
   * SHA-256 in hex, of the file's bytes or, beyond one slice, of its slices' hashes: the same file
   * is recognised by it.
   */
  readonly fileHash: string;
  readonly at: number;
  readonly rows: number;
  readonly people: number;
  readonly visits: number;
  /** The first problems of the list, at most `maxStoredProblems`. */
  readonly problems: readonly RowProblem[];
  /** How many problems there were in all. */
  readonly problemCount: number;
  /**
   * When everything was written, epoch ms, or null while it is not: such an import is taken back at
   * the next start.
   */
  readonly finishedAt: number | null;
  /** When it was taken back, epoch ms, or null. */
  readonly undoneAt: number | null;
}

/**
 * So many problem rows are kept word by word; beyond that a list is simply another kind of list.
 */
export const maxStoredProblems = 2000;

const maxProblemTextLength = 80;

/**
 * `text` short enough to be kept with an import: at most 80 characters, none of them cut in two.
 */
export function shortenedProblemText(text: string): string {
  // A character takes up to two places of a string.
  const letters = Array.from(text.slice(0, 2 * maxProblemTextLength));
  return letters.slice(0, maxProblemTextLength).join('');
}
