// All of a text file as one string.

import type { ListEncoding } from '#domain/import/list-encoding.ts';
import { readSlices } from '#platform/files/files.ts';
import { decodeList, listDecoder, type ListDecoder } from './list-decoder.ts';

/** The text of `file`, or null when it could not be read to its end. */
export async function listText(
  file: Blob,
  { encoding, isWhole }: { readonly encoding: ListEncoding; readonly isWhole: boolean },
  onRead: (share: number) => void,
): Promise<string | null> {
  const decoder = encoding === 'utf-8' && !isWhole ? mixedDecoder() : listDecoder(encoding);
  const pieces: string[] = [];
  const isRead = await readSlices(file, (bytes, done) => {
    pieces.push(decoder.decode(bytes));
    onRead(done / file.size);
  });
  pieces.push(decoder.end());
  return isRead ? withoutEndMark(pieces.join('')) : null;
}

const endMark = '\u001A';

// Programs of the DOS age end a file with a mark.
function withoutEndMark(text: string): string {
  let end = text.length;
  while (text[end - 1] === endMark) end -= 1;
  return text.slice(0, end);
}

const lineFeed = 10;

// UTF-8 with lines of another list in it, which are Windows-1252 then: no letter is lost.
function mixedDecoder(): ListDecoder {
  let rest: Uint8Array = new Uint8Array();
  function decode(bytes: Uint8Array): string {
    const all = joined(rest, bytes);
    const end = all.lastIndexOf(lineFeed) + 1;
    rest = all.slice(end);
    return linesOf(all.subarray(0, end));
  }
  return { decode, end: () => linesOf(rest).replace(/^\uFEFF/u, '') };
}

function linesOf(bytes: Uint8Array): string {
  const whole = decodedUtf8(bytes);
  if (whole !== null) return whole;
  const lines: string[] = [];
  for (let from = 0; from < bytes.length;) {
    const found = bytes.indexOf(lineFeed, from);
    const end = found === -1 ? bytes.length : found + 1;
    const line = bytes.subarray(from, end);
    lines.push(decodedUtf8(line) ?? decodeList(line, 'windows-1252'));
    from = end;
  }
  return lines.join('');
}

function decodedUtf8(bytes: Uint8Array): string | null {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    return null;
  }
}

function joined(one: Uint8Array, other: Uint8Array): Uint8Array {
  const bytes = new Uint8Array(one.length + other.length);
  bytes.set(one);
  bytes.set(other, one.length);
  return bytes;
}
