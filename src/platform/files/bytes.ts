// Bytes to text and to hashes: what the pure layers cannot do.

import { hexOf } from '#lib/hex.ts';

export type Encoding = 'utf-8' | 'utf-16le' | 'utf-16be' | 'windows-1252';

/** Letters from bytes that come in pieces. */
export interface Decoder {
  readonly decode: (bytes: Uint8Array<ArrayBuffer>) => string;
  /** What was left over, an unfinished letter for instance. */
  readonly end: () => string;
}

const sampleBytes = 4000;

/**
 * The encoding that the first bytes show: a byte order mark, or the zeros beside plain letters in
 * UTF-16. Otherwise it is UTF-8 until a byte proves it wrong (`isUtf8`), and then Windows-1252.
 */
export function encodingOf(head: Uint8Array): Exclude<Encoding, 'windows-1252'> {
  const [first, second] = head;
  if (first === 0xff && second === 0xfe) return 'utf-16le';
  if (first === 0xfe && second === 0xff) return 'utf-16be';
  return encodingByZeros(head.subarray(0, sampleBytes)) ?? 'utf-8';
}

function encodingByZeros(head: Uint8Array): 'utf-16le' | 'utf-16be' | null {
  const half = Math.floor(head.length / 2);
  const zerosAt = (odd: 0 | 1): number =>
    head.reduce((count, byte, index) => count + (byte === 0 && index % 2 === odd ? 1 : 0), 0);
  const isMajority = (count: number): boolean => half >= 4 && count > half * 0.7;
  const isFew = (count: number): boolean => count < half * 0.1;
  if (isMajority(zerosAt(1)) && isFew(zerosAt(0))) return 'utf-16le';
  return isMajority(zerosAt(0)) && isFew(zerosAt(1)) ? 'utf-16be' : null;
}

/** A decoder for pieces of one file. A mark at the beginning is dropped. */
export function decoderOf(encoding: Encoding): Decoder {
  const decoder = new TextDecoder(encoding);
  return {
    decode: (bytes) => decoder.decode(bytes, { stream: true }),
    end: () => decoder.decode(),
  };
}

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
