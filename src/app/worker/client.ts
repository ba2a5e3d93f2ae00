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

/** The database that requests are about, and the clock that the worker follows. */
export interface WorkerTarget {
  readonly database: string;
  readonly clock: Clock;
}

/** `getCaller` starts the worker with the first request. */
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
