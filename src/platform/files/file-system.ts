// Files in a folder: one chosen by the owner, or the app's own. A file appears whole or not at all.
// Must never overwrite or delete a file unasked.

import { failed, ok, type Result } from '#lib/result.ts';

/** A folder, chosen by the owner or our own. Travels between threads. */
export type Folder = FileSystemDirectoryHandle;

/** Why a folder did not take or give a file. */
export type FolderProblem = 'no-folder' | 'storage-full';

/** Writes `file` under `name`, or under a name like it when that one is taken; gives the name. */
export async function createFile(
  folder: Folder,
  name: string,
  file: Blob,
): Promise<Result<string, FolderProblem>> {
  const free = await tryFileAction(() => unusedName(folder, name));
  return free.ok ? overwriteFile(folder, free.value, file) : free;
}

/** Writes `file` over whatever is called `name`: only for lists of ours that are written anew. */
export async function overwriteFile(
  folder: Folder,
  name: string,
  file: Blob,
): Promise<Result<string, FolderProblem>> {
  return tryFileAction(async () => {
    const handle = await folder.getFileHandle(name, { create: true });
    const writable = await handle.createWritable();
    // The browser writes to the side and replaces the file when the stream is closed.
    await file.stream().pipeTo(writable);
    return name;
  });
}

/** The file called `name` as it is now; undefined when it is not there or cannot be read. */
export async function readFile(folder: Folder, name: string): Promise<File | undefined> {
  const read = await tryFileAction(async () => (await folder.getFileHandle(name)).getFile());
  return read.ok ? read.value : undefined;
}

export async function deleteFile(folder: Folder, name: string): Promise<void> {
  await tryFileAction(() => folder.removeEntry(name));
}

export async function listFileNames(folder: Folder): Promise<readonly string[]> {
  const names: string[] = [];
  await tryFileAction(async () => {
    for await (const [name, entry] of folder.entries()) if (entry.kind === 'file') names.push(name);
  });
  return names.toSorted();
}

/** Whether this browser writes files at all (Safari before 26 does not). */
export function canWriteFiles(): boolean {
  return (
    typeof FileSystemFileHandle !== 'undefined' &&
    'createWritable' in FileSystemFileHandle.prototype
  );
}

/** The app's own folder at `path`, gone with the browser's data; undefined where it has none. */
export async function opfsFolder(...path: readonly string[]): Promise<Folder | undefined> {
  const reached = await tryFileAction(async () => {
    let folder = await navigator.storage.getDirectory();
    for (const name of path) folder = await folder.getDirectoryHandle(name, { create: true });
    return folder;
  });
  return reached.ok ? reached.value : undefined;
}

/** Deletes the folder `name` and all in it from the app's own folder at `path`. */
export async function deleteOpfsFolder(path: readonly string[], name: string): Promise<void> {
  const parent = await opfsFolder(...path);
  if (parent !== undefined)
    await tryFileAction(() => parent.removeEntry(name, { recursive: true }));
}

async function unusedName(folder: Folder, name: string): Promise<string> {
  const taken = new Set<string>();
  for await (const [each] of folder.entries()) taken.add(each);
  if (!taken.has(name)) return name;
  const dot = name.indexOf('.');
  const [stem, ending] = dot < 0 ? [name, ''] : [name.slice(0, dot), name.slice(dot)];
  for (let number = 2; ; number += 1) {
    const tried = `${stem}-${number}${ending}`;
    if (!taken.has(tried)) return tried;
  }
}

// A drive pulled out, a folder moved, a permission expired: expected, and the same to all callers.
async function tryFileAction<T>(action: () => Promise<T>): Promise<Result<T, FolderProblem>> {
  try {
    return ok(await action());
  } catch (error) {
    const isFull = error instanceof DOMException && error.name === 'QuotaExceededError';
    return failed(isFull ? 'storage-full' : 'no-folder');
  }
}
