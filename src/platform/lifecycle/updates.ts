// New versions of the app. A new one waits until it is taken; taking it reloads all tabs together,
// because two versions must never write side by side. It never interrupts: who shows the question
// decides when.

/**
 * `waiting`: a new version is ready. `replaced`: another tab has taken it, and this one runs on old
 * code until it is reloaded.
 */
export type UpdateState = 'none' | 'waiting' | 'replaced';

export interface Updates {
  /**
   * Begins to look for new versions. Called once the first screen stands, for nobody waits for it.
   */
  readonly start: () => void;
  readonly state: () => UpdateState;
  readonly subscribe: (onChange: () => void) => () => void;
  /** Uses the new version now. The page goes away. */
  readonly activate: () => void;
}

const maxStartDelayMs = 10_000;
const tabLock = 'regulars-tab';
const reloadedAt = 'regulars.reloaded-at';
/** A reload that did not help is not tried again within this time. */
const minReloadIntervalMs = 20_000;
const activationTimeoutMs = 3_000;

/**
 * Takes a waiting version on a cold start, when no other tab is open and nothing can be lost. True
 * when the page is about to reload: then nothing more may be started.
 */
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
 * Registers the service worker and looks for new versions: when it is begun, on return to the app,
 * and every six hours. A page that never comes so far is most in need of a new version, so it
 * begins by itself after a while.
 */
export function watchUpdates(): Updates {
  const listeners = new Set<() => void>();
  let state: UpdateState = 'none';
  let activateWaiting = noWorkerWaiting;
  let hasStarted = false;
  function change(next: UpdateState): void {
    state = next;
    for (const listener of listeners) listener();
  }
  if (import.meta.env.PROD && 'serviceWorker' in navigator) {
    holdTabLock();
    setTimeout(begin, maxStartDelayMs);
  }
  function begin(): void {
    if (hasStarted || !import.meta.env.PROD || !('serviceWorker' in navigator)) return;
    hasStarted = true;
    // Refused in some private windows, and by a first start without the network: the app then runs
    // as it is, without updates.
    follow().catch(() => undefined);
  }
  async function follow(): Promise<void> {
    const { watchServiceWorker } = await import('./service-worker.ts');
    await watchServiceWorker({
      onWaiting(take) {
        activateWaiting = take;
        change('waiting');
      },
      onReplaced: () => change('replaced'),
    });
  }

  return {
    start: begin,
    state: () => state,
    subscribe(onChange) {
      listeners.add(onChange);
      return () => listeners.delete(onChange);
    },
    activate() {
      if (state === 'waiting') activateWaiting();
      else location.reload();
    },
  };
}

function noWorkerWaiting(): void {}

/**
 * A part of the app that is gone from the cache and the server means this page is older than both:
 * one reload mends it. Where there is nothing to reload from, whoever asked for the part says so.
 */
export function reloadOnChunkError(): void {
  addEventListener('vite:preloadError', () => void reloadOnce());
}

async function reloadOnce(): Promise<void> {
  if ((await isServed()) && mayReload()) location.reload();
}

/**
 * Opens the page anew; gives false, and leaves it as it is, where that would only show the
 * browser's own error page.
 */
export async function reloadApp(): Promise<boolean> {
  const isThere = await isServed();
  if (isThere) location.reload();
  return isThere;
}

// By the service worker, or else by the server.
async function isServed(): Promise<boolean> {
  const page = await fetch('/', { cache: 'no-store' }).catch(() => undefined);
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
