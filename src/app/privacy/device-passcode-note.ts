// The owner's note that this tablet has a passcode. No browser can tell; nothing may depend on it.

import type { LocalStore } from '#platform/browser-storage/local-store.ts';

const key = 'regulars.tablet-code';

export function hasDevicePasscode(store: LocalStore): boolean {
  return store.get(key) === 'set';
}

export function setDevicePasscodeNote(store: LocalStore, answer: 'set' | 'none'): void {
  if (answer === 'set') store.set(key, 'set');
  else store.remove(key);
}
