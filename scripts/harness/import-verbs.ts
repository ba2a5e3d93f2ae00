// What the harness does with lists: bringing one in by the app's own guess at its columns, and taking it back.
import type { Deps } from '#app/deps.ts';
import type { ChosenList, ImportDone } from '#app/import/import-types.ts';
import type { Work } from '#app/worker/protocol.ts';
import { importList, undoImport } from '#app/import/run-import.ts';
import type { ImportId } from '#domain/import/shop-import.ts';
import type { Result } from '#lib/result.ts';
import { guessOf } from '#formats/csv/inspect.ts';
import { valueOf } from './expected.ts';

type Problem = { readonly kind: string };

/** The list `text` as somebody would choose it on the Bring in screen, read once. */
export async function chosenList(work: Work, text: string, name = 'list.csv'): Promise<ChosenList> {
  const file = new File([text], name);
  const reading = valueOf(await work.ask({ kind: 'read-list', file }));
  const { survey } = reading;
  const meanings = guessOf(survey, survey.firstIsHeadings).columns.map((each) => each.meaning);
  const choices = { firstIsHeadings: survey.firstIsHeadings, meanings, order: null };
  return { file, reading, choices };
}

/** Brings it in, on this thread, everybody apart. */
export async function bringIn(deps: Deps, list: ChosenList): Promise<Result<ImportDone, Problem>> {
  const answers = { numbers: 'apart', same: [] } as const;
  return importList(deps, { ...list, answers }, () => {});
}

/** Takes back what a list brought in, on this thread. */
export async function takeListBack(deps: Deps, id: ImportId): Promise<Result<unknown, Problem>> {
  return undoImport(deps, { id }, () => {});
}
