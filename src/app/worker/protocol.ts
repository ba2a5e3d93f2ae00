// The requests to the worker and their responses. A new kind of request is one entry here and one
// in handlers.ts. All of it is cloned between threads: plain data, files and typed arrays, no
// functions.

import type { ImportId, ShopImport } from '#domain/import/shop-import.ts';
import type { ImportProblem } from '#domain/import/import-problem.ts';
import type { BackupProblem } from '#domain/backup/backup-problem.ts';
import type { ShopInsights } from '#domain/week/insights.ts';
import type { DayCheck } from '#domain/visits/day-check.ts';
import type { OpenProblem, StorageProblem, WriteProblem } from '#domain/shop/shop-problem.ts';
import type { Currency } from '#domain/shop/money.ts';
import type { WeekSuggestions } from '#domain/week/suggestion.ts';
import type { FittedModel } from '#engine/forecast/fitted-model.ts';
import type { PerkBoard } from '#domain/week/perk-board.ts';
import type { Day } from '#lib/day.ts';
import type { HistoryChange } from '#storage/observe.ts';
import type { Result } from '#lib/result.ts';
import type {
  BackupPreview,
  Snapshot,
  CreatedBackup,
  RestoredShop,
  WrittenBackup,
  BackupFile,
  RestoreRequest,
  BackupFolder,
  CleanBackupsRequest,
  FolderTraces,
} from '#app/backup/backup-types.ts';
import type { Guest, GuestAtDoor } from '#app/pairing/pairing-types.ts';
import type { Invitation } from '#domain/tablets/invitation.ts';
import type { PairingProblem } from '#app/pairing/pairing-problem.ts';
import type { FoundDoubles } from '#domain/doubles/find-doubles.ts';
import type { CreatedExport, ExportRequest } from '#app/export/export-types.ts';
import type {
  ImportResult,
  ImportPreview,
  ImportRequest,
  ParsedList,
  PickedFile,
  PreviewRequest,
} from '#app/import/import-types.ts';

/** `total` is null while it is unknown. */
export interface WorkerProgress {
  readonly done: number;
  readonly total: number | null;
}

/** What a request asks with, what it gives, and why it may fail. */
interface Call<Params, Given, Problem> {
  readonly params: Params;
  readonly result: Given;
  readonly problem: Problem;
}

interface Requests {
  /** Fills the open (sample) shop with invented customers. */
  readonly sample: Call<
    {
      readonly endDay: Day;
      readonly endMinute: number;
      readonly zone: string;
      readonly currency: Currency;
      /** That of the screen: invented people are called as its shops call people. */
      readonly language: string;
    },
    { readonly people: number; readonly visits: number },
    WriteProblem
  >;
  /** Computes the list of the week of `today`. */
  readonly suggest: Call<{ readonly today: Day }, WeekSuggestions, never>;
  /** Fits the model to the past up to `today` and saves it, unless that was done today. */
  readonly 'fit-model': Call<{ readonly today: Day }, FittedModel, WriteProblem>;
  /** Lets the browser begin another log; gives whether it did. */
  readonly 'renew-log': Call<object, boolean, never>;
  /** Chooses whom the next starts read first; gives for how many half hours. */
  readonly 'refresh-startup-cache': Call<{ readonly today: Day }, number, WriteProblem>;
  readonly 'compute-insights': Call<{ readonly today: Day }, ShopInsights, never>;
  /** Everybody to whom a perk of the poster is due, and who is near. */
  readonly 'perk-board': Call<{ readonly today: Day }, PerkBoard, never>;
  /** Reads a picked list for the first time; writes nothing. */
  readonly 'parse-list': Call<PickedFile, ParsedList, ImportProblem>;
  /** Reads it again by the chosen columns and tells what it would bring; writes nothing. */
  readonly 'preview-import': Call<PreviewRequest, ImportPreview, ImportProblem>;
  /** Brings it in, all or nothing. */
  readonly 'run-import': Call<ImportRequest, ImportResult, ImportProblem | WriteProblem>;
  /** Writes the shop as lists for other programs. */
  readonly 'create-export': Call<ExportRequest, CreatedExport, StorageProblem>;
  /** Finds who may stand twice on the list. */
  readonly 'find-doubles': Call<object, FoundDoubles, StorageProblem>;
  /** Takes an import back. */
  readonly 'undo-import': Call<{ readonly id: ImportId }, ShopImport, WriteProblem>;
  /** Checks the next days from `from` on (null: from the first) against their rows. */
  readonly 'check-days': Call<{ readonly from: Day | null }, DayCheck, WriteProblem>;
  /** Writes the shop into a file and verifies it. Progress counts rows. */
  readonly 'create-backup': Call<{ readonly phrase?: string | null }, CreatedBackup, BackupProblem>;
  /** Writes a backup into a folder and verifies it there. Progress counts rows. */
  readonly 'write-backup': Call<BackupFolder, WrittenBackup, BackupProblem>;
  /** Takes the erased out of older backups in a folder. Progress counts backups. */
  readonly 'clean-backups': Call<CleanBackupsRequest, FolderTraces, BackupProblem>;
  /** Takes a verified snapshot inside the browser, or gives the one of the last minutes. */
  readonly 'take-snapshot': Call<object, Snapshot, BackupProblem>;
  /** Clears what else on this tablet holds whoever was just erased. */
  readonly 'clear-traces': Call<object, null, BackupProblem>;
  /** Reads a backup and writes nothing. Progress counts rows. */
  readonly 'preview-backup': Call<BackupFile, BackupPreview, BackupProblem>;
  /** Carries parcels between this tablet and the server until it is given up. */
  readonly 'carry-parcels': Call<object, null, never>;
  /** Waits for a tablet that has the words of the invitation. */
  readonly 'await-guest': Call<Invitation, GuestAtDoor, PairingProblem>;
  /** Makes it one of the shop's tablets. */
  readonly 'let-guest-in': Call<Invitation & { readonly guest: Guest }, null, PairingProblem>;
  /** Creates the database `database` from a backup. Progress counts rows. */
  readonly 'restore-backup': Call<RestoreRequest, RestoredShop, BackupProblem>;
  /** Creates it from a backup merged with the open shop. Progress counts rows. */
  readonly 'merge-backup': Call<RestoreRequest, RestoredShop, BackupProblem>;
}

export type RequestKind = keyof Requests;

/** A request of kind `K`: `{ kind: 'sample', endDay, … }`. */
export type WorkerRequest<K extends RequestKind = RequestKind> = {
  readonly [Kind in K]: { readonly kind: Kind } & Requests[Kind]['params'];
}[K];

/** The database may also fail to open in the worker. */
export type WorkerResponse<K extends RequestKind = RequestKind> = {
  readonly [Kind in K]: Result<Requests[Kind]['result'], Requests[Kind]['problem'] | OpenProblem>;
}[K];

export interface RequestContext {
  readonly onProgress: (progress: WorkerProgress) => void;
  readonly signal: AbortSignal;
}

/** Handles requests: in the worker in the app, in place in tests. */
export interface WorkerClient {
  /** Rejects only for bugs and when `signal` aborts; expected failures are in the response. */
  readonly ask: <K extends RequestKind>(
    request: WorkerRequest<K>,
    onProgress?: (progress: WorkerProgress) => void,
    signal?: AbortSignal,
  ) => Promise<WorkerResponse<K>>;
}

/** What is sent to the worker; `now` is the page's clock (epoch ms). */
export interface WorkerMessage {
  readonly database: string;
  readonly now: number;
  /** Whose history changed since the message before, as far as the page knows. */
  readonly changed: HistoryChange | null;
  readonly request: WorkerRequest;
}
