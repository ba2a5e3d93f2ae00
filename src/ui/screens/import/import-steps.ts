// What an import is doing, step by step, and what was chosen and answered so far.

import type {
  ImportPreview,
  ImportResult,
  MappedFile,
  PickedFile,
} from '#app/import/import-types.ts';
import type { ImportProblem } from '#domain/import/import-problem.ts';
import type { ImportId } from '#domain/import/shop-import.ts';
import type { ShopProblem } from '#domain/shop/shop-problem.ts';

/** What stands in the way: of the file, or of the storage. */
export type ImportFlowProblem = ImportProblem | ShopProblem;

/** Contacts that were picked need no columns, and contact cards have none. */
export type ListSource = 'file' | 'contacts';

/** What was chosen for the list as a whole. */
export interface ListMapping extends MappedFile {
  readonly source: ListSource;
}

export type SameOrApart = 'same' | 'apart';

/** Who is whom, as the owner sees it. A person of the list goes by the row they stand in first. */
export interface PeopleAnswers {
  /** For all who are only namesakes; null as long as our proposal was not touched. */
  readonly all: SameOrApart | null;
  readonly byRow: ReadonlyMap<number, SameOrApart>;
}

/** A list that was looked over; choices and answers may have changed since. */
export interface PreviewedList {
  readonly mapping: ListMapping;
  readonly answers: PeopleAnswers;
  readonly preview: ImportPreview;
  /** What the preview was made with. */
  readonly madeWith: Pick<PreviewedList, 'mapping' | 'answers'>;
  /** Whether the list left something open. */
  readonly isAsked: boolean;
}

export type ImportStep =
  | { readonly step: 'pick'; readonly problem: ImportFlowProblem | null }
  | {
      readonly step: 'busy';
      readonly work: 'reading' | 'checking' | 'writing' | 'undoing';
      readonly done: number | null;
    }
  | {
      readonly step: 'columns';
      readonly mapping: ListMapping;
      readonly problem: ImportFlowProblem | null;
    }
  | { readonly step: 'questions'; readonly checked: PreviewedList }
  | {
      readonly step: 'check';
      readonly checked: PreviewedList;
      readonly problem: ImportFlowProblem | null;
    }
  | { readonly step: 'done'; readonly checked: PreviewedList; readonly imported: ImportResult }
  | { readonly step: 'undone' };

export interface ImportFlow {
  readonly now: ImportStep;
  readonly pick: (file: File, source: ListSource) => Promise<void>;
  /** Reads the file again, with other letters or from another sheet. */
  readonly reread: (mapping: ListMapping, open: PickedFile['open']) => Promise<void>;
  readonly preview: (mapping: ListMapping) => Promise<void>;
  /** Shows what would be imported, anew if anything was changed. */
  readonly check: (checked: PreviewedList) => Promise<void>;
  readonly show: (step: ImportStep) => void;
  readonly runImport: (checked: PreviewedList) => Promise<void>;
  readonly undo: (id: ImportId) => Promise<void>;
}

/** Whether the owner is asked what the columns are. */
export function hasColumns({ source, reading }: ListMapping): boolean {
  return source === 'file' && reading.kind !== 'contact-cards';
}
