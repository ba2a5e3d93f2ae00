// What every action and query of an open shop needs. Created by `createDeps`, and in worker.ts.

import type { Clock } from '#platform/device/clock.ts';
import type { Ids } from '#platform/crypto/ids.ts';
import type { ShopDexie } from '#storage/database.ts';
import type { WorkerClient } from './worker/protocol.ts';

export interface Deps {
  readonly db: ShopDexie;
  readonly clock: Clock;
  readonly ids: Ids;
  readonly worker: WorkerClient;
}
