// One business action is one strict transaction: the fact, the history and the day row are all
// written or none is. Nothing but Dexie may be awaited inside, or the browser commits the first
// half. A lost connection is reopened, at most three times. Each await costs a tap a round to the
// disk: what can be read or written together is.

import { Dexie } from 'dexie';
import { countedTables, zeroRowCounts, type Meta, type RowCounts } from '#domain/shop/meta.ts';
import type { StorageProblem, WriteProblem } from '#domain/shop/shop-problem.ts';
import { failed, ok, type Result } from '#lib/result.ts';
import { recordOf } from '#lib/typed-keys.ts';
import { nextTimestamp, type HlcTimestamp } from '#lib/hlc.ts';
import { schemaVersion } from '#schema/versions.ts';
import { withChangedFacts } from '#domain/tablets/changed-facts.ts';
import { reopenDatabase, type ShopDexie } from './database.ts';
import { changedIn, type ChangedKeys } from './note-changes.ts';

/** What a business action may use inside its transaction. */
export interface ShopWriter {
  readonly db: ShopDexie;
  /** The one timestamp of this action: all its changes belong together. */
  readonly timestamp: HlcTimestamp;
  /** Rows that came (or went, below zero) in this action. */
  readonly rowDelta: RowDelta;
}

/** A writer that may defer rows to the end of its action. */
export interface ActionWriter extends ShopWriter {
  /** Writes a row together with the count, at the end: the action may not read it again. */
  readonly deferPut: (put: () => PromiseLike<unknown>) => void;
  /** Names rows for the other tablets although they came from one. */
  readonly announce: (table: string, keys: readonly string[]) => void;
}

/** An action that knows ahead what it must read: that is read together with the meta row. */
export interface PreparedTransaction<Found, T, P> {
  /**
   * Of rows that come from another tablet: their latest timestamp, or null. Later ones follow it,
   * and what is written is not named for the other tablets: they have it from where it came.
   */
  readonly received?: HlcTimestamp | null;
  readonly read: (db: ShopDexie) => Promise<Found>;
  readonly run: (writer: ActionWriter, found: Found) => Promise<Result<T, P>>;
}

/** Rows added (or removed, below zero) by the action, kept by whoever writes these tables. */
type RowDelta = { -readonly [Name in keyof RowCounts]: number };

/** Tries after the first one, each on a fresh connection. */
const maxReopens = 3;

/**
 * Runs `action` in one transaction and resolves when it is on the disk. `now` is epoch ms. A failed
 * result of the action itself (`P`) leaves everything as it was.
 */
export async function write<T, P>(
  db: ShopDexie,
  now: number,
  action: (writer: ActionWriter) => Promise<Result<T, P>>,
): Promise<Result<T, P | WriteProblem>> {
  return transact(db, now, { read: readNothing, run: action });
}

/** Like `write`, for an action that knows ahead what it must read. */
export async function transact<Found, T, P>(
  db: ShopDexie,
  now: number,
  action: PreparedTransaction<Found, T, P>,
): Promise<Result<T, P | WriteProblem>> {
  for (let attempt = 0; ; attempt += 1) {
    const outcome = await attemptTransaction(db, now, action);
    if (outcome.ok || !isConnectionLost(outcome.problem) || attempt === maxReopens) return outcome;
    const reopened = await reopenDatabase(db);
    if (!reopened.ok && reopened.problem.kind === 'newer-app-needed')
      return failed(reopened.problem);
  }
}

async function readNothing(): Promise<void> {}

async function attemptTransaction<Found, T, P>(
  db: ShopDexie,
  now: number,
  { read, run, received }: PreparedTransaction<Found, T, P>,
): Promise<Result<T, P | WriteProblem>> {
  try {
    return await db.transaction('rw', db.tables, async () => {
      const [meta, found] = await Promise.all([db.meta.get('meta'), read(db)]);
      if (meta === undefined)
        throw new TransactionAbort<WriteProblem>({ kind: 'storage-failed', name: 'NoShop' });
      if (meta.minWriter > schemaVersion)
        throw new TransactionAbort<WriteProblem>({ kind: 'newer-app-needed' });
      const last = laterOf(meta.lastStamp, received ?? null);
      const timestamp = nextTimestamp({ last, now, device: meta.deviceId });
      const rowDelta: RowDelta = { ...zeroRowCounts };
      const deferredPuts: (() => PromiseLike<unknown>)[] = [];
      const announced = new Map<string, readonly string[]>();
      const result = await run(
        {
          db,
          timestamp,
          rowDelta,
          deferPut: (put) => deferredPuts.push(put),
          announce: (table, keys) => announced.set(table, keys),
        },
        found,
      );
      if (!result.ok) throw new TransactionAbort(result.problem);
      // Started without an await between them: Dexie loses its transaction where one has failed
      // before another starts.
      const puts = deferredPuts.map((put) => put());
      const changed = received === undefined ? changedNow() : announced;
      const unsent = meta.unsent && { unsent: withChangedFacts(meta.unsent, changed) };
      // In the same transaction: what is on the disk is named for the other tablets.
      const nextMeta = {
        ...meta,
        lastStamp: timestamp,
        ...withRowDelta(meta, rowDelta),
        ...unsent,
      };
      await Promise.all([...puts, db.meta.put(nextMeta)]);
      return ok(result.value);
    });
  } catch (error) {
    if (error instanceof TransactionAbort) return failed(problemOfAbort<P>(error));
    if (error instanceof Dexie.DexieError || error instanceof DOMException)
      return failed(problemOf(error));
    throw error;
  }
}

// In the same transaction as the rows: rows that are missing later were lost.
function withRowDelta({ rows }: Meta, rowDelta: RowDelta): Pick<Meta, 'rows'> {
  if (rows === undefined) return {};
  return { rows: recordOf(countedTables, (table) => rows[table] + rowDelta[table]) };
}

function changedNow(): ChangedKeys {
  const transaction = Dexie.currentTransaction?.idbtrans;
  return transaction === undefined ? new Map() : changedIn(transaction);
}

function laterOf(a: HlcTimestamp | null, b: HlcTimestamp | null): HlcTimestamp | null {
  return a === null || (b !== null && b > a) ? b : a;
}

// Thrown inside a transaction so that Dexie takes everything back.
class TransactionAbort<P> extends Error {
  readonly problem: P;

  constructor(problem: P) {
    super('refused');
    this.problem = problem;
  }
}

function problemOfAbort<P>(abort: TransactionAbort<P | WriteProblem>): P | WriteProblem {
  return abort.problem;
}

/** Dexie wraps a full disk as an AbortError with the real name inside. */
export function problemOf(error: Error & { readonly inner?: unknown }): StorageProblem {
  const name = error.inner instanceof Error ? error.inner.name : error.name;
  return name === 'QuotaExceededError'
    ? { kind: 'storage-full' }
    : { kind: 'storage-failed', name };
}

function isConnectionLost(problem: unknown): boolean {
  return (
    isStorageFailure(problem) && problem.name !== 'NoShop' && problem.name !== 'ConstraintError'
  );
}

function isStorageFailure(
  problem: unknown,
): problem is { readonly kind: 'storage-failed'; readonly name: string } {
  return (
    typeof problem === 'object' &&
    problem !== null &&
    'kind' in problem &&
    problem.kind === 'storage-failed'
  );
}

// Storage work outside of a business action, where a failure of the storage becomes a value.

/** What `action` gives, or the storage's problem. Bugs are thrown on. */
export async function attempt<T>(action: () => Promise<T>): Promise<Result<T, StorageProblem>> {
  try {
    return ok(await action());
  } catch (error) {
    if (error instanceof Dexie.DexieError || error instanceof DOMException)
      return failed(problemOf(error));
    throw error;
  }
}
