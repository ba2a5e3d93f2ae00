// What the verbs and questions of the app need from outside. Made once, in main.tsx and in
// worker.ts, and given to everything.

import type { Clock } from '#platform/device/clock.ts';
import type { Ids } from '#platform/crypto/ids.ts';
import type { ShopDexie } from '#storage/database.ts';
import type { WorkerClient } from './worker/protocol.ts';

/** One open shop and what its verbs need. */
export interface Deps {
  readonly db: ShopDexie;
  readonly clock: Clock;
  readonly ids: Ids;
  /** Whatever takes long, off the main thread. */
  readonly worker: WorkerClient;
}
