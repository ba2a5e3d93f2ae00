// What passes between the screen and the work of bringing a list in. Plain data: it crosses to the worker and back.

import type { ImportId, RowProblem, ShopImport } from '#domain/import/shop-import.ts';
import type { ListChoices } from '#formats/csv/import-plan.ts';
import type { Other, SameSign } from '#formats/csv/duplicates.ts';
import type { ListReading } from './parse-file.ts';

/** Enough of somebody to tell whether two are one. */
export interface Face {
  readonly name: string;
  readonly cue: string;
  readonly phone: string;
  readonly email: string;
  /** The row of the list, or null for somebody of the shop. */
  readonly row: number | null;
}

/** Two people who might be one; they stay two unless the owner says so. */
export interface SameOffer {
  /** A place among the people of the list. */
  readonly person: number;
  readonly other: Other;
  readonly signs: readonly SameSign[];
  readonly listed: Face;
  readonly known: Face;
  /** Whether the question about the whole list's numbers already answers this one. */
  readonly hasSameNumber: boolean;
}

/** What a list would bring, before anything is written. */
export interface ListPreview {
  readonly people: number;
  readonly visits: number;
  readonly rows: number;
  readonly problems: readonly RowProblem[];
  readonly problemCount: number;
  readonly offers: readonly SameOffer[];
  /** How many people of the list carry a customer number that an earlier list brought. */
  readonly sameNumbers: number;
  /** When this very file was brought in before, and is still here. */
  readonly earlier: ShopImport | null;
}

/** A picked file, read once, with the columns chosen. */
export interface ChosenList {
  readonly file: File;
  readonly reading: ListReading;
  readonly choices: ListChoices;
}

/** What the owner said about people who might be one. Whoever is not named stays apart. */
export interface SameAnswers {
  /** Whether this list's customer numbers are those of an earlier one. */
  readonly numbers: 'same' | 'apart';
  readonly same: readonly { readonly person: number; readonly other: Other }[];
}

/** A list that is wanted, with the owner’s answers. */
export interface ListToImport extends ChosenList {
  readonly answers: SameAnswers;
}

/** What came in. `already`: visits that were in the shop before, and were not added again. */
export interface ImportDone {
  readonly id: ImportId;
  readonly people: number;
  readonly visits: number;
  readonly already: number;
}
