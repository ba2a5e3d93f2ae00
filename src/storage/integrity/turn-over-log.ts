// A browser appends what is written to a log and keeps what was deleted in it until the log turns
// over. One log serves all databases of an origin: rows written into another one and deleted again
// push the old bytes out. Seen in Chromium's LevelDB; other stores tidy up in their own time.

/** 8 MB in rows of 16 kB: larger ones go into files of their own and turn nothing over. */
const rows = 512;
const rowBytes = 16_384;

/** Writes and deletes filler in a database `name` of its own. False where that failed. */
export async function turnOverLog(name: string): Promise<boolean> {
  try {
    const db = await opened(name);
    const written = db.transaction('filler', 'readwrite');
    const filler = written.objectStore('filler');
    // Not the same twice, or the log is packed.
    for (let row = 0; row < rows; row += 1) filler.put(drawnBytes(), row);
    await finished(written);
    const cleared = db.transaction('filler', 'readwrite');
    cleared.objectStore('filler').clear();
    await finished(cleared);
    db.close();
    return true;
  } catch {
    return false;
  } finally {
    indexedDB.deleteDatabase(name);
  }
}

function drawnBytes(): Uint8Array {
  return crypto.getRandomValues(new Uint8Array(rowBytes));
}

function opened(name: string): Promise<IDBDatabase> {
  return new Promise((resolve, reject) => {
    const request = indexedDB.open(name, 1);
    request.addEventListener('upgradeneeded', () => request.result.createObjectStore('filler'));
    request.addEventListener('success', () => resolve(request.result));
    request.addEventListener('error', () => reject(request.error ?? new Error('not opened')));
  });
}

function finished(transaction: IDBTransaction): Promise<void> {
  return new Promise((resolve, reject) => {
    transaction.addEventListener('complete', () => resolve());
    transaction.addEventListener('abort', () => reject(transaction.error ?? new Error('aborted')));
  });
}
