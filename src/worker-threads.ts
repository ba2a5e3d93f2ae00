// The threads of this page, each started with its first request. Loaded with that.

import type { WorkerTask } from './app/environment.ts';
import type { WorkerMessage, WorkerProgress, WorkerResponse } from './app/worker/protocol.ts';
import { createCaller, type Caller } from './platform/concurrency/worker-rpc.ts';

type WorkerCaller = Caller<WorkerMessage, WorkerResponse, WorkerProgress>;

const threads: Partial<Record<WorkerTask, WorkerCaller>> = {};

export function threadFor(task: WorkerTask): WorkerCaller {
  threads[task] ??= createCaller(
    () => new Worker(new URL('./worker.ts', import.meta.url), { type: 'module' }),
  );
  return threads[task];
}
