// Locking a file with a phrase in the open format of age (age-encryption.org/v1), so that it can be opened without us. Streams both ways: a
// large shop never stands in memory at once. Must never open a file that would cost more work than a tablet has.

import { Decrypter, Encrypter } from 'age-encryption';
import { failed, ok, type Result } from '#lib/result.ts';
import { headText } from './age-header.ts';

/** Why a file did not open. */
export type LockProblem =
  | 'unreadable'
  /** Locked, but not with a phrase, or with more work than we do. */
  | 'not-ours'
  | 'cut'
  | 'wrong-phrase'
  | 'damaged';

/**
 * Powers of two that scrypt takes for one try. 15 are 32 MB and a fraction of a second on a cheap tablet; with a drawn phrase of 62 bits that
 * still is beyond anybody's means. The age tool itself takes 18 and eight times the memory; up to that is opened.
 */
const workTaken = 15;
const workGiven = 18;

const lockedByPhrase = /^age-encryption\.org\/v1\n-> scrypt [A-Za-z0-9+/]{22} (\d{1,2})\n/;
/** Bytes of the longest beginning with a phrase's lock. */
const headBytes = 200;

/** `bytes` locked with `phrase`. */
export async function lockedStream(
  bytes: ReadableStream<Uint8Array>,
  phrase: string,
): Promise<ReadableStream<Uint8Array>> {
  const encrypter = new Encrypter();
  encrypter.setScryptWorkFactor(workTaken);
  encrypter.setPassphrase(phrase);
  return encrypter.encrypt(bytes);
}

/** The bytes inside `file`, opened with the first of `phrases` that fits. A damage further on breaks the stream when it is read. */
export async function unlockedStream(
  file: Blob,
  phrases: readonly string[],
): Promise<Result<ReadableStream<Uint8Array>, LockProblem>> {
  const problem = await lockProblem(file);
  if (problem !== undefined) return failed(problem);
  for (const phrase of phrases) {
    const opened = await openedWith(file, phrase);
    if (opened.ok || opened.problem !== 'wrong-phrase') return opened;
  }
  return failed('wrong-phrase');
}

async function lockProblem(file: Blob): Promise<LockProblem | undefined> {
  const head = await headText(file, headBytes);
  if (head === undefined) return 'unreadable';
  const [, work] = lockedByPhrase.exec(head) ?? [];
  if (work !== undefined) return Number(work) <= workGiven ? undefined : 'not-ours';
  return file.size < headBytes ? 'cut' : 'not-ours';
}

async function openedWith(
  file: Blob,
  phrase: string,
): Promise<Result<ReadableStream<Uint8Array>, LockProblem>> {
  const decrypter = new Decrypter();
  decrypter.addPassphrase(phrase);
  try {
    return ok(await decrypter.decrypt(file.stream()));
  } catch (error) {
    const isUnfit = error instanceof Error && error.message.startsWith('no identity matched');
    return failed(isUnfit ? 'wrong-phrase' : 'damaged');
  }
}
