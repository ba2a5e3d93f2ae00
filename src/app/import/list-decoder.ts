// Text from the bytes of a list, in any of the encodings that are known.

import type { ListEncoding } from '#domain/import/list-encoding.ts';
import { codePages } from '#formats/letters/code-pages.ts';

/** Text from bytes that come in pieces. */
export interface ListDecoder {
  readonly decode: (bytes: Uint8Array) => string;
  /** What was left over, an unfinished letter for instance. */
  readonly end: () => string;
}

/** A decoder of `encoding`. A byte order mark at the beginning is dropped. */
export function listDecoder(encoding: ListEncoding): ListDecoder {
  if (encoding === 'cp437' || encoding === 'cp850' || encoding === 'cp852')
    return { decode: (bytes) => codePageText(bytes, codePages[encoding]), end: () => '' };
  const decoder = new TextDecoder(encoding);
  return {
    // Always as a stream: Node 20 reads Windows-1252 as Latin-1 when it has all bytes at once.
    decode: (bytes) => decoder.decode(bytes, { stream: true }),
    end: () => decoder.decode(),
  };
}

/** All of `bytes` as text. */
export function decodeList(bytes: Uint8Array, encoding: ListEncoding): string {
  const { decode, end } = listDecoder(encoding);
  return decode(bytes) + end();
}

const pieceLength = 8192;

function codePageText(bytes: Uint8Array, page: string): string {
  const pieces: string[] = [];
  for (let from = 0; from < bytes.length; from += pieceLength) {
    const codes = Array.from(bytes.subarray(from, from + pieceLength), (byte) =>
      byte < 128 ? byte : page.charCodeAt(byte - 128),
    );
    pieces.push(String.fromCharCode(...codes));
  }
  return pieces.join('');
}
