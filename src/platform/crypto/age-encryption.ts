// Encrypts a file with a passphrase in the open format of age (age-encryption.org/v1), so that it
// can be opened without us. Streams both ways: a large shop is never in memory at once. Must never
// open a file that would cost more work than a tablet has.

import { Decrypter, Encrypter } from 'age-encryption';
import { failed, ok, type Result } from '#lib/result.ts';
import { headText } from './age-header.ts';

export type DecryptProblem =
  | 'unreadable'
  /** Locked, but not with a phrase, or with more work than we do. */
  | 'not-ours'
  | 'truncated'
  | 'wrong-passphrase'
  | 'damaged';

/**
 * The work of scrypt for one try, as a power of two. 15 are 32 MB and a fraction of a second on a
 * cheap tablet, plenty for a passphrase of 62 bits. The age tool takes 18 and eight times the
 * memory; files with up to that are opened.
 */
const scryptWorkFactor = 15;
const maxScryptWorkFactor = 18;

const passphraseHeader = /^age-encryption\.org\/v1\n-> scrypt [A-Za-z0-9+/]{22} (\d{1,2})\n/;
/** Bytes of the longest beginning with a phrase's lock. */
const headBytes = 200;

/** `bytes` locked with `passphrase`. */
export async function encryptStream(
  bytes: ReadableStream<Uint8Array>,
  passphrase: string,
): Promise<ReadableStream<Uint8Array>> {
  const encrypter = new Encrypter();
  encrypter.setScryptWorkFactor(scryptWorkFactor);
  encrypter.setPassphrase(passphrase);
  return encrypter.encrypt(bytes);
}

/** What is inside `file`, by the first phrase that fits. Damage further on breaks the stream. */
export async function decryptStream(
  file: Blob,
  passphrases: readonly string[],
): Promise<Result<ReadableStream<Uint8Array>, DecryptProblem>> {
  const problem = await headerProblem(file);
  if (problem !== undefined) return failed(problem);
  for (const passphrase of passphrases) {
    const decrypted = await decryptWith(file, passphrase);
    if (decrypted.ok || decrypted.problem !== 'wrong-passphrase') return decrypted;
  }
  return failed('wrong-passphrase');
}

async function headerProblem(file: Blob): Promise<DecryptProblem | undefined> {
  const head = await headText(file, headBytes);
  if (head === undefined) return 'unreadable';
  const [, work] = passphraseHeader.exec(head) ?? [];
  if (work !== undefined) return Number(work) <= maxScryptWorkFactor ? undefined : 'not-ours';
  return file.size < headBytes ? 'truncated' : 'not-ours';
}

async function decryptWith(
  file: Blob,
  passphrase: string,
): Promise<Result<ReadableStream<Uint8Array>, DecryptProblem>> {
  const decrypter = new Decrypter();
  decrypter.addPassphrase(passphrase);
  try {
    return ok(await decrypter.decrypt(file.stream()));
  } catch (error) {
    const isWrongPassphrase =
      error instanceof Error && error.message.startsWith('no identity matched');
    return failed(isWrongPassphrase ? 'wrong-passphrase' : 'damaged');
  }
}
