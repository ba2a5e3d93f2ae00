// Where a marker of the database is stored outside of it, so that its loss is noticed. Each store
// may fail or be cleared alone; no tap waits for one. A marker fits in a line and holds nothing of
// the shop.

import { ownName } from '#platform/app-folder.ts';
import { localStore } from './local-store.ts';

export interface MarkerStore {
  /** The marker of `database` where a store holds several, or of any. */
  readonly read: (database: string | null) => Promise<string | null>;
  /** Does nothing where it cannot be written. */
  readonly write: (text: string) => Promise<void>;
}

const key = 'regulars.canary';
const fileName = ownName('regulars-canary.json');

export function localStorageMarker(): MarkerStore {
  const store = localStore();
  return {
    read: () => Promise.resolve(store.get(key)),
    write(text) {
      store.set(key, text);
      return Promise.resolve();
    },
  };
}

/** A file of this origin's own, apart from the database and local storage. */
export const opfsMarker: MarkerStore = {
  async read() {
    try {
      const folder = await opfsRoot();
      return (await (await folder.getFileHandle(fileName)).getFile()).text();
    } catch {
      return null;
    }
  },
  async write(text) {
    try {
      const file = await (await opfsRoot()).getFileHandle(fileName, { create: true });
      const stream = await file.createWritable();
      await stream.write(text);
      await stream.close();
    } catch {
      // Older Safari and private windows have no such files: the other stores remain.
    }
  },
};

function opfsRoot(): Promise<FileSystemDirectoryHandle> {
  return navigator.storage.getDirectory();
}
