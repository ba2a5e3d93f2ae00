// A browser appends what is written to a log, turns that into files, and keeps what was deleted in
// both until it packs them anew. One log serves all databases of an origin: rows written into
// another one and deleted again push the old bytes on. For Chromium's LevelDB; other stores tidy up
// in their own time.

/** 8 MB a round in rows of 16 kB: larger ones go into files of their own and turn nothing over. */
const rows = 512;
const rowBytes = 16_384;
/** Half a megabyte at once, so that no tap waits for more. */
const rowsAtOnce = 32;

/** LevelDB packs its newest files once there are four. */
const packedAfter = 4;

/**
 * Writes and deletes filler in a database `name` of its own: so many rounds that what was deleted
 * is gone, or one, after which the log is another and the one before is read no more (a log has 4
 * MB, and a third begins only when the first is a file). False where that failed.
 */
export async function turnOverLog(name: string, rounds = packedAfter): Promise<boolean> {
  try {
    const db = await opened(name);
    for (let round = 0; round < rounds; round += 1) await turnOnce(db);
    db.close();
    return true;
  } catch {
    return false;
  } finally {
    indexedDB.deleteDatabase(name);
  }
}

async function turnOnce(db: IDBDatabase): Promise<void> {
  for (let from = 0; from < rows; from += rowsAtOnce) {
    const written = db.transaction('filler', 'readwrite');
    const filler = written.objectStore('filler');
    // Not the same twice, or the log is packed.
    for (let row = from; row < from + rowsAtOnce; row += 1) filler.put(drawnBytes(), row);
    await finished(written);
  }
  const cleared = db.transaction('filler', 'readwrite');
  cleared.objectStore('filler').clear();
  await finished(cleared);
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
