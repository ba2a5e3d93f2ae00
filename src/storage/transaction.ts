// One business action is one strict transaction: the fact, the history and the day row are all written or none is. Nothing but Dexie may be
// awaited inside, or the browser commits the first half. A lost connection is opened afresh, at most three times. Each answer waited for costs
// a tap a round to the disk and back: what can be asked or sent together is.

import { Dexie } from 'dexie';
import { noRows, type Meta, type RowTally } from '#domain/shop/meta.ts';
import type { StorageProblem, WriteProblem } from '#domain/shop/shop-problem.ts';
import { failed, ok, type Result } from '#lib/result.ts';
import { nextStamp, type Stamp } from '#lib/hlc.ts';
import { schemaVersion } from '#schema/versions.ts';
import { reopenDatabase, type ShopDexie } from './database.ts';

/** What a business action may use inside its transaction. */
export interface ShopWriter {
  readonly db: ShopDexie;
  /** The one stamp of this action: all its changes belong together. */
  readonly stamp: Stamp;
  /** Rows that came (or went, below zero) in this action. */
  readonly grown: Grown;
}

/** A writer that may keep rows for the end of its action. */
export interface ActionWriter extends ShopWriter {
  /** Writes a row in one go with the count, as the last of the action: nothing in the action may read it again. */
  readonly last: (put: () => PromiseLike<unknown>) => void;
}

/** An action that knows ahead what it must look up: that is asked for together with what every action needs. */
export interface PreparedAction<Found, T, P> {
  readonly ask: (db: ShopDexie) => Promise<Found>;
  readonly act: (writer: ActionWriter, found: Found) => Promise<Result<T, P>>;
}

/** Counted along by whoever writes or deletes rows of these tables. */
export type Grown = { -readonly [Name in keyof RowTally]: number };

/** Tries after the first one, each on a fresh connection. */
const freshOpens = 3;

/**
 * Runs `action` in one transaction and resolves when the browser says it is on the disk. `now` is the clock in epoch ms.
 * A failed result of the action itself (`P`) leaves everything as it was.
 */
export async function write<T, P>(
  db: ShopDexie,
  now: number,
  action: (writer: ActionWriter) => Promise<Result<T, P>>,
): Promise<Result<T, P | WriteProblem>> {
  return writePrepared(db, now, { ask: nothing, act: action });
}

/** Like `write`, for an action that knows ahead what it must look up. */
export async function writePrepared<Found, T, P>(
  db: ShopDexie,
  now: number,
  action: PreparedAction<Found, T, P>,
): Promise<Result<T, P | WriteProblem>> {
  for (let attempt = 0; ; attempt += 1) {
    const outcome = await attempted(db, now, action);
    if (outcome.ok || !isConnectionLost(outcome.problem) || attempt === freshOpens) return outcome;
    const reopened = await reopenDatabase(db);
    if (!reopened.ok && reopened.problem.kind === 'newer-app-needed')
      return failed(reopened.problem);
  }
}

async function nothing(): Promise<void> {}

async function attempted<Found, T, P>(
  db: ShopDexie,
  now: number,
  { ask, act }: PreparedAction<Found, T, P>,
): Promise<Result<T, P | WriteProblem>> {
  try {
    return await db.transaction('rw', db.tables, async () => {
      const [meta, found] = await Promise.all([db.meta.get('meta'), ask(db)]);
      if (meta === undefined)
        throw new Refusal<WriteProblem>({ kind: 'storage-failed', name: 'NoShop' });
      if (meta.minWriter > schemaVersion)
        throw new Refusal<WriteProblem>({ kind: 'newer-app-needed' });
      const stamp = nextStamp({ last: meta.lastStamp, now, device: meta.deviceId });
      const grown: Grown = { ...noRows };
      const lastPuts: (() => PromiseLike<unknown>)[] = [];
      const result = await act({ db, stamp, grown, last: (put) => lastPuts.push(put) }, found);
      if (!result.ok) throw new Refusal(result.problem);
      const told = { ...meta, lastStamp: stamp, ...tallied(meta, grown) };
      // Begun without a wait between them: Dexie loses hold of its transaction where one has failed before another begins.
      await Promise.all([...lastPuts.map((put) => put()), db.meta.put(told)]);
      return ok(result.value);
    });
  } catch (error) {
    if (error instanceof Refusal) return failed(refusedProblem<P>(error));
    if (error instanceof Dexie.DexieError || error instanceof DOMException)
      return failed(problemOf(error));
    throw error;
  }
}

// The sum stands in the same transaction as the rows: rows that are missing later were lost, not taken away.
function tallied({ rows }: Meta, grown: Grown): Pick<Meta, 'rows'> {
  if (rows === undefined) return {};
  const { visits, customers, moments, gestures } = rows;
  return {
    rows: {
      visits: visits + grown.visits,
      customers: customers + grown.customers,
      moments: moments + grown.moments,
      gestures: gestures + grown.gestures,
    },
  };
}

// Thrown inside a transaction so that Dexie takes everything back.
class Refusal<P> extends Error {
  readonly problem: P;

  constructor(problem: P) {
    super('refused');
    this.problem = problem;
  }
}

function refusedProblem<P>(refusal: Refusal<P | WriteProblem>): P | WriteProblem {
  return refusal.problem;
}

/** What went wrong in the browser's storage. Dexie wraps its error: a full disk arrives as an AbortError with the real name inside. */
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
