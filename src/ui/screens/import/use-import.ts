import { useMemo, useState } from 'preact/hooks';
import { firstLineOf, suggestMapping } from '#app/import/column-mapping.ts';
import type { ParsedFile } from '#app/import/parse-file.ts';
import type {
  MappedFile,
  ImportResult,
  ImportPreview,
  ImportRequest,
  DuplicateCandidate,
} from '#app/import/import-types.ts';
import type { WorkerClient, WorkerProgress } from '#app/worker/protocol.ts';
import type { ImportProblem } from '#domain/import/import-problem.ts';
import type { ImportId } from '#domain/import/shop-import.ts';
import type { ColumnMeaning, DayOrder } from '#domain/import/column-meaning.ts';
import type { ShopProblem } from '#domain/shop/shop-problem.ts';
import type { Result } from '#lib/result.ts';
import { useDeps } from '#ui/hooks/use-shop.ts';

/** What stands in the way: of the file, or of the storage. */
export type ImportFlowProblem = ImportProblem | ShopProblem;

/** What was chosen for the columns. */
export interface ListMapping {
  readonly file: File;
  readonly reading: ParsedFile;
  readonly firstLine: 'headings' | 'row';
  readonly meanings: readonly ColumnMeaning[];
  readonly order: DayOrder | null;
}

/** A list that was looked over, and what was answered about people who might be one. */
export interface PreviewedList {
  readonly matching: ListMapping;
  readonly preview: ImportPreview;
  readonly numbers: 'same' | 'apart';
  /** The places of people who are the same as the one offered. */
  readonly same: ReadonlySet<number>;
}

export type ImportStep =
  | { readonly step: 'pick'; readonly problem: ImportFlowProblem | null }
  | {
      readonly step: 'busy';
      readonly work: 'reading' | 'checking' | 'writing' | 'undoing';
      readonly done: number | null;
    }
  | {
      readonly step: 'match';
      readonly matching: ListMapping;
      readonly problem: ImportFlowProblem | null;
    }
  | { readonly step: 'same'; readonly checked: PreviewedList }
  | {
      readonly step: 'check';
      readonly checked: PreviewedList;
      readonly problem: ImportFlowProblem | null;
    }
  | { readonly step: 'done'; readonly checked: PreviewedList; readonly imported: ImportResult }
  | { readonly step: 'undone' };

export interface ImportFlow {
  readonly now: ImportStep;
  readonly pick: (file: File) => Promise<void>;
  readonly preview: (matching: ListMapping) => Promise<void>;
  readonly show: (step: ImportStep) => void;
  readonly runImport: (checked: PreviewedList) => Promise<void>;
  readonly undo: (id: ImportId) => Promise<void>;
}

/** The four steps of an import. The worker does the work, so that the screen never freezes. */
export function useImport(): ImportFlow {
  const { worker } = useDeps();
  const [now, show] = useState<ImportStep>({ step: 'pick', problem: null });
  return { now, ...useMemo(() => createActions(worker, show), [worker]) };
}

type Show = (step: ImportStep) => void;

function createActions(work: WorkerClient, show: Show): Omit<ImportFlow, 'now'> {
  return {
    show,
    async pick(file) {
      const read = await work.ask({ kind: 'parse-file', file }, busy(show, 'reading'));
      show(read.ok ? matchStep(file, read.value) : { step: 'pick', problem: read.problem });
    },
    async preview(matching) {
      const task = { kind: 'preview-import', ...chosenOf(matching) } as const;
      const seen = await work.ask(task, busy(show, 'checking'));
      show(stepAfterPreview(matching, seen));
      // While the owner looks the list over: writing it asks for a fresh snapshot, and finds this
      // one.
      if (seen.ok && seen.value.earlier === null) await work.ask({ kind: 'take-snapshot' });
    },
    async runImport(checked) {
      const task = { kind: 'run-import', ...importOf(checked) } as const;
      const done = await work.ask(task, busy(show, 'writing'));
      if (done.ok) show({ step: 'done', checked, imported: done.value });
      else show({ step: 'check', checked, problem: done.problem });
    },
    async undo(id) {
      const undone = await work.ask({ kind: 'undo-import', id }, busy(show, 'undoing'));
      show(undone.ok ? { step: 'undone' } : { step: 'pick', problem: undone.problem });
    },
  };
}

type BusyWork = Extract<ImportStep, { readonly step: 'busy' }>['work'];

function busy(show: Show, work: BusyWork): (progress: WorkerProgress) => void {
  show({ step: 'busy', work, done: null });
  return ({ done }) => show({ step: 'busy', work, done });
}

function matchStep(file: File, reading: ParsedFile): ImportStep {
  const firstLine = firstLineOf(reading);
  const meanings = suggestMapping(reading, firstLine).columns.map((column) => column.meaning);
  return {
    step: 'match',
    matching: { file, reading, firstLine, meanings, order: null },
    problem: null,
  };
}

function stepAfterPreview(
  matching: ListMapping,
  seen: Result<ImportPreview, ImportFlowProblem>,
): ImportStep {
  if (!seen.ok) return { step: 'match', matching, problem: seen.problem };
  const preview = seen.value;
  const checked: PreviewedList = { matching, preview, numbers: 'apart', same: new Set() };
  const hasQuestions = preview.duplicates.length > 0 || preview.sameNumbers > 0;
  return hasQuestions && preview.earlier === null
    ? { step: 'same', checked }
    : { step: 'check', checked, problem: null };
}

function chosenOf({ file, reading, firstLine, meanings, order }: ListMapping): MappedFile {
  return { file, reading, choices: { firstIsHeadings: firstLine === 'headings', meanings, order } };
}

function importOf({ matching, preview, numbers, same }: PreviewedList): ImportRequest {
  const chosen = preview.duplicates.filter((offer) => same.has(offer.person));
  const answers = { numbers, same: chosen.map(({ person, other }) => ({ person, other })) };
  return { ...chosenOf(matching), answers };
}

/** The pairs that still need an answer, once it is known whose the list's numbers are. */
export function unansweredDuplicates({
  preview,
  numbers,
}: PreviewedList): readonly DuplicateCandidate[] {
  return preview.duplicates.filter((offer) => numbers === 'apart' || !offer.hasSameNumber);
}
