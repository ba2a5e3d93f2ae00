// The folder that the owner chose for backups, stored in a small database of its own, because a
// handle can be stored nowhere else. The browser may ask for the permission again, and only a tap
// may answer that.

import { ownName } from '#platform/app-folder.ts';
import type { Folder } from './file-system.ts';

/** `open`: can be written to. `asks`: the browser wants a tap first. `lost`: gone. */
export type FolderPermission = 'open' | 'asks' | 'lost';

const database = ownName('device-folder');
const store = 'handles';
const key = 'copies';

interface Permissions {
  readonly queryPermission: (mode: { readonly mode: 'readwrite' }) => Promise<PermissionState>;
  readonly requestPermission: (mode: { readonly mode: 'readwrite' }) => Promise<PermissionState>;
}

interface Picker {
  readonly showDirectoryPicker: (options: {
    readonly id: string;
    readonly mode: 'readwrite';
  }) => Promise<Folder>;
}

/** Whether this browser can choose a folder (Chrome and Edge; not Safari, not Firefox). */
export function canPickFolder(): boolean {
  return hasPicker(globalThis);
}

/** Asks for a folder; must be called straight from a tap. Undefined when none was chosen. */
export async function pickFolder(): Promise<Folder | undefined> {
  const scope: object = globalThis;
  if (!hasPicker(scope)) return undefined;
  try {
    return await scope.showDirectoryPicker({ id: 'copies', mode: 'readwrite' });
  } catch {
    return undefined;
  }
}

/** Whether `folder` can be written to now. Never asks the owner. */
export async function folderPermission(folder: Folder): Promise<FolderPermission> {
  // A folder of our own needs no permission, and knows of none.
  if (!hasPermissions(folder)) return 'open';
  return permissionFrom(
    await folder.queryPermission({ mode: 'readwrite' }).catch(() => 'denied' as const),
  );
}

/** Asks the owner for the permission again; must be called straight from a tap. */
export async function requestFolderPermission(folder: Folder): Promise<FolderPermission> {
  if (!hasPermissions(folder)) return 'open';
  return permissionFrom(
    await folder.requestPermission({ mode: 'readwrite' }).catch(() => 'denied' as const),
  );
}

export async function loadFolder(): Promise<Folder | undefined> {
  if (!hasHandles()) return undefined;
  const stored = await withHandleStore('readonly', (handles) => handles.get(key));
  return stored instanceof FileSystemDirectoryHandle ? stored : undefined;
}

export async function saveFolder(folder: Folder | undefined): Promise<void> {
  await withHandleStore('readwrite', (handles) =>
    folder === undefined ? handles.delete(key) : handles.put(folder, key),
  );
}

function permissionFrom(permission: PermissionState): FolderPermission {
  if (permission === 'granted') return 'open';
  return permission === 'prompt' ? 'asks' : 'lost';
}

// Undefined when this storage is missing or does not answer: its absence is shown elsewhere.
async function withHandleStore(
  mode: IDBTransactionMode,
  createRequest: (handles: IDBObjectStore) => IDBRequest,
): Promise<unknown> {
  const db = await openHandleDatabase(mode).catch(() => undefined);
  if (db === undefined) return undefined;
  const result = await awaitRequest(
    createRequest(db.transaction(store, mode).objectStore(store)),
  ).catch(() => undefined);
  db.close();
  return result;
}

// Only saving a folder makes the database: loading leaves no trace.
function openHandleDatabase(mode: IDBTransactionMode): Promise<IDBDatabase> {
  const request = indexedDB.open(database, 1);
  request.addEventListener('upgradeneeded', () => {
    if (mode === 'readonly') request.transaction?.abort();
    else request.result.createObjectStore(store);
  });
  return awaitRequest(request);
}

function awaitRequest<T>(request: IDBRequest<T>): Promise<T> {
  return new Promise((resolve, reject) => {
    request.addEventListener('success', () => resolve(request.result));
    request.addEventListener('error', () => reject(new Error(request.error?.name ?? 'unknown')));
  });
}

function hasHandles(): boolean {
  return typeof FileSystemDirectoryHandle !== 'undefined';
}

function hasPicker(scope: object): scope is Picker {
  return 'showDirectoryPicker' in scope && typeof scope.showDirectoryPicker === 'function';
}

function hasPermissions(folder: object): folder is Permissions {
  return 'queryPermission' in folder && 'requestPermission' in folder;
}
