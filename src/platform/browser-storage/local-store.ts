// Half-finished things that must survive a reload or a crash: kept in the browser's own small store, at once and without waiting.
// It never holds the only copy of anything that was said to be saved.

/** A small store of texts by key. Keys begin with the shop's database name, so that shops on one device stay apart. */
export interface Drafts {
  readonly get: (key: string) => string | null;
  readonly set: (key: string, text: string) => void;
  readonly remove: (key: string) => void;
  /** All keys that begin with `prefix`, sorted. */
  readonly keys: (prefix: string) => readonly string[];
}

/** Drafts in this browser's local store. Where it is full or switched off, drafts live as long as the page. */
export function deviceDrafts(): Drafts {
  const unkept = new Map<string, string>();
  return {
    get: (key) => unkept.get(key) ?? attempt(() => localStorage.getItem(key), null),
    set(key, text) {
      const kept = attempt(() => {
        localStorage.setItem(key, text);
        return true;
      }, false);
      if (kept) unkept.delete(key);
      else unkept.set(key, text);
    },
    remove(key) {
      unkept.delete(key);
      attempt(() => localStorage.removeItem(key), undefined);
    },
    keys: (prefix) =>
      [...new Set([...attempt(storedKeys, []), ...unkept.keys()])]
        .filter((key) => key.startsWith(prefix))
        .toSorted(),
  };
}

/** The value that a kept text spells as JSON, or null when there is none or it does not. */
export function draftValue(text: string | null): unknown {
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
