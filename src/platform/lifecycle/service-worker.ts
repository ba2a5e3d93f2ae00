// The page's part in the service worker's life: registers it, checks for updates, follows it.
// Loaded once the first screen stands.

import { Workbox } from 'workbox-window';
import { appFolder } from '#platform/app-folder.ts';

export interface ServiceWorkerEvents {
  /** A new version is ready; `activate` uses it, and the page goes away. */
  readonly onWaiting: (activate: () => void) => void;
  /** Another version than this page's has taken over. */
  readonly onReplaced: () => void;
}

const checkIntervalMs = 6 * 60 * 60 * 1000;

/**
 * Registers the service worker and checks for updates: now, on return, when the line is back, and
 * every six hours.
 */
export async function watchServiceWorker({
  onWaiting,
  onReplaced,
}: ServiceWorkerEvents): Promise<void> {
  navigator.serviceWorker.addEventListener('controllerchange', onReplaced);
  let workbox = await registered(onWaiting);
  async function check(): Promise<void> {
    // The first one is gone without a trace where the line was cut while its files came.
    const isGone = (await navigator.serviceWorker.getRegistration(appFolder)) === undefined;
    if (isGone) workbox = await registered(onWaiting);
    await workbox.update();
  }
  const checkForUpdate = (): void => void check().catch(() => undefined);
  checkForUpdate();
  document.addEventListener('visibilitychange', () => {
    if (document.visibilityState === 'visible') checkForUpdate();
  });
  addEventListener('online', checkForUpdate);
  setInterval(checkForUpdate, checkIntervalMs);
}

async function registered(onWaiting: ServiceWorkerEvents['onWaiting']): Promise<Workbox> {
  const workbox = new Workbox(`${appFolder}sw.js`);
  workbox.addEventListener('waiting', ({ sw }) => {
    onWaiting(() => {
      // The page that asks may not be under any worker yet, and then nobody tells it of the change.
      sw?.addEventListener('statechange', () => {
        if (sw.state === 'activated') location.reload();
      });
      workbox.messageSkipWaiting();
    });
  });
  await workbox.register();
  return workbox;
}
