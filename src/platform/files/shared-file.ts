// A file that another app handed to this one. Only the service worker sees it come: it keeps it in
// a cache of its own (scripts/hosting/keep-shared-file.ts), from which the page takes it, once.

import { appFolder } from '#platform/app-folder.ts';

/** The file, which is kept no longer; null when there is none. */
export async function takeSharedFile(): Promise<File | null> {
  const kept = await keptFile();
  const file = kept === undefined ? null : await loadKept(kept);
  await dropSharedFile();
  return file;
}

/** Nobody came for it within ten minutes before `now`. */
export async function dropOldSharedFile(now: number): Promise<void> {
  const kept = await keptFile();
  if (kept !== undefined && Number(kept.headers.get('x-shared-at')) < now - 600_000)
    await dropSharedFile();
}

/** Whether anybody came for it or not. */
export async function dropSharedFile(): Promise<void> {
  if ('caches' in globalThis) await caches.delete(cacheName()).catch(() => false);
}

async function keptFile(): Promise<Response | undefined> {
  if (!('caches' in globalThis)) return undefined;
  return caches.match(`${folder()}shared-file`, { cacheName: cacheName() }).catch(() => undefined);
}

// The worker names it by the folder that it lies in, as its other caches.
function cacheName(): string {
  return `shared-${folder()}`;
}

function folder(): string {
  return new URL(appFolder, globalThis.location.href).href;
}

async function loadKept(kept: Response): Promise<File> {
  const name = decodeURIComponent(kept.headers.get('x-file-name') ?? '');
  const blob = await kept.blob();
  return new File([blob], name, { type: blob.type });
}
