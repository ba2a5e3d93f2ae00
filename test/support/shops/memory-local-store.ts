import type { LocalStore } from '#platform/browser-storage/local-store.ts';

/** Drafts that live as long as the test; give the same to two desks for a reload. */
export function memoryLocalStore(): LocalStore & { readonly all: Map<string, string> } {
  const all = new Map<string, string>();
  return {
    all,
    get: (key) => all.get(key) ?? null,
    set: (key, text) => {
      all.set(key, text);
    },
    remove: (key) => {
      all.delete(key);
    },
    keys: (prefix) => [...all.keys()].filter((key) => key.startsWith(prefix)).toSorted(),
  };
}
