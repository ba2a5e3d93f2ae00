// The owner's own note that this tablet has a code. No browser tells whether it has one; nothing
// may depend on it.

import type { LocalStore } from '#platform/browser-storage/local-store.ts';

const key = 'regulars.tablet-code';

/** Whether the owner ticked that this tablet has a code. */
export function hasDevicePasscode(store: LocalStore): boolean {
  return store.get(key) === 'set';
}

/** Keeps the tick, or takes it away. */
export function setDevicePasscodeNote(store: LocalStore, answer: 'set' | 'none'): void {
  if (answer === 'set') store.set(key, 'set');
  else store.remove(key);
}
