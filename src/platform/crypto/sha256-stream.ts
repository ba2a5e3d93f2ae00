// SHA-256 over text that arrives in parts. The browser's own digest wants everything at once, which
// a large shop is too big for.

import { sha256 } from '@noble/hashes/sha2.js';
import { bytesToHex } from '@noble/hashes/utils.js';

/** A checksum over the UTF-8 bytes of all text given to `update`, which gives them. */
export function sha256Stream(): {
  readonly update: (text: string) => Uint8Array<ArrayBuffer>;
  readonly hex: () => string;
} {
  const encoder = new TextEncoder();
  let buffer = new Uint8Array(0);
  const hash = sha256.create();
  return {
    update(text) {
      // Into room that is there already: browsers do that several times as fast as making it anew.
      // A letter takes three bytes at most.
      if (buffer.length < 3 * text.length) buffer = new Uint8Array(3 * text.length);
      const bytes = buffer.slice(0, encoder.encodeInto(text, buffer).written);
      hash.update(bytes);
      return bytes;
    },
    hex: () => bytesToHex(hash.clone().digest()),
  };
}
