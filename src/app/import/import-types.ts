// What the screens and the import code pass each other: plain data that crosses to the worker.

import type { ImportId, RowProblem, ShopImport } from '#domain/import/shop-import.ts';
import type { ImportLayout } from '#domain/import/import-layout.ts';
import type { ImportChoices } from '#formats/lists/list-choices.ts';
import type { StandIn } from '#formats/lists/find-stand-ins.ts';
import type { ListProfile } from '#formats/lists/inspect-list.ts';
import type { MatchField, MatchTarget, PersonMatch } from '#formats/lists/match-people.ts';
import type { MatchAnswers } from '#formats/lists/resolve-list.ts';
import type { ListSummary } from '#formats/lists/summarize-list.ts';
import type { OpenChoices } from './open-list.ts';
import type { OpenedList } from './opened-list.ts';

/** Called with the share that is done, from 0 to 1. */
export type OnShare = (share: number) => void;

/** A picked list, read once; its text stays in the file. */
export interface ParsedList extends Omit<OpenedList, 'text'> {
  readonly profile: ListProfile;
  /** How the last list with these headings was read, or null. */
  readonly layout: ImportLayout | null;
}

/** What to read: a file, and how its letters and sheet were chosen. */
export interface PickedFile {
  readonly file: File;
  readonly open: OpenChoices;
}

/** A picked list with its columns chosen. */
export interface MappedFile {
  readonly file: File;
  readonly reading: ParsedList;
  readonly choices: ImportChoices;
}

/** What is asked before anything is written. `answers`: those of the owner, once there are any. */
export interface PreviewRequest extends MappedFile {
  readonly answers?: MatchAnswers;
}

/** Enough of two people to decide whether they are the same. */
export interface ContactSummary {
  readonly name: string;
  readonly cue: string;
  readonly phones: readonly string[];
  readonly emails: readonly string[];
  readonly birthday: string | null;
  /** The row of the list, or null for an existing customer. */
  readonly row: number | null;
}

/** Two people who may be the same. */
export interface DuplicateCandidate extends Omit<PersonMatch, 'isSure'> {
  /** An index into the people of the list. */
  readonly person: number;
  readonly other: MatchTarget;
  readonly fields: readonly MatchField[];
  readonly imported: ContactSummary;
  readonly existing: ContactSummary;
}

/** What an import would add, before anything is written. */
export interface ImportPreview extends ListSummary {
  readonly rows: number;
  readonly leftOutRows: number;
  readonly problems: readonly RowProblem[];
  readonly problemCount: number;
  /** People of the list; by the answers so far, some are new and some the shop knows. */
  readonly people: number;
  readonly newPeople: number;
  readonly knownPeople: number;
  /** Taken for somebody the shop knows by their name alone, unless told otherwise. */
  readonly namesakes: number;
  /** Visits of the list, and how many of them the shop has already. */
  readonly visits: number;
  readonly knownVisits: number;
  readonly namelessVisits: number;
  readonly standIns: readonly StandIn[];
  /** The currency that amounts are taken in, and all that the list names. */
  readonly currency: string;
  readonly currencies: readonly string[];
  readonly duplicates: readonly DuplicateCandidate[];
  /** The active import of this very file, if there is one. */
  readonly earlier: ShopImport | null;
}

export interface ImportRequest extends MappedFile {
  readonly answers: MatchAnswers;
}

/** What was added. `already`: visits that the shop had before, not added again. */
export interface ImportResult {
  readonly id: ImportId;
  readonly newPeople: number;
  /** People whom the shop had before. */
  readonly knownPeople: number;
  /** Records that were written, for new people and for what a list adds to known ones. */
  readonly people: number;
  readonly visits: number;
  readonly already: number;
}
