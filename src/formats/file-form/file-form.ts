// What a file is by its first bytes, never by the ending of its name.

/** A text, a container whose parts say more, or a form that is no list. */
export type FileForm =
  | 'text'
  | 'zip'
  | 'compound'
  | 'old-workbook'
  | 'pdf'
  | 'picture'
  | 'packed'
  | 'text-document'
  | 'binary';

const signatures: readonly (readonly [string, FileForm])[] = [
  ['PK\u0003\u0004', 'zip'],
  ['PK\u0005\u0006', 'zip'],
  ['\u00D0\u00CF\u0011\u00E0', 'compound'],
  // Excel 2 to 4, and what some tills still write.
  ['\u0009\u0000\u0004\u0000', 'old-workbook'],
  ['\u0009\u0002\u0006\u0000', 'old-workbook'],
  ['\u0009\u0004\u0006\u0000', 'old-workbook'],
  ['\u0009\u0008\u0008\u0000', 'old-workbook'],
  ['\u0009\u0008\u0010\u0000', 'old-workbook'],
  ['%PDF', 'pdf'],
  ['\u0089PNG', 'picture'],
  ['\u00FF\u00D8\u00FF', 'picture'],
  ['GIF8', 'picture'],
  ['II*\u0000', 'picture'],
  ['MM\u0000*', 'picture'],
  ['\u001F\u008B', 'packed'],
  ['Rar!\u001A', 'packed'],
  ['7z\u00BC\u00AF', 'packed'],
  ['BZh', 'packed'],
  ['{\\rtf', 'text-document'],
];

const headBytes = 16;

/** The form that the first bytes of a file show; `text` when they show none. */
export function fileFormOf(head: Uint8Array): FileForm {
  const first = String.fromCharCode(...head.subarray(0, headBytes));
  const known = signatures.find(([start]) => first.startsWith(start));
  if (known !== undefined) return known[1];
  if (/^RIFF[^]{4}WEBP/.test(first) || /^[^]{4}ftyp(?:hei|mif|avi)/.test(first)) return 'picture';
  return first.startsWith('BM') && first.includes('\u0000\u0000\u0000\u0000') ? 'picture' : 'text';
}
