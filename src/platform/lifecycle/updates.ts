// When a new version of the app is put in place: at the next start in the only tab that is open, or
// when somebody presses *Use it now*, which reloads all tabs together, for two versions must never
// write side by side. Never while somebody works: the screen decides when it offers the button.

import { Observable } from '#lib/observable.ts';
import { appFolder, ownName } from '#platform/app-folder.ts';

/** `waiting`: a new version is ready. `replaced`: another tab activated it, reload this one. */
export type UpdateState = 'none' | 'waiting' | 'replaced';

export interface Updates {
  /** Begins to check for updates. Called once the first screen stands, for nobody waits for it. */
  readonly start: () => void;
  readonly state: () => UpdateState;
  readonly subscribe: (onChange: () => void) => () => void;
  /** Uses the new version now. The page goes away. */
  readonly activate: () => void;
}

const maxStartDelayMs = 10_000;
const tabLock = ownName('regulars-tab');
const reloadedAt = ownName('regulars.reloaded-at');
/** A reload that did not help is not tried again within this time. */
const minReloadIntervalMs = 20_000;
const activationTimeoutMs = 3_000;

/** Activates a waiting version, when no other tab is open. True: the page is about to reload. */
export async function activatedWaitingWorker(): Promise<boolean> {
  if (!('serviceWorker' in navigator)) return false;
  const waiting = (await navigator.serviceWorker.getRegistration())?.waiting;
  if (waiting === null || waiting === undefined || !(await isOnlyTab())) return false;
  if (!mayReload()) return false;
  const replaced = new Promise<boolean>((resolve) => {
    navigator.serviceWorker.addEventListener('controllerchange', () => resolve(true));
    setTimeout(() => resolve(false), activationTimeoutMs);
  });
  // oxlint-disable-next-line unicorn/require-post-message-target-origin -- a worker, not a window
  waiting.postMessage({ type: 'SKIP_WAITING' });
  if (!(await replaced)) return false;
  location.reload();
  return true;
}

/**
 * Checks for updates from `start` on, or by itself after a while: a page that never comes so far is
 * most in need of a new version.
 */
export function watchUpdates(): Updates {
  const state = new Observable<UpdateState>('none');
  let activateWaiting = noWorkerWaiting;
  let hasStarted = false;
  if (import.meta.env.PROD && 'serviceWorker' in navigator) {
    holdTabLock();
    setTimeout(begin, maxStartDelayMs);
  }
  function begin(): void {
    if (hasStarted || !import.meta.env.PROD || !('serviceWorker' in navigator)) return;
    hasStarted = true;
    // Refused in some private windows, and on a first start offline: no updates then.
    follow().catch(() => undefined);
  }
  async function follow(): Promise<void> {
    const { watchServiceWorker } = await import('./service-worker.ts');
    await watchServiceWorker({
      onWaiting(take) {
        activateWaiting = take;
        state.value = 'waiting';
      },
      onReplaced() {
        state.value = 'replaced';
      },
    });
  }

  return {
    start: begin,
    state: () => state.value,
    subscribe: (onChange) => state.subscribe(onChange),
    activate() {
      if (state.value === 'waiting') activateWaiting();
      else location.reload();
    },
  };
}

function noWorkerWaiting(): void {}

/**
 * A missing chunk means this page is older than cache and server: one reload mends it. Where there
 * is nothing to reload from, whoever wanted the chunk says so.
 */
export function reloadOnChunkError(): void {
  addEventListener('vite:preloadError', () => void reloadOnce());
}

async function reloadOnce(): Promise<void> {
  if ((await isServed()) && mayReload()) location.reload();
}

/** Reloads the page; gives false where that would only show the browser's error page. */
export async function reloadApp(): Promise<boolean> {
  const isThere = await isServed();
  if (isThere) location.reload();
  return isThere;
}

// By the service worker, or else by the server.
async function isServed(): Promise<boolean> {
  const page = await fetch(appFolder, { cache: 'no-store' }).catch(() => undefined);
  return page?.ok === true;
}

function mayReload(): boolean {
  const last = Number(sessionStorage.getItem(reloadedAt) ?? 0);
  if (Date.now() - last < minReloadIntervalMs) return false;
  sessionStorage.setItem(reloadedAt, String(Date.now()));
  return true;
}

// Every tab holds its share of this lock for as long as it lives; a tab that starts holds none yet.
function holdTabLock(): void {
  if (!('locks' in navigator)) return;
  void navigator.locks.request(tabLock, { mode: 'shared' }, () => new Promise<void>(() => {}));
}

async function isOnlyTab(): Promise<boolean> {
  if (!('locks' in navigator)) return false;
  const { held = [] } = await navigator.locks.query();
  return held.every((lock) => lock.name !== tabLock);
}
