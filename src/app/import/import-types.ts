// What passes between the screen and the work of bringing a list in. Plain data: it crosses to the
// worker and back.

import type { ImportId, RowProblem, ShopImport } from '#domain/import/shop-import.ts';
import type { ImportChoices } from '#formats/csv/import-plan.ts';
import type { MatchTarget, MatchField } from '#formats/csv/duplicates.ts';
import type { ParsedFile } from './parse-file.ts';

/** Enough of somebody to tell whether two are one. */
export interface ContactSummary {
  readonly name: string;
  readonly cue: string;
  readonly phone: string;
  readonly email: string;
  /** The row of the list, or null for somebody of the shop. */
  readonly row: number | null;
}

/** Two people who might be one; they stay two unless the owner says so. */
export interface DuplicateCandidate {
  /** A place among the people of the list. */
  readonly person: number;
  readonly other: MatchTarget;
  readonly fields: readonly MatchField[];
  readonly imported: ContactSummary;
  readonly existing: ContactSummary;
  /** Whether the question about the whole list's numbers already answers this one. */
  readonly hasSameNumber: boolean;
}

/** What a list would bring, before anything is written. */
export interface ImportPreview {
  readonly people: number;
  readonly visits: number;
  readonly rows: number;
  readonly problems: readonly RowProblem[];
  readonly problemCount: number;
  readonly offers: readonly DuplicateCandidate[];
  /** How many people of the list carry a customer number that an earlier list brought. */
  readonly sameNumbers: number;
  /** When this very file was brought in before, and is still here. */
  readonly earlier: ShopImport | null;
}

/** A picked file, read once, with the columns chosen. */
export interface MappedFile {
  readonly file: File;
  readonly reading: ParsedFile;
  readonly choices: ImportChoices;
}

/** What the owner said about people who might be one. Whoever is not named stays apart. */
export interface DuplicateAnswers {
  /** Whether this list's customer numbers are those of an earlier one. */
  readonly numbers: 'same' | 'apart';
  readonly same: readonly { readonly person: number; readonly other: MatchTarget }[];
}

/** A list that is wanted, with the owner’s answers. */
export interface ImportRequest extends MappedFile {
  readonly answers: DuplicateAnswers;
}

/** What came in. `already`: visits that were in the shop before, and were not added again. */
export interface ImportResult {
  readonly id: ImportId;
  readonly people: number;
  readonly visits: number;
  readonly already: number;
}
