// Files follow one another in one process: each finds the storage of a tablet that nobody has
// touched yet.
import { Dexie } from 'dexie';
import { beforeAll } from 'vitest';

beforeAll(async () => {
  for (const { name } of await indexedDB.databases())
    if (name !== undefined) await Dexie.delete(name);
  globalThis.localStorage?.clear();
  globalThis.sessionStorage?.clear();
});
