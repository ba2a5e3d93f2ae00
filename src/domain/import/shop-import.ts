// A list that was imported: what it held, what could not be read, and whether it was undone.

import { idFrom, type Id } from '#lib/id.ts';
import type { VersionedRow } from '#domain/shop/versioned-row.ts';
import type { ImportLayout } from './import-layout.ts';

export type ImportId = Id<'import'>;

export const importIdFrom: (text: string) => ImportId = idFrom;

/** Why a row, or a part of it, could not be used. `column` and `text` are what stood there. */
export interface RowProblem {
  /** The row in the file as a spreadsheet counts it: headings are row 1. */
  readonly row: number;
  readonly column: string;
  readonly code: RowProblemCode;
  readonly text: string;
  /** Whether the whole row was left out, or only this part of it. */
  readonly left: 'row' | 'part';
}

/** All that may be wrong with a row; the sentences are in i18n. */
export const rowProblemCodes = [
  'no-name',
  'no-day',
  'not-a-day',
  'day-ahead',
  'not-a-time',
  'not-an-amount',
  'negative-amount',
  'not-a-birthday',
  'ragged-row',
  'not-a-phone',
  'not-a-mail',
  'not-yes-or-no',
  'rounded-number',
  'text-cut',
  'other-currency',
  'cancelled',
  'refund',
  'no-show',
  'pending',
  'not-a-sale',
  'total-row',
  'headings-again',
  'other-table',
  'stand-in',
  'stray-quote',
  'forgotten',
  'too-long',
] as const;

export type RowProblemCode = (typeof rowProblemCodes)[number];

/** What of an import may change. */
export interface ImportFields {
  /** Epoch ms when all was written, or null: such an import is undone at the next start. */
  readonly finishedAt: number | null;
  /** When it was undone, epoch ms, or null. */
  readonly undoneAt: number | null;
  /** How it was read, or null where nothing was remembered. */
  readonly layout: ImportLayout | null;
}

/** One list that was imported, or is being imported or undone. */
export interface ShopImport extends ImportFields, VersionedRow<keyof ImportFields> {
  readonly id: ImportId;
  readonly fileName: string;
  /** SHA-256 in hex, of the file's bytes or of its slices' hashes: recognises the same file. */
  readonly fileHash: string;
  readonly at: number;
  readonly rows: number;
  readonly people: number;
  readonly visits: number;
  /** The first problems of the list, at most `maxStoredProblems`. */
  readonly problems: readonly RowProblem[];
  /** How many problems there were in all. */
  readonly problemCount: number;
}

/** So many problem rows are stored word by word. */
export const maxStoredProblems = 2000;

const maxProblemTextLength = 80;

/** `text` shortened to 80 characters, none of them cut in two. */
export function shortenedProblemText(text: string): string {
  // A character takes up to two places of a string.
  const letters = Array.from(text.slice(0, 2 * maxProblemTextLength));
  return letters.slice(0, maxProblemTextLength).join('');
}
