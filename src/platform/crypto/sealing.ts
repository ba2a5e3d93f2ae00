// Seals small pieces with a random secret of 256 bits, each in the open format of age: `age -d`
// opens one with the secret as its passphrase. As the secret is no word that anybody thought of,
// scrypt has the least work. Whoever lacks the secret can neither open a piece nor make one.

import { Decrypter, Encrypter } from 'age-encryption';
import { failed, ok, type Result } from '#lib/result.ts';

export type UnsealProblem = 'wrong-secret' | 'damaged';

const leastWork = 1;
const sealHeader = /^age-encryption\.org\/v1\n-> scrypt [A-Za-z0-9+/]{22} 1\n/;
/** Bytes of the longest beginning with the lock. */
const headBytes = 100;

/** A new secret, as text. */
export function newSecret(): string {
  return textOfBytes(crypto.getRandomValues(new Uint8Array(32)));
}

export async function sealBytes(
  bytes: Uint8Array,
  secret: string,
): Promise<Uint8Array<ArrayBuffer>> {
  const encrypter = new Encrypter();
  encrypter.setScryptWorkFactor(leastWork);
  encrypter.setPassphrase(secret);
  return Uint8Array.from(await encrypter.encrypt(bytes));
}

/** What is inside `sealed`. Must never be made to work harder by whoever sent it. */
export async function unsealBytes(
  sealed: Uint8Array,
  secret: string,
): Promise<Result<Uint8Array<ArrayBuffer>, UnsealProblem>> {
  const head = new TextDecoder().decode(sealed.subarray(0, headBytes));
  if (!sealHeader.test(head)) return failed('damaged');
  const decrypter = new Decrypter();
  decrypter.addPassphrase(secret);
  try {
    return ok(Uint8Array.from(await decrypter.decrypt(sealed)));
  } catch (error) {
    const isWrong = error instanceof Error && error.message.startsWith('no identity matched');
    return failed(isWrong ? 'wrong-secret' : 'damaged');
  }
}

/** Bytes as text that is safe in addresses and JSON (base64url). */
export function textOfBytes(bytes: Uint8Array): string {
  let text = '';
  for (let from = 0; from < bytes.length; from += 8_192)
    text += String.fromCharCode(...bytes.subarray(from, from + 8_192));
  return btoa(text).replaceAll('+', '-').replaceAll('/', '_').replaceAll('=', '');
}

/** The bytes that `text` stands for; undefined where it is no such text. */
export function bytesOfText(text: string): Uint8Array<ArrayBuffer> | undefined {
  try {
    const plain = atob(text.replaceAll('-', '+').replaceAll('_', '/'));
    return Uint8Array.from(plain, (letter) => letter.charCodeAt(0));
  } catch {
    return undefined;
  }
}
