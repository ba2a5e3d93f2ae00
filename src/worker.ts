// The second composition root: does what takes long, on its own connection to the database that each question names.

import type { Deps } from '#app/deps.ts';
import { answerWork, workInPlace } from '#app/work-answers.ts';
import type { WorkAnswer, WorkMessage, WorkProgress } from '#app/work.ts';
import { failed, ok, type Result } from '#lib/result.ts';
import type { OpenProblem } from '#domain/problem.ts';
import { followingClock } from '#platform/clock.ts';
import { randomIds } from '#platform/ids.ts';
import { answerCalls } from '#platform/worker.ts';
import { openDatabase, type ShopDexie } from '#storage/database.ts';

const clock = followingClock();
const ids = randomIds(clock.now);
let connection: ShopDexie | null = null;

answerCalls<WorkMessage, WorkAnswer, WorkProgress>(async ({ database, now, request }, job) => {
  clock.follow(now);
  const deps = await depsFor(database);
  return deps.ok ? answerWork(deps.value, request, job) : deps;
});

async function depsFor(database: string): Promise<Result<Deps, OpenProblem>> {
  if (connection?.name !== database || !connection.isOpen()) {
    connection?.close();
    connection = null;
    const opened = await openDatabase(database, () => {
      connection = null;
    });
    if (!opened.ok) return failed(opened.problem);
    connection = opened.value;
  }
  const parts = { db: connection, clock, ids };
  return ok({ ...parts, work: workInPlace(parts) });
}
