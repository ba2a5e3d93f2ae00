// From what was copied to rows as delimited text, as if it had been a file.

import { maxImportBytes, type ImportProblem } from '#domain/import/import-problem.ts';
import { pastedNames } from '#domain/import/pasted-names.ts';
import { pastedText } from '#formats/pasted/pasted-text.ts';
import { failed, type Result } from '#lib/result.ts';
import { sha256Stream } from '#platform/crypto/sha256-stream.ts';
import { blankList, listIn, type OpenedList } from './opened-list.ts';

/** What a clipboard holds, as `text/plain` and as `text/html`; empty where it does not. */
export interface Clip {
  readonly text: string;
  readonly html: string;
}

/** Opens a clip. Never throws. */
export function openPasted(clip: Clip): Result<OpenedList, ImportProblem> {
  const size = clip.text.length + clip.html.length;
  if (size > maxImportBytes)
    return failed({ kind: 'too-big', bytes: size, greatest: maxImportBytes });
  const { text, delimiter } = pastedText(clip);
  const list = { ...blankList, fileHash: hashOf(text) };
  const opened = listIn(text, list);
  if (!opened.ok) return opened;
  const { value } = opened;
  return { ok: true, value: { ...value, kind: 'pasted', delimiter: value.delimiter ?? delimiter } };
}

/** Opens a clip that was kept as a file, or gives null: the file is another. Never throws. */
export async function openPastedFile(
  file: File,
): Promise<Result<OpenedList, ImportProblem> | null> {
  const isText = file.name === pastedNames.text;
  if (!isText && file.name !== pastedNames.html) return null;
  const content = await file.text().catch(() => null);
  if (content === null) return failed({ kind: 'unreadable' });
  const opened = openPasted({ text: isText ? content : '', html: isText ? '' : content });
  return opened.ok ? { ok: true, value: { ...opened.value, fileName: file.name } } : opened;
}

function hashOf(text: string): string {
  const hash = sha256Stream();
  hash.update(text);
  return hash.hex();
}
