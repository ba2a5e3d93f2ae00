// Reads a backup file: decrypts, unpacks, parses line by line, and refuses it at the first thing no
// valid backup has. Rows are handed on in batches.

import type { BackupProblem } from '#domain/backup/backup-problem.ts';
import { failed, ok, type Result } from '#lib/result.ts';
import { fileDigests } from '#platform/files/file-digests.ts';
import { readBytes, readText, type ReadTextProblem } from '#platform/files/gzip.ts';
import { isEncrypted } from '#platform/crypto/age-header.ts';
import type { DecryptProblem } from '#platform/crypto/age-encryption.ts';
import { sha256Stream } from '#platform/crypto/sha256-stream.ts';
import type { FactBatch } from '#schema/tables.ts';
import { backupReader, type BackupContents, type BackupReader } from '#formats/backup/reader.ts';
import type { RequestContext } from '#app/worker/protocol.ts';
import type { BackupFile } from './backup-types.ts';

/** Bytes of a file, packed or not. A million visits are about fifteen million bytes. */
const maxBackupBytes = 200_000_000;

/** Limits on unpacked bytes: no shop has more, and no honest file is packed more densely. */
const maxInflatedBytes = 1_000_000_000;
const maxInflationRatio = 100;
/** A small file may well repeat the same line many times. */
const minInflationLimit = 10_000_000;

interface BackupFileSource extends Required<BackupFile> {
  readonly context: RequestContext;
}

interface BackupSource extends BackupFileSource {
  /** Takes the rows of one chunk; a problem ends the reading. */
  readonly onBatch: (batch: FactBatch) => Promise<Result<null, BackupProblem>>;
}

/** What a file just written must be, byte by byte. */
export interface BackupDigest {
  /** Of the packed file. */
  readonly digests: readonly string[];
  /** Unpacked bytes before the last line. */
  readonly bytes: number;
  readonly end: string;
}

/** Reads a backup again where it was written: whether it decrypts, unpacks and matches `digest`. */
export async function verifyBackup(
  source: BackupFileSource,
  digest: BackupDigest,
): Promise<boolean> {
  const { file, context } = source;
  if (file.size > maxBackupBytes) return false;
  if (String(await fileDigests(file)) !== String(digest.digests)) return false;
  const opened = await decryptedFile(source);
  if (!opened.ok) return false;
  const decoder = new TextDecoder();
  let end = '';
  let left = digest.bytes;
  const read = await readBytes(opened.value, {
    maxBytes: maxBytesOf(file),
    onBytes(bytes) {
      context.signal.throwIfAborted();
      end += decoder.decode(bytes.subarray(left), { stream: true });
      left -= Math.min(left, bytes.byteLength);
      context.onProgress({ done: digest.bytes - left, total: digest.bytes });
      return Promise.resolve(end.length <= digest.end.length);
    },
  });
  return read.ok && left === 0 && end === digest.end;
}

/** Reads a whole backup. Its rows may be used only when there was no problem. */
export async function readBackup(
  source: BackupSource,
): Promise<Result<BackupContents, BackupProblem>> {
  const { file } = source;
  if (file.size === 0) return failed({ kind: 'empty-backup' });
  if (file.size > maxBackupBytes)
    return failed({ kind: 'too-big-backup', bytes: file.size, greatest: maxBackupBytes });
  const opened = await decryptedFile(source);
  if (!opened.ok) return opened;
  const reader = backupReader(sha256Stream());
  let problem: BackupProblem | undefined;
  const read = await readText(opened.value, {
    maxBytes: maxBytesOf(file),
    async onText(text) {
      const taken = await readChunk(source, reader, text);
      if (!taken.ok) problem = taken.problem;
      return taken.ok;
    },
  });
  if (problem !== undefined) return failed(problem);
  return read.ok ? reader.finish() : failed(backupProblemOf(read.problem, reader));
}

function maxBytesOf(file: Blob): number {
  return Math.min(maxInflatedBytes, Math.max(minInflationLimit, file.size * maxInflationRatio));
}

// The code for decryption is loaded only for an encrypted file.
async function decryptedFile({
  file,
  phrases,
}: BackupFileSource): Promise<Result<Blob | ReadableStream<Uint8Array>, BackupProblem>> {
  const isLocked = await isEncrypted(file);
  if (isLocked === undefined) return failed({ kind: 'unreadable-backup' });
  if (!isLocked) return ok(file);
  if (phrases.length === 0) return failed({ kind: 'encrypted-backup' });
  const { decryptStream } = await import('#platform/crypto/age-encryption.ts');
  const opened = await decryptStream(file, phrases);
  return opened.ok ? opened : failed({ kind: encryptionProblems[opened.problem] });
}

const encryptionProblems = {
  unreadable: 'unreadable-backup',
  'not-ours': 'not-a-backup',
  truncated: 'truncated-backup',
  'wrong-passphrase': 'wrong-passphrase',
  damaged: 'corrupt-backup',
} as const satisfies Readonly<Record<DecryptProblem, BackupProblem['kind']>>;

async function readChunk(
  { onBatch, context }: BackupSource,
  reader: BackupReader,
  text: string,
): Promise<Result<null, BackupProblem>> {
  context.signal.throwIfAborted();
  const batch = reader.push(text);
  if (!batch.ok) return batch;
  const taken = await onBatch(batch.value);
  context.onProgress({ done: reader.rowsRead(), total: reader.expectedRows() });
  return taken.ok ? ok(null) : taken;
}

function backupProblemOf(problem: ReadTextProblem, reader: BackupReader): BackupProblem {
  switch (problem) {
    case 'unreadable':
      return { kind: 'unreadable-backup' };
    case 'cannot-unpack':
      return { kind: 'cannot-unpack' };
    case 'zip-bomb':
      return { kind: 'zip-bomb-backup' };
    case 'not-text':
      return { kind: reader.expectedRows() === null ? 'not-a-backup' : 'corrupt-backup' };
    case 'damaged':
    case 'stopped':
      return { kind: 'corrupt-backup' };
  }
}
