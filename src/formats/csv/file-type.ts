// The type of a picked file, from its first bytes and characters, never from its extension.

import type { ImportProblem } from '#domain/import/import-problem.ts';

const signatures: readonly (readonly [
  readonly number[],
  ImportProblem['kind'] & ('spreadsheet' | 'binary'),
])[] = [
  [[0x50, 0x4b, 0x03, 0x04], 'spreadsheet'],
  [[0xd0, 0xcf, 0x11, 0xe0], 'spreadsheet'],
  [[0x25, 0x50, 0x44, 0x46], 'binary'],
  [[0x89, 0x50, 0x4e, 0x47], 'binary'],
  [[0xff, 0xd8, 0xff], 'binary'],
  [[0x1f, 0x8b], 'binary'],
  [[0x47, 0x49, 0x46, 0x38], 'binary'],
];

/** Why this cannot be a table, or null. `zeros`: UTF-16 letters are half zero bytes. */
export function problemInBytes(head: Uint8Array, zeros: 'letters' | 'data'): ImportProblem | null {
  if (head.length === 0) return { kind: 'empty' };
  const known = signatures.find(([bytes]) => bytes.every((byte, index) => head[index] === byte));
  if (known !== undefined) return { kind: known[1] };
  return zeros === 'letters' || !head.includes(0) ? null : { kind: 'binary' };
}

/** Why this text cannot be a table, or null. */
export function problemInText(head: string): ImportProblem | null {
  const text = head.replace(/^\uFEFF/u, '').trimStart();
  if (text === '') return { kind: 'empty' };
  if (/^BEGIN:VCARD/iu.test(text)) return { kind: 'contact-cards' };
  if (/^(<\?xml|<!doctype|<html|<svg|\{\\rtf|%PDF)/iu.test(text)) return { kind: 'not-a-table' };
  return /^[[{]\s*["{[\]}]/u.test(text) ? { kind: 'not-a-table' } : null;
}
