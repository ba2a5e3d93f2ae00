// SHA-256 over text in parts. The browser's own digest wants a whole shop at once.

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
      // Into an existing buffer: several times as fast as a new one. A letter has at most three
      // bytes.
      if (buffer.length < 3 * text.length) buffer = new Uint8Array(3 * text.length);
      const bytes = buffer.slice(0, encoder.encodeInto(text, buffer).written);
      hash.update(bytes);
      return bytes;
    },
    hex: () => bytesToHex(hash.clone().digest()),
  };
}
