import type { Clock } from '#platform/device/clock.ts';
import type { ShopDexie } from '#storage/database.ts';
import { collectHistoryChanges } from '#storage/observe.ts';
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
  readonly db: Pick<ShopDexie, 'name'>;
  readonly clock: Clock;
}

/** `getCaller` starts the worker with the first request. */
export function workerClient(
  getCaller: () => Promise<Caller<WorkerMessage, WorkerResponse, WorkerProgress>>,
  { db, clock }: WorkerTarget,
): WorkerClient {
  const changes = collectHistoryChanges(db);
  return {
    ask: async <K extends RequestKind>(
      request: WorkerRequest<K>,
      onProgress?: (progress: WorkerProgress) => void,
      signal?: AbortSignal,
    ): Promise<WorkerResponse<K>> => {
      const caller = await getCaller();
      signal?.throwIfAborted();
      // Sent along, for the browser may tell the worker itself only after the request.
      const changed = changes.take();
      const database = db.name;
      // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- each single request is one of them all
      const message = { database, now: clock.now(), changed, request: request as WorkerRequest };
      return caller.call(message, { onProgress, signal });
    },
  };
}
