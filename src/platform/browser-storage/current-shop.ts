// Which database is the shop on this tablet. Kept outside of the databases, so that losing one does not hide the others.
// It must never name a database that is not complete. Beside it stands how far that shop had come, so that an older or shorter state of
// its database is not taken for the shop.

/** The names of the shop's own database and of the sample shop's, while one is open; null for none. */
export interface ShopPointer {
  readonly shop: string | null;
  readonly sample: string | null;
}

export interface Pointer {
  readonly read: () => ShopPointer;
  readonly write: (pointer: ShopPointer) => void;
  /** The latest stamp that was seen on the disk of the database `name`, or null when none was. */
  readonly seen: (name: string) => string | null;
  readonly see: (name: string, stamp: string) => void;
  /** Hears when another tab points elsewhere, until the returned function is called. */
  readonly subscribe: (onChange: () => void) => () => void;
}

const keys = { shop: 'regulars.shop', sample: 'regulars.sample', seen: 'regulars.seen' } as const;

/** The pointer in this browser's localStorage. */
export function localPointer(): Pointer {
  return {
    read: () => ({
      shop: localStorage.getItem(keys.shop),
      sample: localStorage.getItem(keys.sample),
    }),
    write(pointer) {
      put(keys.shop, pointer.shop);
      put(keys.sample, pointer.sample);
    },
    seen(name) {
      const [database, stamp = null] = localStorage.getItem(keys.seen)?.split(' ') ?? [];
      return database === name ? stamp : null;
    },
    see: (name, stamp) => put(keys.seen, `${name} ${stamp}`),
    subscribe(onChange) {
      function hear(event: StorageEvent): void {
        if (event.key === keys.shop || event.key === keys.sample || event.key === null) onChange();
      }
      addEventListener('storage', hear);
      return () => removeEventListener('storage', hear);
    },
  };
}

function put(key: string, name: string | null): void {
  if (name === null) localStorage.removeItem(key);
  else localStorage.setItem(key, name);
}
