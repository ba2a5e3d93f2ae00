// Half-finished things that must survive a reload or a crash: kept in the browser's own small
// store, at once and without waiting. It never holds the only copy of anything that was said to be
// saved.

/**
 * A small store of texts by key. Keys begin with the shop's database name, so that shops on one
 * device stay apart.
 */
export interface LocalStore {
  readonly get: (key: string) => string | null;
  readonly set: (key: string, text: string) => void;
  readonly remove: (key: string) => void;
  /** All keys that begin with `prefix`, sorted. */
  readonly keys: (prefix: string) => readonly string[];
}

/**
 * Drafts in this browser's local store. Where it is full or switched off, drafts live as long as
 * the page.
 */
export function localStore(): LocalStore {
  const unsaved = new Map<string, string>();
  return {
    get: (key) => unsaved.get(key) ?? attempt(() => localStorage.getItem(key), null),
    set(key, text) {
      const isSaved = attempt(() => {
        localStorage.setItem(key, text);
        return true;
      }, false);
      if (isSaved) unsaved.delete(key);
      else unsaved.set(key, text);
    },
    remove(key) {
      unsaved.delete(key);
      attempt(() => localStorage.removeItem(key), undefined);
    },
    keys: (prefix) =>
      [...new Set([...attempt(storedKeys, []), ...unsaved.keys()])]
        .filter((key) => key.startsWith(prefix))
        .toSorted(),
  };
}

/** The value that a kept text spells as JSON, or null when there is none or it does not. */
export function parseStored(text: string | null): unknown {
  return text === null ? null : attempt<unknown>(() => JSON.parse(text), null);
}

function storedKeys(): readonly string[] {
  return Array.from({ length: localStorage.length }, (_, index) => localStorage.key(index) ?? '');
}

// The store throws when it is full, and even on being named where the reader has switched it off.
function attempt<T>(reach: () => T, otherwise: T): T {
  try {
    return reach();
  } catch {
    return otherwise;
  }
}
