// A file on its way in: unlocked, unpacked, read line by line, and refused at the first thing no honest copy has. Nothing is kept here; whoever reads
// gets the rows in batches.

import type { CopyProblem } from '#domain/backup/backup-problem.ts';
import { failed, ok, type Result } from '#lib/result.ts';
import { fileDigests } from '#platform/files/file-digests.ts';
import { readBytes, readText, type UnpackProblem } from '#platform/files/gzip.ts';
import { beginsLocked } from '#platform/crypto/age-header.ts';
import type { LockProblem } from '#platform/crypto/age-encryption.ts';
import { textHash } from '#platform/crypto/sha256-stream.ts';
import type { FactBatch } from '#schema/tables.ts';
import { copyReader, type CopyContents, type CopyReader } from '#formats/backup/reader.ts';
import type { Job } from '#app/worker/protocol.ts';

/** Bytes of a file, packed or not. A million visits are about fifteen million bytes. */
export const greatestCopyBytes = 200_000_000;

/** Bytes that may come out of a file: not more than any shop has, and not more than a hundred times what went in. */
const greatestInflated = 1_000_000_000;
const greatestRatio = 100;
/** A small file may well hold the same line many times. */
const alwaysAllowed = 10_000_000;

/** A file that should be a copy. */
interface SourceFile {
  readonly file: Blob;
  /** What may open it, should it be locked. */
  readonly phrases: readonly string[];
  readonly job: Job;
}

/** A file that should be a copy, and who takes its rows. */
export interface CopySource extends SourceFile {
  /** Takes the rows of one piece; a problem ends the reading. */
  readonly onBatch: (batch: FactBatch) => Promise<Result<null, CopyProblem>>;
}

/** What a copy just written must be, byte by byte. */
export interface CopyProof {
  /** Of the file as it was packed. */
  readonly digests: readonly string[];
  /** Bytes before the last line, unpacked. */
  readonly bytes: number;
  /** The last line. */
  readonly end: string;
}

/** Reads a copy again, from wherever it was written to: whether it unlocks, unpacks and is what was meant to the last byte. */
export async function isProven(source: SourceFile, proof: CopyProof): Promise<boolean> {
  const { file, job } = source;
  if (file.size > greatestCopyBytes) return false;
  if (String(await fileDigests(file)) !== String(proof.digests)) return false;
  const opened = await openedFile(source);
  if (!opened.ok) return false;
  const decoder = new TextDecoder();
  let end = '';
  let left = proof.bytes;
  const read = await readBytes(opened.value, {
    greatestBytes: greatestBytesOf(file),
    onBytes(bytes) {
      job.signal.throwIfAborted();
      end += decoder.decode(bytes.subarray(left), { stream: true });
      left -= Math.min(left, bytes.byteLength);
      job.onProgress({ done: proof.bytes - left, total: proof.bytes });
      return Promise.resolve(end.length <= proof.end.length);
    },
  });
  return read.ok && left === 0 && end === proof.end;
}

/** Reads a copy to its end. Only an answer without a problem means that what was read may be used. */
export async function readCopy(source: CopySource): Promise<Result<CopyContents, CopyProblem>> {
  const { file } = source;
  if (file.size === 0) return failed({ kind: 'empty-copy' });
  if (file.size > greatestCopyBytes)
    return failed({ kind: 'too-big-copy', bytes: file.size, greatest: greatestCopyBytes });
  const opened = await openedFile(source);
  if (!opened.ok) return opened;
  const reader = copyReader(textHash());
  let problem: CopyProblem | undefined;
  const read = await readText(opened.value, {
    greatestBytes: greatestBytesOf(file),
    async onText(text) {
      const taken = await take(source, reader, text);
      if (!taken.ok) problem = taken.problem;
      return taken.ok;
    },
  });
  if (problem !== undefined) return failed(problem);
  return read.ok ? reader.finish() : failed(copyProblemOf(read.problem, reader));
}

function greatestBytesOf(file: Blob): number {
  return Math.min(greatestInflated, Math.max(alwaysAllowed, file.size * greatestRatio));
}

// The code that opens locks is fetched only for a file that has one.
async function openedFile({
  file,
  phrases,
}: SourceFile): Promise<Result<Blob | ReadableStream<Uint8Array>, CopyProblem>> {
  const isLocked = await beginsLocked(file);
  if (isLocked === undefined) return failed({ kind: 'unreadable-copy' });
  if (!isLocked) return ok(file);
  if (phrases.length === 0) return failed({ kind: 'locked-copy' });
  const { unlockedStream } = await import('#platform/crypto/age-encryption.ts');
  const opened = await unlockedStream(file, phrases);
  return opened.ok ? opened : failed({ kind: lockProblems[opened.problem] });
}

const lockProblems = {
  unreadable: 'unreadable-copy',
  'not-ours': 'not-a-copy',
  cut: 'cut-copy',
  'wrong-phrase': 'wrong-phrase',
  damaged: 'damaged-copy',
} as const satisfies Readonly<Record<LockProblem, CopyProblem['kind']>>;

async function take(
  { onBatch, job }: CopySource,
  reader: CopyReader,
  text: string,
): Promise<Result<null, CopyProblem>> {
  job.signal.throwIfAborted();
  const batch = reader.push(text);
  if (!batch.ok) return batch;
  const taken = await onBatch(batch.value);
  job.onProgress({ done: reader.rowsRead(), total: reader.promised() });
  return taken.ok ? ok(null) : taken;
}

function copyProblemOf(problem: UnpackProblem, reader: CopyReader): CopyProblem {
  switch (problem) {
    case 'unreadable':
      return { kind: 'unreadable-copy' };
    case 'cannot-unpack':
      return { kind: 'cannot-unpack' };
    case 'swollen':
      return { kind: 'swollen-copy' };
    case 'not-text':
      return { kind: reader.promised() === null ? 'not-a-copy' : 'damaged-copy' };
    case 'damaged':
    case 'stopped':
      return { kind: 'damaged-copy' };
  }
}
