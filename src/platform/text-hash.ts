// SHA-256 over text that arrives in parts. The browser's own digest wants everything at once, which a large shop is too big for.

import { sha256 } from '@noble/hashes/sha2.js';
import { bytesToHex } from '@noble/hashes/utils.js';

/** A checksum over the UTF-8 bytes of all text given to `update`, which gives them, and all bytes given to `add`, in their order. */
export function textHash(): {
  readonly update: (text: string) => Uint8Array<ArrayBuffer>;
  readonly add: (bytes: Uint8Array) => void;
  readonly hex: () => string;
} {
  const encoder = new TextEncoder();
  const hash = sha256.create();
  return {
    update(text) {
      const bytes = encoder.encode(text);
      hash.update(bytes);
      return bytes;
    },
    add: (bytes) => void hash.update(bytes),
    hex: () => bytesToHex(hash.clone().digest()),
  };
}
