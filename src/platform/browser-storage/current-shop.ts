// Which database is the shop on this tablet. Stored outside of the databases, so that losing one
// does not hide the others. Must never name a database that is not complete. Also how far that shop
// had come, so that an older state of its database is not taken for the shop.

import { ownName } from '#platform/app-folder.ts';

/** The names of the shop's database and of the open sample shop's; null for none. */
export interface CurrentShops {
  readonly shop: string | null;
  readonly sample: string | null;
}

export interface CurrentShopStore {
  readonly read: () => CurrentShops;
  readonly write: (pointer: CurrentShops) => void;
  /** The latest timestamp seen on the disk of the database `name`, or null when none was. */
  readonly lastTimestamp: (name: string) => string | null;
  readonly setLastTimestamp: (name: string, timestamp: string) => void;
  /** Calls `onChange` when another tab changes it, until the returned function is called. */
  readonly subscribe: (onChange: () => void) => () => void;
}

const keys = {
  shop: ownName('regulars.shop'),
  sample: ownName('regulars.sample'),
  seen: ownName('regulars.seen'),
};

export function localCurrentShop(): CurrentShopStore {
  return {
    read: () => ({
      shop: localStorage.getItem(keys.shop),
      sample: localStorage.getItem(keys.sample),
    }),
    write(pointer) {
      put(keys.shop, pointer.shop);
      put(keys.sample, pointer.sample);
    },
    lastTimestamp(name) {
      const [database, timestamp = null] = localStorage.getItem(keys.seen)?.split(' ') ?? [];
      return database === name ? timestamp : null;
    },
    setLastTimestamp: (name, timestamp) => put(keys.seen, `${name} ${timestamp}`),
    subscribe(onChange) {
      function onStorage(event: StorageEvent): void {
        if (event.key === keys.shop || event.key === keys.sample || event.key === null) onChange();
      }
      addEventListener('storage', onStorage);
      return () => removeEventListener('storage', onStorage);
    },
  };
}

function put(key: string, name: string | null): void {
  if (name === null) localStorage.removeItem(key);
  else localStorage.setItem(key, name);
}
