// What the screens and the import code pass each other: plain data that crosses to the worker.

import type { ImportId, RowProblem, ShopImport } from '#domain/import/shop-import.ts';
import type { ImportChoices } from '#formats/csv/import-plan.ts';
import type { MatchTarget, MatchField } from '#formats/csv/duplicates.ts';
import type { ParsedFile } from './parse-file.ts';

/** Enough of two people to decide whether they are the same. */
export interface ContactSummary {
  readonly name: string;
  readonly cue: string;
  readonly phone: string;
  readonly email: string;
  /** The row of the file, or null for an existing customer. */
  readonly row: number | null;
}

/** Two people who may be the same; they stay apart unless the owner decides otherwise. */
export interface DuplicateCandidate {
  /** An index into the people of the file. */
  readonly person: number;
  readonly other: MatchTarget;
  readonly fields: readonly MatchField[];
  readonly imported: ContactSummary;
  readonly existing: ContactSummary;
  /** Whether the answer about the file's customer numbers covers this one too. */
  readonly hasSameNumber: boolean;
}

/** What an import would add, before anything is written. */
export interface ImportPreview {
  readonly people: number;
  readonly visits: number;
  readonly rows: number;
  readonly problems: readonly RowProblem[];
  readonly problemCount: number;
  readonly duplicates: readonly DuplicateCandidate[];
  /** People of the file with a customer number that an earlier import added. */
  readonly sameNumbers: number;
  /** The active import of this very file, if there is one. */
  readonly earlier: ShopImport | null;
}

/** A picked file, read once, with its columns chosen. */
export interface MappedFile {
  readonly file: File;
  readonly reading: ParsedFile;
  readonly choices: ImportChoices;
}

/** The owner's decisions about duplicates. Whoever is not listed stays apart. */
export interface DuplicateAnswers {
  /** Whether this file's customer numbers are those of an earlier one. */
  readonly numbers: 'same' | 'apart';
  readonly same: readonly { readonly person: number; readonly other: MatchTarget }[];
}

export interface ImportRequest extends MappedFile {
  readonly answers: DuplicateAnswers;
}

/** What was added. `already`: visits that the shop had before, not added again. */
export interface ImportResult {
  readonly id: ImportId;
  readonly people: number;
  readonly visits: number;
  readonly already: number;
}
