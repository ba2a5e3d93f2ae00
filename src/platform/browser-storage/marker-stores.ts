// Places outside of the database for a few words about it, so that its loss is noticed. Each may
// fail or be cleared alone; none is ever waited for by a tap. The words must fit in a line: nothing
// of the shop's own is kept here.

import { localStore } from './local-store.ts';

/** One place for one text. */
export interface MarkerStore {
  /**
   * What it remembers; a place for several shops is asked for the one in `database`, or for any.
   */
  readonly read: (database: string | null) => Promise<string | null>;
  /** Does nothing where the place cannot be written. */
  readonly write: (text: string) => Promise<void>;
}

const key = 'regulars.canary';
const fileName = 'regulars-canary.json';

/** The browser's small store. */
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

/** A file of this origin's own, apart from the database and the small store. */
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
      // Older Safari and private windows have no such files: the other places stand.
    }
  },
};

function opfsRoot(): Promise<FileSystemDirectoryHandle> {
  return navigator.storage.getDirectory();
}
