// The threads of this page, each started with its first request. Loaded with that.

import type { WorkerTask } from './app/environment.ts';
import type { WorkerMessage, WorkerProgress, WorkerResponse } from './app/worker/protocol.ts';
import { createCaller, type Caller } from './platform/concurrency/worker-rpc.ts';

type Thread = Caller<WorkerMessage, WorkerResponse, WorkerProgress>;

const threads: Partial<Record<WorkerTask, Thread>> = {};

export function threadFor(task: WorkerTask = 'all'): Thread {
  threads[task] ??= createCaller(
    () => new Worker(new URL('./worker.ts', import.meta.url), { type: 'module' }),
  );
  return threads[task];
}
