// Work done by the worker: the same questions as in place, sent to another thread.

import type { Clock } from '#platform/device/clock.ts';
import type { Caller } from '#platform/concurrency/worker-rpc.ts';
import type {
  WorkerClient,
  WorkerResponse,
  RequestKind,
  WorkerMessage,
  WorkerProgress,
  WorkerRequest,
} from './protocol.ts';

/** Where the work is: the database's name, and the clock that the other thread shall follow. */
export interface WorkerTarget {
  readonly database: string;
  readonly clock: Clock;
}

/**
 * Work on one database, done by whoever answers the caller. `getCaller` fetches it with the first
 * question.
 */
export function workerClient(
  getCaller: () => Promise<Caller<WorkerMessage, WorkerResponse, WorkerProgress>>,
  { database, clock }: WorkerTarget,
): WorkerClient {
  return {
    ask: async <K extends RequestKind>(
      request: WorkerRequest<K>,
      onProgress?: (progress: WorkerProgress) => void,
      signal?: AbortSignal,
    ): Promise<WorkerResponse<K>> => {
      // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- each single request is one of them all
      const message = { database, now: clock.now(), request: request as WorkerRequest };
      const caller = await getCaller();
      signal?.throwIfAborted();
      return caller.call(message, { onProgress, signal });
    },
  };
}
