// Which database is the shop on this tablet. Kept outside of the databases, so that losing one does not hide the others.
// It must never name a database that is not complete.

/** The names of the shop's own database and of the sample shop's, while one is open; null for none. */
export interface ShopPointer {
  readonly shop: string | null;
  readonly sample: string | null;
}

export interface Pointer {
  readonly read: () => ShopPointer;
  readonly write: (pointer: ShopPointer) => void;
  /** Hears when another tab points elsewhere, until the returned function is called. */
  readonly subscribe: (onChange: () => void) => () => void;
}

const keys = { shop: 'regulars.shop', sample: 'regulars.sample' } as const;

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
