// Bytes to text and to hashes: what the pure layers cannot do.

import { hexOf } from '#lib/hex.ts';

/** Says at the end whether all pieces together were UTF-8. */
export interface Utf8Check {
  readonly feed: (bytes: Uint8Array<ArrayBuffer>) => void;
  readonly end: () => boolean;
}

export function utf8Check(): Utf8Check {
  const decoder = new TextDecoder('utf-8', { fatal: true });
  let isUtf8 = true;
  function step(bytes?: Uint8Array<ArrayBuffer>): void {
    if (!isUtf8) return;
    try {
      decoder.decode(bytes, { stream: bytes !== undefined });
    } catch {
      isUtf8 = false;
    }
  }
  return {
    feed: step,
    end() {
      step();
      return isUtf8;
    },
  };
}

/** SHA-256 in hex. */
export async function sha256Of(bytes: Uint8Array<ArrayBuffer>): Promise<string> {
  return hexOf(await crypto.subtle.digest('SHA-256', bytes));
}
