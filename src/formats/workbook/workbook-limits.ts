// What a workbook may unpack to. A shop's list of ten years is far below; a zip bomb is above.

import type { ImportProblem } from '#domain/import/import-problem.ts';
import type { ZipEntry } from './zip-directory.ts';

const mebibyte = 1_048_576;
/** All parts that are read, together. 400,000 lines of eight columns. */
const maxUnpackedBytes = 160 * mebibyte;
/** Texts that cells share: they are in memory at once, the rows are not. */
const maxSharedBytes = 64 * mebibyte;
/** A part that shrank more than this is made to burst, unless it is small anyway. */
const maxRatio = 200;
const smallBytes = 4 * mebibyte;

/** Rows of one sheet, as in Excel. */
export const maxSheetRows = 1_048_576;
/** Columns of one sheet that may hold something. */
export const maxSheetColumns = 256;
/** Cells of one sheet, also empty ones: what a row of 16,384 cells a million times would be. */
export const maxSheetCells = 20_000_000;
/** Sheets that are looked into. */
export const maxSheets = 32;

/** Why the workbook with these parts is not unpacked, or null. */
export function limitProblem(entries: readonly ZipEntry[]): ImportProblem | null {
  const parts = entries.filter(({ name }) => /\.(?:xml|rels)$/i.test(name));
  if (parts.some(({ isLocked }) => isLocked)) return { kind: 'locked-workbook' };
  if (parts.some(hidesItsSize)) return { kind: 'damaged-workbook' };
  const shared = parts.filter(({ name }) => /sharedStrings/i.test(name));
  const isTooBig =
    bytesOf(parts) > maxUnpackedBytes || bytesOf(shared) > maxSharedBytes || parts.some(bursts);
  return isTooBig ? { kind: 'too-much-in-workbook' } : null;
}

function hidesItsSize({ method, packedBytes, unpackedBytes }: ZipEntry): boolean {
  return unpackedBytes === 0 && (method === 8 ? packedBytes > 2 : packedBytes > 0);
}

function bursts({ packedBytes, unpackedBytes }: ZipEntry): boolean {
  return unpackedBytes > smallBytes && unpackedBytes > packedBytes * maxRatio;
}

function bytesOf(parts: readonly ZipEntry[]): number {
  return parts.reduce((sum, { unpackedBytes }) => sum + unpackedBytes, 0);
}
