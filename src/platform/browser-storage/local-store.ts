// Small things that must survive a reload or a crash, in the browser's local storage: at once and
// without waiting. It never holds the only copy of anything that was said to be saved.

import type { Shape } from '#lib/shape.ts';
import { ownName } from '#platform/app-folder.ts';

/** Texts by key. Keys begin with the database's name where shops on one device must stay apart. */
export interface LocalStore {
  readonly get: (key: string) => string | null;
  readonly set: (key: string, text: string) => void;
  readonly remove: (key: string) => void;
  /** All keys that begin with `prefix`, sorted. */
  readonly keys: (prefix: string) => readonly string[];
}

/** This browser's local storage. Where it is full or off, values live as long as the page. */
export function localStore(): LocalStore {
  const unsaved = new Map<string, string>();
  return {
    get: (key) => unsaved.get(key) ?? attempt(() => localStorage.getItem(ownName(key)), null),
    set(key, text) {
      const isSaved = attempt(() => {
        localStorage.setItem(ownName(key), text);
        return true;
      }, false);
      if (isSaved) unsaved.delete(key);
      else unsaved.set(key, text);
    },
    remove(key) {
      unsaved.delete(key);
      attempt(() => localStorage.removeItem(ownName(key)), undefined);
    },
    keys: (prefix) =>
      [...new Set([...attempt(storedKeys, []), ...unsaved.keys()])]
        .filter((key) => key.startsWith(prefix))
        .toSorted(),
  };
}

/** The value of `shape` under `key`, or undefined when there is none. */
export function loadStored<Value>(
  store: LocalStore,
  key: string,
  shape: Shape<Value>,
): Value | undefined {
  return parseStored(store.get(key), shape);
}

/** The value of `shape` that `text` spells as JSON, or undefined when it does not. */
export function parseStored<Value>(text: string | null, shape: Shape<Value>): Value | undefined {
  return text === null ? undefined : shape(attempt<unknown>(() => JSON.parse(text), null));
}

/** Keeps `value` under `key` as JSON; null removes it. */
export function saveStored(store: LocalStore, key: string, value: object | null): void {
  if (value === null) store.remove(key);
  else store.set(key, JSON.stringify(value));
}

function storedKeys(): readonly string[] {
  const ours = ownName('');
  return Array.from({ length: localStorage.length }, (_, index) => localStorage.key(index) ?? '')
    .filter((key) => key.startsWith(ours))
    .map((key) => key.slice(ours.length));
}

// Local storage throws when it is full, and even on being named where it is switched off.
function attempt<T>(reach: () => T, otherwise: T): T {
  try {
    return reach();
  } catch {
    return otherwise;
  }
}
