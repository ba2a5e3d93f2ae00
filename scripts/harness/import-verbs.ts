// What the harness does with lists: importing one by the app's own guess at its columns, and
// undoing it.
import type { Deps } from '#app/deps.ts';
import { suggestChoices } from '#app/import/column-mapping.ts';
import type { MappedFile, ImportResult } from '#app/import/import-types.ts';
import type { WorkerClient } from '#app/worker/protocol.ts';
import { importList, undoImport } from '#app/import/run-import.ts';
import type { ImportId } from '#domain/import/shop-import.ts';
import type { Result } from '#lib/result.ts';
import { valueOf } from './expected.ts';

type Problem = { readonly kind: string };

/** The list `text` as somebody would choose it on the import screen, read once. */
export async function mapFile(
  work: WorkerClient,
  text: string,
  name = 'list.csv',
): Promise<MappedFile> {
  const file = new File([text], name);
  const open = { encoding: null, sheet: null };
  const reading = valueOf(await work.ask({ kind: 'parse-list', file, open }));
  return { file, reading, choices: suggestChoices(reading) };
}

/** Imports it, on this thread, everybody apart. */
export async function importMapped(
  deps: Deps,
  list: MappedFile,
): Promise<Result<ImportResult, Problem>> {
  const answers = { all: 'apart', each: [] } as const;
  return importList(deps, { ...list, answers }, () => {});
}

/** Undoes an import, on this thread. */
export async function undoMapped(deps: Deps, id: ImportId): Promise<Result<unknown, Problem>> {
  return undoImport(deps, { id }, () => {});
}
