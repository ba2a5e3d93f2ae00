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

/** Registers the service worker and checks for updates: now, on return, and every six hours. */
export async function watchServiceWorker({
  onWaiting,
  onReplaced,
}: ServiceWorkerEvents): Promise<void> {
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
  navigator.serviceWorker.addEventListener('controllerchange', onReplaced);
  await workbox.register();
  const checkForUpdate = (): void => void workbox.update().catch(() => undefined);
  checkForUpdate();
  document.addEventListener('visibilitychange', () => {
    if (document.visibilityState === 'visible') checkForUpdate();
  });
  setInterval(checkForUpdate, checkIntervalMs);
}
