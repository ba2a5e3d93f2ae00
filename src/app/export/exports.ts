// The shop's lists as files, one tap away from another program. An export is open to whoever has
// it, and does not count as a backup.

import type { OpenProblem, StorageProblem } from '#domain/shop/shop-problem.ts';
import type { Day } from '#lib/day.ts';
import { ok, type Result } from '#lib/result.ts';
import { canShareFile, downloadFile, shareFile } from '#platform/files/files.ts';
import type { Deps } from '#app/deps.ts';
import type { ExportForm } from './export-types.ts';

export interface PreparedExport {
  readonly file: File;
  readonly count: number;
}

/** `words`: what the list is called, and what stands in the calendar. */
export interface ExportTask {
  /** How numbers are written where the shop is. */
  readonly decimal: '.' | ',';
  readonly form: ExportForm;
  readonly today: Day;
  readonly words: { readonly list: string; readonly birthday: string };
}

export async function prepareExport(
  deps: Deps,
  { form, today, decimal, words }: ExportTask,
): Promise<Result<PreparedExport, StorageProblem | OpenProblem>> {
  const made = await deps.worker.ask({
    kind: 'create-export',
    form,
    today,
    decimal,
    birthdayWords: words.birthday,
  });
  if (!made.ok) return made;
  const { file, name, ending, count } = made.value;
  const fileName = `${[name, words.list].filter((part) => part !== '').join(' ')}.${ending}`;
  return ok({ file: new File([file], fileName, { type: file.type }), count });
}

export function saveExport({ file }: PreparedExport): void {
  downloadFile(file, file.name);
}

export function canShareExport({ file }: PreparedExport): boolean {
  return canShareFile(file);
}

/** Call straight from a tap. */
export async function shareExport({ file }: PreparedExport): Promise<boolean> {
  return shareFile(file);
}
