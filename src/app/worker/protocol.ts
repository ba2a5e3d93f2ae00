// What may be asked of the worker, and what comes back: the one table of both. A new kind of work
// is one line here and one in handlers.ts. Everything in it must survive being cloned between
// threads: plain data, files and typed arrays, no functions.

import type { ImportId, ShopImport } from '#domain/import/shop-import.ts';
import type { ImportProblem } from '#domain/import/import-problem.ts';
import type { BackupProblem } from '#domain/backup/backup-problem.ts';
import type { ShopInsights } from '#domain/week/insights.ts';
import type { DayCheck } from '#domain/visits/day-check.ts';
import type { OpenProblem, WriteProblem } from '#domain/shop/shop-problem.ts';
import type { Currency } from '#domain/shop/money.ts';
import type { WeekSuggestions } from '#domain/week/suggestion.ts';
import type { FittedModel } from '#engine/forecast/fitted-model.ts';
import type { Day } from '#lib/day.ts';
import type { Result } from '#lib/result.ts';
import type {
  BackupPreview,
  Snapshot,
  CreatedBackup,
  RestoredShop,
  WrittenBackup,
} from '#app/backup/backup-results.ts';
import type {
  BackupFile,
  RestoreRequest,
  WriteBackupRequest,
} from '#app/backup/backup-requests.ts';
import type { ParsedFile } from '#app/import/parse-file.ts';
import type {
  MappedFile,
  ImportResult,
  ImportPreview,
  ImportRequest,
} from '#app/import/import-types.ts';

/** How far a piece of work is. `total` is null while nobody can know. */
export interface WorkerProgress {
  readonly done: number;
  readonly total: number | null;
}

/** Each kind of work: what it is told, what it gives, and what it may fail with. */
interface Requests {
  /** Fills the open (sample) shop with invented people. */
  readonly sample: {
    readonly params: {
      readonly endDay: Day;
      readonly endMinute: number;
      readonly zone: string;
      readonly currency: Currency;
    };
    readonly result: { readonly people: number; readonly visits: number };
    readonly problem: WriteProblem;
  };
  /** Thinks out the list of the week that `today` lies in. */
  readonly suggest: {
    readonly params: { readonly today: Day };
    readonly result: WeekSuggestions;
    readonly problem: never;
  };
  /**
   * Learns from the past up to `today` and keeps what it learned; what was learned today
   * already is given as it is.
   */
  readonly 'fit-model': {
    readonly params: { readonly today: Day };
    readonly result: FittedModel;
    readonly problem: WriteProblem;
  };
  /** Chooses whom the next starts read first; gives for how many hours. */
  readonly 'refresh-startup-cache': {
    readonly params: { readonly today: Day };
    readonly result: number;
    readonly problem: WriteProblem;
  };
  /** Thinks out how the shop is doing on `today`. */
  readonly 'compute-insights': {
    readonly params: { readonly today: Day };
    readonly result: ShopInsights;
    readonly problem: never;
  };
  /** Reads a picked list for the first time; writes nothing. */
  readonly 'parse-file': {
    readonly params: { readonly file: File };
    readonly result: ParsedFile;
    readonly problem: ImportProblem;
  };
  /** Reads it again by the chosen columns and tells what it would bring; writes nothing. */
  readonly 'preview-import': {
    readonly params: MappedFile;
    readonly result: ImportPreview;
    readonly problem: ImportProblem;
  };
  /** Brings it in, all or nothing. */
  readonly 'run-import': {
    readonly params: ImportRequest;
    readonly result: ImportResult;
    readonly problem: ImportProblem | WriteProblem;
  };
  /** Takes an import back. */
  readonly 'undo-import': {
    readonly params: { readonly id: ImportId };
    readonly result: ShopImport;
    readonly problem: WriteProblem;
  };
  /**
   * Compares the days from `from` on (null: from the first) with what their rows say, as many as
   * are done at once. Reads only.
   */
  readonly 'check-days': {
    readonly params: { readonly from: Day | null };
    readonly result: DayCheck;
    readonly problem: WriteProblem;
  };
  /** Packs the shop into a file and verifies it. Progress counts rows. */
  readonly 'create-backup': {
    readonly params: { readonly phrase?: string | null };
    readonly result: CreatedBackup;
    readonly problem: BackupProblem;
  };
  /** Writes a copy into a folder and verifies it there. Progress counts rows. */
  readonly 'write-backup': {
    readonly params: WriteBackupRequest;
    readonly result: WrittenBackup;
    readonly problem: BackupProblem;
  };
  /**
   * Takes a verified snapshot of the shop inside the browser, or gives the one of the last minutes.
   */
  readonly 'take-snapshot': {
    readonly params: object;
    readonly result: Snapshot;
    readonly problem: BackupProblem;
  };
  /** Reads a copy without keeping anything of it. Progress counts rows. */
  readonly 'preview-backup': {
    readonly params: BackupFile;
    readonly result: BackupPreview;
    readonly problem: BackupProblem;
  };
  /** Makes the database called `database` from a copy. Progress counts rows. */
  readonly 'restore-backup': {
    readonly params: RestoreRequest;
    readonly result: RestoredShop;
    readonly problem: BackupProblem;
  };
  /** Makes it from a copy and the open shop together. Progress counts rows. */
  readonly 'merge-backup': {
    readonly params: RestoreRequest;
    readonly result: RestoredShop;
    readonly problem: BackupProblem;
  };
}

/** The name of a kind of work. */
export type RequestKind = keyof Requests;

/** A request of kind `K`: `{ kind: 'sample', endDay, … }`. */
export type WorkerRequest<K extends RequestKind = RequestKind> = {
  readonly [Kind in K]: { readonly kind: Kind } & Requests[Kind]['params'];
}[K];

/**
 * What a request of kind `K` is answered with. The database may also fail to open on the worker's
 * side.
 */
export type WorkerResponse<K extends RequestKind = RequestKind> = {
  readonly [Kind in K]: Result<Requests[Kind]['result'], Requests[Kind]['problem'] | OpenProblem>;
}[K];

/** What a running piece of work may tell, and how it hears that nobody wants it any more. */
export interface RequestContext {
  readonly onProgress: (progress: WorkerProgress) => void;
  readonly signal: AbortSignal;
}

/** Somebody who does the work, off the main thread in the app and in place in tests. */
export interface WorkerClient {
  /**
   * Does what is asked. Rejects only for bugs and when `signal` gives up; expected failures are in
   * the answer.
   */
  readonly ask: <K extends RequestKind>(
    request: WorkerRequest<K>,
    onProgress?: (progress: WorkerProgress) => void,
    signal?: AbortSignal,
  ) => Promise<WorkerResponse<K>>;
}

/**
 * What travels to the worker: the request, the name of the database it is about, and what the
 * asker's clock shows (epoch ms).
 */
export interface WorkerMessage {
  readonly database: string;
  readonly now: number;
  readonly request: WorkerRequest;
}
