import type { ListEncoding } from '#domain/import/list-encoding.ts';
import { decodeList } from '#app/import/list-decoder.ts';

/** `text` as the bytes of `encoding`, or null when a letter has none there. No app writes these. */
export function encodeList(text: string, encoding: ListEncoding): Uint8Array | null {
  if (encoding === 'utf-8') return new TextEncoder().encode(text);
  if (encoding === 'utf-16le' || encoding === 'utf-16be') return utf16(text, encoding);
  const table = tableOf(encoding);
  const bytes: number[] = [];
  for (const char of text) {
    const found = table.get(char);
    if (found === undefined) return null;
    bytes.push(...found);
  }
  return Uint8Array.from(bytes);
}

function utf16(text: string, encoding: 'utf-16le' | 'utf-16be'): Uint8Array {
  const view = new DataView(new ArrayBuffer(text.length * 2));
  for (let at = 0; at < text.length; at += 1)
    view.setUint16(at * 2, text.charCodeAt(at), encoding === 'utf-16le');
  return new Uint8Array(view.buffer);
}

const tables = new Map<ListEncoding, ReadonlyMap<string, readonly number[]>>();

function tableOf(encoding: ListEncoding): ReadonlyMap<string, readonly number[]> {
  const known = tables.get(encoding);
  if (known !== undefined) return known;
  const table = new Map<string, readonly number[]>();
  for (const bytes of candidates(encoding)) {
    const char = decodeList(Uint8Array.from(bytes), encoding);
    if (Array.from(char).length === 1 && char !== '\uFFFD' && !table.has(char))
      table.set(char, bytes);
  }
  tables.set(encoding, table);
  return table;
}

const ofSeveralBytes: readonly ListEncoding[] = [
  'shift_jis',
  'euc-jp',
  'gb18030',
  'big5',
  'euc-kr',
];

function candidates(encoding: ListEncoding): readonly (readonly number[])[] {
  const single = Array.from({ length: 256 }, (_, byte) => [byte]);
  if (!ofSeveralBytes.includes(encoding)) return single;
  const firsts = Array.from({ length: 126 }, (_, index) => 0x81 + index);
  const seconds = Array.from({ length: 191 }, (_, index) => 0x40 + index);
  return [...single, ...firsts.flatMap((first) => seconds.map((second) => [first, second]))];
}
