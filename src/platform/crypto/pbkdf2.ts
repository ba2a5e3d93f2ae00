// A slow hash (PBKDF2 with SHA-256), for a few digits that need not be stored in clear. Whoever
// reads the store tries out four digits in minutes: nothing may be protected with it.

import { hexOf } from '#lib/hex.ts';

/** The hash of `text` with `salt` after so many rounds, in hexadecimal digits. */
export async function pbkdf2(
  text: string,
  { salt, rounds }: { readonly salt: string; readonly rounds: number },
): Promise<string> {
  const encoder = new TextEncoder();
  const key = await crypto.subtle.importKey('raw', encoder.encode(text), 'PBKDF2', false, [
    'deriveBits',
  ]);
  const bits = await crypto.subtle.deriveBits(
    { name: 'PBKDF2', hash: 'SHA-256', salt: encoder.encode(salt), iterations: rounds },
    key,
    256,
  );
  return hexOf(bits);
}
