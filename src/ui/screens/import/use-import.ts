import { useMemo, useState } from 'preact/hooks';
import { firstLineOf, matchOf } from '#app/import/column-mapping.ts';
import type { ListReading } from '#app/import/parse-file.ts';
import type {
  ChosenList,
  ImportDone,
  ListPreview,
  ListToImport,
  SameOffer,
} from '#app/import/import-types.ts';
import type { Work, WorkProgress } from '#app/worker/protocol.ts';
import type { ImportProblem } from '#domain/import/import-problem.ts';
import type { ImportId } from '#domain/import/shop-import.ts';
import type { ColumnMeaning, DayOrder } from '#domain/import/column-meaning.ts';
import type { ShopProblem } from '#domain/shop/shop-problem.ts';
import type { Result } from '#lib/result.ts';
import { useDeps } from '#ui/hooks/use-shop.ts';

/** What stands in the way: of the file, or of the storage. */
export type BringInProblem = ImportProblem | ShopProblem;

/** What was chosen for the columns. */
export interface ListMatching {
  readonly file: File;
  readonly reading: ListReading;
  readonly firstLine: 'headings' | 'row';
  readonly meanings: readonly ColumnMeaning[];
  readonly order: DayOrder | null;
}

/** A list that was looked over, and what was answered about people who might be one. */
export interface CheckedList {
  readonly matching: ListMatching;
  readonly preview: ListPreview;
  readonly numbers: 'same' | 'apart';
  /** The places of people who are the same as the one offered. */
  readonly same: ReadonlySet<number>;
}

export type BringInStep =
  | { readonly step: 'pick'; readonly problem: BringInProblem | null }
  | {
      readonly step: 'busy';
      readonly work: 'reading' | 'checking' | 'writing' | 'undoing';
      readonly done: number | null;
    }
  | {
      readonly step: 'match';
      readonly matching: ListMatching;
      readonly problem: BringInProblem | null;
    }
  | { readonly step: 'same'; readonly checked: CheckedList }
  | {
      readonly step: 'check';
      readonly checked: CheckedList;
      readonly problem: BringInProblem | null;
    }
  | { readonly step: 'done'; readonly checked: CheckedList; readonly brought: ImportDone }
  | { readonly step: 'undone' };

export interface BringIn {
  readonly now: BringInStep;
  readonly pick: (file: File) => Promise<void>;
  readonly look: (matching: ListMatching) => Promise<void>;
  readonly show: (step: BringInStep) => void;
  readonly bringIn: (checked: CheckedList) => Promise<void>;
  readonly undo: (id: ImportId) => Promise<void>;
}

/** The four steps of bringing a list in. The work itself is done elsewhere, so that the screen never stands still. */
export function useBringIn(): BringIn {
  const { work } = useDeps();
  const [now, show] = useState<BringInStep>({ step: 'pick', problem: null });
  return { now, ...useMemo(() => actionsOf(work, show), [work]) };
}

type Show = (step: BringInStep) => void;

function actionsOf(work: Work, show: Show): Omit<BringIn, 'now'> {
  return {
    show,
    async pick(file) {
      const read = await work.ask({ kind: 'read-list', file }, busy(show, 'reading'));
      show(read.ok ? matchStep(file, read.value) : { step: 'pick', problem: read.problem });
    },
    async look(matching) {
      const task = { kind: 'preview-list', ...chosenOf(matching) } as const;
      const seen = await work.ask(task, busy(show, 'checking'));
      show(lookedAt(matching, seen));
      // While the owner looks the list over: writing it asks for a fresh snapshot, and finds this one.
      if (seen.ok && seen.value.earlier === null) await work.ask({ kind: 'keep-snapshot' });
    },
    async bringIn(checked) {
      const task = { kind: 'import-list', ...importOf(checked) } as const;
      const done = await work.ask(task, busy(show, 'writing'));
      if (done.ok) show({ step: 'done', checked, brought: done.value });
      else show({ step: 'check', checked, problem: done.problem });
    },
    async undo(id) {
      const undone = await work.ask({ kind: 'undo-import', id }, busy(show, 'undoing'));
      show(undone.ok ? { step: 'undone' } : { step: 'pick', problem: undone.problem });
    },
  };
}

type BusyWork = Extract<BringInStep, { readonly step: 'busy' }>['work'];

function busy(show: Show, work: BusyWork): (progress: WorkProgress) => void {
  show({ step: 'busy', work, done: null });
  return ({ done }) => show({ step: 'busy', work, done });
}

function matchStep(file: File, reading: ListReading): BringInStep {
  const firstLine = firstLineOf(reading);
  const meanings = matchOf(reading, firstLine).columns.map((column) => column.meaning);
  return {
    step: 'match',
    matching: { file, reading, firstLine, meanings, order: null },
    problem: null,
  };
}

function lookedAt(matching: ListMatching, seen: Result<ListPreview, BringInProblem>): BringInStep {
  if (!seen.ok) return { step: 'match', matching, problem: seen.problem };
  const preview = seen.value;
  const checked: CheckedList = { matching, preview, numbers: 'apart', same: new Set() };
  const hasQuestions = preview.offers.length > 0 || preview.sameNumbers > 0;
  return hasQuestions && preview.earlier === null
    ? { step: 'same', checked }
    : { step: 'check', checked, problem: null };
}

function chosenOf({ file, reading, firstLine, meanings, order }: ListMatching): ChosenList {
  return { file, reading, choices: { firstIsHeadings: firstLine === 'headings', meanings, order } };
}

function importOf({ matching, preview, numbers, same }: CheckedList): ListToImport {
  const chosen = preview.offers.filter((offer) => same.has(offer.person));
  const answers = { numbers, same: chosen.map(({ person, other }) => ({ person, other })) };
  return { ...chosenOf(matching), answers };
}

/** The offers that still need an answer, once it is known whether the list's numbers are those of an earlier one. */
export function openOffers({ preview, numbers }: CheckedList): readonly SameOffer[] {
  return preview.offers.filter((offer) => numbers === 'apart' || !offer.hasSameNumber);
}
