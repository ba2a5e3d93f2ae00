// What the harness does with lists: bringing one in by the app's own guess at its columns, and
// taking it back.
import type { Deps } from '#app/deps.ts';
import type { MappedFile, ImportResult } from '#app/import/import-types.ts';
import type { WorkerClient } from '#app/worker/protocol.ts';
import { importList, undoImport } from '#app/import/run-import.ts';
import type { ImportId } from '#domain/import/shop-import.ts';
import type { Result } from '#lib/result.ts';
import { guessMapping } from '#formats/csv/inspect.ts';
import { valueOf } from './expected.ts';

type Problem = { readonly kind: string };

/** The list `text` as somebody would choose it on the Bring in screen, read once. */
export async function mapFile(
  work: WorkerClient,
  text: string,
  name = 'list.csv',
): Promise<MappedFile> {
  const file = new File([text], name);
  const reading = valueOf(await work.ask({ kind: 'parse-file', file }));
  const { profile } = reading;
  const meanings = guessMapping(profile, profile.firstIsHeadings).columns.map(
    (each) => each.meaning,
  );
  const choices = { firstIsHeadings: profile.firstIsHeadings, meanings, order: null };
  return { file, reading, choices };
}

/** Brings it in, on this thread, everybody apart. */
export async function importMapped(
  deps: Deps,
  list: MappedFile,
): Promise<Result<ImportResult, Problem>> {
  const answers = { numbers: 'apart', same: [] } as const;
  return importList(deps, { ...list, answers }, () => {});
}

/** Takes back what a list brought in, on this thread. */
export async function undoMapped(deps: Deps, id: ImportId): Promise<Result<unknown, Problem>> {
  return undoImport(deps, { id }, () => {});
}
