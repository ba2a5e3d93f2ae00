// Work done by the worker: the same questions as in place, sent to another thread.

import type { Clock } from '#platform/device/clock.ts';
import type { WorkerCaller } from '#platform/concurrency/worker-rpc.ts';
import type {
  Work,
  WorkAnswer,
  WorkKind,
  WorkMessage,
  WorkProgress,
  WorkRequest,
} from './protocol.ts';

/** Where the work is: the database's name, and the clock that the other thread shall follow. */
export interface Workplace {
  readonly database: string;
  readonly clock: Clock;
}

/** Work on one database, done by whoever answers the caller. `callerOf` fetches it with the first question. */
export function workElsewhere(
  callerOf: () => Promise<WorkerCaller<WorkMessage, WorkAnswer, WorkProgress>>,
  { database, clock }: Workplace,
): Work {
  return {
    ask: async <K extends WorkKind>(
      request: WorkRequest<K>,
      onProgress?: (progress: WorkProgress) => void,
      signal?: AbortSignal,
    ): Promise<WorkAnswer<K>> => {
      // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- each single request is one of them all
      const message = { database, now: clock.now(), request: request as WorkRequest };
      const caller = await callerOf();
      signal?.throwIfAborted();
      return caller.call(message, { onProgress, signal });
    },
  };
}
