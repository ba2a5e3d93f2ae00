// What may be asked of the worker, and what comes back: the one table of both. A new kind of work is one line here and one in
// handlers.ts. Everything in it must survive being cloned between threads: plain data, files and typed arrays, no functions.

import type { ImportId, ShopImport } from '#domain/import/shop-import.ts';
import type { ImportProblem } from '#domain/import/import-problem.ts';
import type { CopyProblem } from '#domain/backup/backup-problem.ts';
import type { DoingView } from '#domain/week/insights.ts';
import type { DayCheck } from '#domain/visits/day-check.ts';
import type { OpenProblem, WriteProblem } from '#domain/shop/shop-problem.ts';
import type { Currency } from '#domain/shop/money.ts';
import type { WeekSuggestions } from '#domain/week/suggestion.ts';
import type { ShopBeliefs } from '#engine/forecast/fitted-model.ts';
import type { Day } from '#lib/day.ts';
import type { Result } from '#lib/result.ts';
import type {
  CopyView,
  KeptSnapshot,
  PackedCopy,
  RestoredShop,
  WrittenCopy,
} from '#app/backup/backup-results.ts';
import type { CopyFile, RestoreOrder, WriteOrder } from '#app/backup/backup-requests.ts';
import type { ListReading } from '#app/import/parse-file.ts';
import type {
  ChosenList,
  ImportDone,
  ListPreview,
  ListToImport,
} from '#app/import/import-types.ts';

/** How far a piece of work is. `total` is null while nobody can know. */
export interface WorkProgress {
  readonly done: number;
  readonly total: number | null;
}

/** Each kind of work: what it is told, what it gives, and what it may fail with. */
interface WorkKinds {
  /** Fills the open (sample) shop with invented people. */
  readonly sample: {
    readonly told: {
      readonly endDay: Day;
      readonly endMinute: number;
      readonly zone: string;
      readonly currency: Currency;
    };
    readonly gives: { readonly people: number; readonly visits: number };
    readonly problem: WriteProblem;
  };
  /** Thinks out the list of the week that `today` lies in. */
  readonly suggest: {
    readonly told: { readonly today: Day };
    readonly gives: WeekSuggestions;
    readonly problem: never;
  };
  /** Learns from the past up to `today` and keeps what it learned; what was learned today already is given as it is. */
  readonly learn: {
    readonly told: { readonly today: Day };
    readonly gives: ShopBeliefs;
    readonly problem: WriteProblem;
  };
  /** Chooses whom the next starts read first; gives for how many hours. */
  readonly 'first-people': {
    readonly told: { readonly today: Day };
    readonly gives: number;
    readonly problem: WriteProblem;
  };
  /** Thinks out how the shop is doing on `today`. */
  readonly doing: {
    readonly told: { readonly today: Day };
    readonly gives: DoingView;
    readonly problem: never;
  };
  /** Reads a picked list for the first time; writes nothing. */
  readonly 'read-list': {
    readonly told: { readonly file: File };
    readonly gives: ListReading;
    readonly problem: ImportProblem;
  };
  /** Reads it again by the chosen columns and tells what it would bring; writes nothing. */
  readonly 'preview-list': {
    readonly told: ChosenList;
    readonly gives: ListPreview;
    readonly problem: ImportProblem;
  };
  /** Brings it in, all or nothing. */
  readonly 'import-list': {
    readonly told: ListToImport;
    readonly gives: ImportDone;
    readonly problem: ImportProblem | WriteProblem;
  };
  /** Takes an import back. */
  readonly 'undo-import': {
    readonly told: { readonly id: ImportId };
    readonly gives: ShopImport;
    readonly problem: WriteProblem;
  };
  /** Compares the days from `from` on (null: from the first) with what their rows say, as many as are done at once. Reads only. */
  readonly 'check-days': {
    readonly told: { readonly from: Day | null };
    readonly gives: DayCheck;
    readonly problem: WriteProblem;
  };
  /** Packs the shop into a file and verifies it. Progress counts rows. */
  readonly 'pack-copy': {
    readonly told: { readonly phrase?: string | null };
    readonly gives: PackedCopy;
    readonly problem: CopyProblem;
  };
  /** Writes a copy into a folder and verifies it there. Progress counts rows. */
  readonly 'write-copy': {
    readonly told: WriteOrder;
    readonly gives: WrittenCopy;
    readonly problem: CopyProblem;
  };
  /** Takes a verified snapshot of the shop inside the browser, or gives the one of the last minutes. */
  readonly 'keep-snapshot': {
    readonly told: object;
    readonly gives: KeptSnapshot;
    readonly problem: CopyProblem;
  };
  /** Reads a copy without keeping anything of it. Progress counts rows. */
  readonly 'look-inside': {
    readonly told: CopyFile;
    readonly gives: CopyView;
    readonly problem: CopyProblem;
  };
  /** Makes the database called `database` from a copy. Progress counts rows. */
  readonly 'restore-copy': {
    readonly told: RestoreOrder;
    readonly gives: RestoredShop;
    readonly problem: CopyProblem;
  };
  /** Makes it from a copy and the open shop together. Progress counts rows. */
  readonly 'merge-copy': {
    readonly told: RestoreOrder;
    readonly gives: RestoredShop;
    readonly problem: CopyProblem;
  };
}

/** The name of a kind of work. */
export type WorkKind = keyof WorkKinds;

/** A request of kind `K`: `{ kind: 'sample', endDay, … }`. */
export type WorkRequest<K extends WorkKind = WorkKind> = {
  readonly [Kind in K]: { readonly kind: Kind } & WorkKinds[Kind]['told'];
}[K];

/** What a request of kind `K` is answered with. The database may also fail to open on the worker's side. */
export type WorkAnswer<K extends WorkKind = WorkKind> = {
  readonly [Kind in K]: Result<WorkKinds[Kind]['gives'], WorkKinds[Kind]['problem'] | OpenProblem>;
}[K];

/** What a running piece of work may tell, and how it hears that nobody wants it any more. */
export interface Job {
  readonly onProgress: (progress: WorkProgress) => void;
  readonly signal: AbortSignal;
}

/** Somebody who does the work, off the main thread in the app and in place in tests. */
export interface Work {
  /** Does what is asked. Rejects only for bugs and when `signal` gives up; expected failures are in the answer. */
  readonly ask: <K extends WorkKind>(
    request: WorkRequest<K>,
    onProgress?: (progress: WorkProgress) => void,
    signal?: AbortSignal,
  ) => Promise<WorkAnswer<K>>;
}

/** What travels to the worker: the request, the name of the database it is about, and what the asker's clock shows (epoch ms). */
export interface WorkMessage {
  readonly database: string;
  readonly now: number;
  readonly request: WorkRequest;
}
