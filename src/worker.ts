// The second composition root: does what takes long, on its own connection to the database that each question names.

import { snapshotFirst } from './app/backup/snapshot-before-upgrade.ts';
import type { Deps } from './app/deps.ts';
import { answerWork, workInPlace } from './app/worker/handlers.ts';
import type { WorkAnswer, WorkMessage, WorkProgress } from './app/worker/protocol.ts';
import { failed, ok, type Result } from './lib/result.ts';
import type { OpenProblem } from './domain/shop/shop-problem.ts';
import { followingClock } from './platform/device/clock.ts';
import { randomIds } from './platform/crypto/ids.ts';
import { answerCalls } from './platform/concurrency/worker-rpc.ts';
import { openDatabase, type ShopDexie } from './storage/database.ts';

const clock = followingClock();
const ids = randomIds(clock.now);
// The own shop and the sample may both be asked about; neither may lose its connection in the middle of a piece of work.
const connections = new Map<string, Promise<Result<ShopDexie, OpenProblem>>>();

answerCalls<WorkMessage, WorkAnswer, WorkProgress>(async ({ database, now, request }, job) => {
  clock.follow(now);
  const deps = await depsFor(database);
  return deps.ok ? answerWork(deps.value, request, job) : deps;
});

async function depsFor(database: string): Promise<Result<Deps, OpenProblem>> {
  const opened = await connectionTo(database);
  if (!opened.ok) {
    connections.delete(database);
    return failed(opened.problem);
  }
  const parts = { db: opened.value, clock, ids };
  return ok({ ...parts, work: workInPlace(parts) });
}

async function connectionTo(database: string): Promise<Result<ShopDexie, OpenProblem>> {
  const known = connections.get(database);
  if (known !== undefined) {
    const opened = await known;
    if (opened.ok && opened.value.isOpen()) return opened;
  }
  const letGo = (): void => void connections.delete(database);
  const opening = openDatabase(database, letGo, snapshotFirst({ clock }));
  connections.set(database, opening);
  return opening;
}
