// The first reading of a picked file: its hash, its beginning, and what tells its letters.

import type { ImportProblem } from '#domain/import/import-problem.ts';
import { oddCells } from '#formats/letters/odd-cells.ts';
import { failed, ok, type Result } from '#lib/result.ts';
import { sha256Of, utf8Check } from '#platform/files/bytes.ts';
import { readSlices } from '#platform/files/files.ts';

/** What every byte of a file has shown. */
export interface SurveyedBytes {
  readonly fileHash: string;
  readonly head: Uint8Array;
  readonly isUtf8: boolean;
  /** Cells with letters beyond ASCII, from all over the file. */
  readonly cells: readonly Uint8Array[];
}

const headBytes = 65_536;
const evidence = { bytes: 49_152, bytesOfPiece: 16_384 };

/** Reads all of `file`, slice by slice; only a sample stays in memory. */
export async function surveyBytes(
  file: Blob,
  onRead: (share: number) => void,
): Promise<Result<SurveyedBytes, ImportProblem>> {
  if (file.size === 0) return failed({ kind: 'empty' });
  const check = utf8Check();
  const odd = oddCells(evidence);
  const hashes: string[] = [];
  let head = new Uint8Array();
  const isRead = await readSlices(file, async (bytes, done) => {
    const isFirst = hashes.length === 0;
    if (isFirst) head = bytes.slice(0, headBytes);
    check.feed(bytes);
    odd.feed(bytes, { isFirst, isLast: done === file.size });
    hashes.push(await sha256Of(bytes));
    onRead(done / file.size);
  });
  if (!isRead) return failed({ kind: 'unreadable' });
  const fileHash = await combinedHash(hashes);
  return ok({ fileHash, head, isUtf8: check.end(), cells: odd.cells() });
}

// As it has always been, so that a file that was imported is known again.
async function combinedHash(hashes: readonly string[]): Promise<string> {
  const [only, ...others] = hashes;
  if (only !== undefined && others.length === 0) return only;
  return sha256Of(new TextEncoder().encode(hashes.join('')));
}
