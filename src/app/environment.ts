// The tablet: everything that belongs to it and not to a shop. Created in main.tsx; tests make
// their own.

import type { Clock } from '#platform/device/clock.ts';
import type { Ids } from '#platform/crypto/ids.ts';
import type { Install } from '#platform/lifecycle/install.ts';
import type { Persistence } from '#platform/browser-storage/persistence.ts';
import type { CurrentShopStore } from '#platform/browser-storage/current-shop.ts';
import type { Updates } from '#platform/lifecycle/updates.ts';
import type { Settings } from '#domain/shop/settings.ts';
import type { ShopDexie } from '#storage/database.ts';
import type { WorkerClient } from './worker/protocol.ts';

export type { InstallState } from '#platform/lifecycle/install.ts';
export type { PersistenceState } from '#platform/browser-storage/persistence.ts';
export type { UpdateState } from '#platform/lifecycle/updates.ts';

/** What a thread is for: parcels have one of their own, so that no long work holds them up. */
export type WorkerTask = 'all' | 'parcels';

export interface Environment {
  readonly clock: Clock;
  readonly ids: Ids;
  readonly pointer: CurrentShopStore;
  readonly persistence: Persistence;
  readonly install: Install;
  readonly updates: Updates;
  readonly showTheme: (theme: Settings['theme']) => void;
  /** Speaks another language, from a new beginning of the page. */
  readonly changeLanguage: (language: string) => void;
  /** Writes figures and days as in this country from now on; empty: as the tablet does. */
  readonly showRegion: (region: string) => void;
  readonly workerFor: (db: ShopDexie, task?: WorkerTask) => WorkerClient;
  /** The time zone and language that the device is set to. */
  readonly zone: string;
  readonly language: string;
  /** The language that the screens speak: "de". */
  readonly screenLanguage: string;
}
