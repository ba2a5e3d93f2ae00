// The second composition root: does what takes long, on its own connection to the database that
// each request names.

import './platform/missing-array-methods.ts';
import { snapshotBeforeUpgrade } from './app/backup/snapshot-before-upgrade.ts';
import type { Deps } from './app/deps.ts';
import { handleRequest, inlineWorker } from './app/worker/handlers.ts';
import { noteChanged } from './app/worker/read-known-histories.ts';
import type { WorkerResponse, WorkerMessage, WorkerProgress } from './app/worker/protocol.ts';
import { failed, ok, type Result } from './lib/result.ts';
import type { OpenProblem } from './domain/shop/shop-problem.ts';
import { syncedClock } from './platform/device/clock.ts';
import { randomIds } from './platform/crypto/ids.ts';
import { serveCalls } from './platform/concurrency/worker-rpc.ts';
import { openDatabase, type ShopDexie } from './storage/database.ts';
import { noteChanges } from './storage/tablets/note-changes.ts';
import { readMeta } from './storage/tables/settings.ts';

const clock = syncedClock();
const ids = randomIds(clock.now);
// Requests may name the own shop and the sample by turns; neither may lose its connection in the
// middle of one.
const connections = new Map<string, Promise<Result<ShopDexie, OpenProblem>>>();

serveCalls<WorkerMessage, WorkerResponse, WorkerProgress>(
  async ({ database, now, changed, request }, context) => {
    clock.sync(now);
    const deps = await depsFor(database);
    if (!deps.ok) return deps;
    noteChanged(deps.value, changed);
    return handleRequest(deps.value, request, context);
  },
);

async function depsFor(database: string): Promise<Result<Deps, OpenProblem>> {
  const opened = await connectionTo(database);
  if (!opened.ok) {
    connections.delete(database);
    return failed(opened.problem);
  }
  const parts = { db: opened.value, clock, ids };
  return ok({ ...parts, worker: inlineWorker(parts) });
}

async function connectionTo(database: string): Promise<Result<ShopDexie, OpenProblem>> {
  const known = connections.get(database);
  if (known !== undefined) {
    const opened = await known;
    if (opened.ok && opened.value.isOpen()) return opened;
  }
  const release = (): void => void connections.delete(database);
  const opening = openNoted(database, release);
  connections.set(database, opening);
  return opening;
}

/** In a shop of several tablets the others must learn what changes here. */
async function openNoted(
  database: string,
  release: () => void,
): Promise<Result<ShopDexie, OpenProblem>> {
  const opened = await openDatabase(database, release, snapshotBeforeUpgrade({ clock }));
  if (opened.ok && (await readMeta(opened.value))?.unsent !== undefined) noteChanges(opened.value);
  return opened;
}
