// What a workbook may unpack to. A shop's list of ten years is far below; a zip bomb is above.

import type { ImportProblem } from '#domain/import/import-problem.ts';
import type { ZipEntry } from './zip-directory.ts';

const mebibyte = 1_048_576;
/** The rows of one sheet. 400,000 lines of eight columns. */
export const maxSheetBytes = 160 * mebibyte;
/** Texts that cells share: they are in memory at once, the rows are not. */
export const maxSharedBytes = 64 * mebibyte;
/** All other parts. */
export const maxPartBytes = 16 * mebibyte;
/** All sheets together: more of them are not looked into. */
export const maxAllBytes = 320 * mebibyte;
/** A part that shrank more than this is made to burst, unless it is small anyway. */
const maxRatio = 200;
const smallBytes = 4 * mebibyte;

/** Rows of one sheet, as in Excel. */
export const maxSheetRows = 1_048_576;
/** Columns of one sheet that may hold something. */
export const maxSheetColumns = 256;
/** Letters of one sheet: a text that a million cells share is a million texts in a list. */
export const maxSheetLetters = 100_000_000;
/** Sheets that are looked into. */
export const maxSheets = 64;

/** Why the workbook with these parts is not unpacked, or null. */
export function limitProblem(entries: readonly ZipEntry[]): ImportProblem | null {
  const parts = entries.filter(({ name }) => /\.(?:xml|rels)$/i.test(name));
  if (parts.some(({ isLocked }) => isLocked)) return { kind: 'locked-workbook' };
  return parts.some(bursts) ? { kind: 'too-much-in-workbook' } : null;
}

function bursts({ packedBytes, unpackedBytes }: ZipEntry): boolean {
  return unpackedBytes > smallBytes && unpackedBytes > packedBytes * maxRatio;
}
