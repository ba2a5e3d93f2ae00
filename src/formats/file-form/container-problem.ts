// What a zip or a compound file holds that is no workbook we read.

import type { ImportProblem } from '#domain/import/import-problem.ts';

/** Why a zip with these entries is no workbook, or null when it is one. */
export function zipProblem(names: readonly string[], head: Uint8Array): ImportProblem | null {
  const has = (pattern: RegExp): boolean => names.some((name) => pattern.test(name));
  if (has(/^xl\/workbook\.bin$/i)) return { kind: 'binary-workbook' };
  if (has(/^\[Content_Types\]\.xml$/i) && has(/(?:^|\/)workbook\d*\.xml$/i)) return null;
  if (has(/\.iwa$/i) || has(/^Index\.zip$/i)) return { kind: 'numbers-document' };
  if (has(/^META-INF\/manifest\.xml$/i) && has(/^content\.xml$/i)) return openDocumentProblem(head);
  return { kind: has(/^(?:word|ppt)\//i) ? 'text-document' : 'packed' };
}

// The first entry of an open document is its type, never compressed.
function openDocumentProblem(head: Uint8Array): ImportProblem {
  const first = String.fromCharCode(...head.subarray(0, 256));
  const isText = first.includes('opendocument') && !first.includes('opendocument.spreadsheet');
  return { kind: isText ? 'text-document' : 'open-document' };
}

/** Why a compound file, the form of Office before 2007, is no list. */
export function compoundProblem(bytes: Uint8Array): ImportProblem {
  if (holds(bytes, 'EncryptedPackage')) return { kind: 'locked-workbook' };
  if (holds(bytes, 'Workbook') || holds(bytes, 'Book')) return { kind: 'old-workbook' };
  return { kind: holds(bytes, 'WordDocument') ? 'text-document' : 'binary' };
}

// The parts of a compound file are named in UTF-16.
function holds(bytes: Uint8Array, name: string): boolean {
  const wanted = Array.from(name, (char) => [char.charCodeAt(0), 0]).flat();
  const first = wanted[0] ?? 0;
  for (let at = bytes.indexOf(first); at !== -1; at = bytes.indexOf(first, at + 1))
    if (wanted.every((byte, index) => bytes[at + index] === byte)) return true;
  return false;
}
