// Putting the app on the home screen. An installed app has data of its own: on an iPad nothing
// typed into a Safari tab comes along, and a tab's data may be cleared after a week, so no shop may
// begin there.

import { Emitter } from '#lib/observable.ts';
import { isAppleTouch } from '#platform/device/apple-touch.ts';

/** `manual`: only the owner can, by Share → Add to Home Screen. `no`: this browser cannot. */
export type InstallState = 'installed' | 'can-prompt' | 'manual' | 'no';

export interface Install {
  readonly state: () => InstallState;
  /** Shows the browser's own question; true when the owner said yes. */
  readonly ask: () => Promise<boolean>;
  /** Calls `onChange` when the state may have changed, until the returned function is called. */
  readonly subscribe: (onChange: () => void) => () => void;
  readonly onInstalled: (listener: () => void) => void;
}

interface InstallPrompt extends Event {
  prompt: () => Promise<{ readonly outcome: 'accepted' | 'dismissed' }>;
}

/** Listens from now on: the browser offers its prompt once, early. */
export function browserInstall(): Install {
  const changes = new Emitter();
  let installPrompt: InstallPrompt | null = null;
  function change(next: InstallPrompt | null): void {
    installPrompt = next;
    changes.emit();
  }
  addEventListener('beforeinstallprompt', (event) => {
    event.preventDefault();
    if (isInstallPrompt(event)) change(event);
  });
  addEventListener('appinstalled', () => change(null));

  return {
    state() {
      if (isStandalone()) return 'installed';
      if (installPrompt !== null) return 'can-prompt';
      return isAppleTab() ? 'manual' : 'no';
    },
    async ask() {
      const currentPrompt = installPrompt;
      if (currentPrompt === null) return false;
      change(null);
      return (await currentPrompt.prompt()).outcome === 'accepted';
    },
    subscribe: (onChange) => changes.subscribe(onChange),
    onInstalled: (listener) => addEventListener('appinstalled', listener, { once: true }),
  };
}

function isInstallPrompt(event: Event): event is InstallPrompt {
  return 'prompt' in event;
}

function isStandalone(): boolean {
  return matchMedia('(display-mode: standalone)').matches || appleStandalone() === true;
}

function isAppleTab(): boolean {
  return appleStandalone() === false || isAppleTouch();
}

function appleStandalone(): unknown {
  return 'standalone' in navigator ? navigator.standalone : undefined;
}
