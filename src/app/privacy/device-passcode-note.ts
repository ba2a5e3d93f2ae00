// The owner's own note that this tablet has a code. No browser tells whether it has one; nothing may depend on it.

import type { Drafts } from '#platform/browser-storage/local-store.ts';

const key = 'regulars.tablet-code';

/** Whether the owner ticked that this tablet has a code. */
export function hasTabletCode(notes: Drafts): boolean {
  return notes.get(key) === 'set';
}

/** Keeps the tick, or takes it away. */
export function noteTabletCode(notes: Drafts, answer: 'set' | 'none'): void {
  if (answer === 'set') notes.set(key, 'set');
  else notes.remove(key);
}
