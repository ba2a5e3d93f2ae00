import { openList } from '#app/import/open-list.ts';
import type { OpenedList } from '#app/import/opened-list.ts';
import type { ImportProblem } from '#domain/import/import-problem.ts';
import type { ListEncoding } from '#domain/import/list-encoding.ts';
import type { Result } from '#lib/result.ts';

interface Given {
  readonly encoding?: ListEncoding;
  readonly sheet?: string;
}

/** What becomes of a picked file with this content. */
export function openContent(
  content: string | Uint8Array<ArrayBuffer>,
  { encoding, sheet }: Given = {},
): Promise<Result<OpenedList, ImportProblem>> {
  const file = new File([content], 'list');
  const choices = { encoding: encoding ?? null, sheet: sheet ?? null };
  return openList(file, choices, () => {});
}

/** The same for a list that must be one. */
export async function openedFile(
  content: string | Uint8Array<ArrayBuffer>,
  given: Given = {},
): Promise<OpenedList> {
  const opened = await openContent(content, given);
  if (!opened.ok) throw new Error(`No list: ${opened.problem.kind}`);
  return opened.value;
}

/** The kind of problem, or null for a list. */
export async function problemKind(
  content: string | Uint8Array<ArrayBuffer>,
): Promise<ImportProblem['kind'] | null> {
  const opened = await openContent(content);
  return opened.ok ? null : opened.problem.kind;
}
