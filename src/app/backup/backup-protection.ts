// Whether copies are locked, and with which phrase. It is kept on the tablet, in the browser's small store and outside of every shop, so that
// copies can be written while nobody is there; whoever holds the tablet holds the shop anyway. Must never get into a copy.

import { isPhrase, phraseChoices, phraseLength, phraseOf } from '#domain/backup/passphrase.ts';
import { drawn } from '#platform/crypto/secure-random.ts';
import { draftValue, type Drafts } from '#platform/browser-storage/local-store.ts';
import { tellNoted } from './backup-history.ts';

/** `unasked`: the owner has not decided yet. `locked` only after the phrase was typed once. */
export type CopyLock =
  | { readonly kind: 'unasked' }
  | { readonly kind: 'plain' }
  | { readonly kind: 'locked'; readonly phrase: string };

const key = 'regulars.copy-lock';
const drawnKey = 'regulars.copy-phrase-drawn';

/** How copies of this tablet are locked. */
export function copyLock(notes: Drafts): CopyLock {
  const value = draftValue(notes.get(key));
  if (typeof value !== 'object' || value === null || !('kind' in value)) return { kind: 'unasked' };
  if (value.kind === 'plain') return { kind: 'plain' };
  return value.kind === 'locked' && 'phrase' in value && typeof value.phrase === 'string'
    ? { kind: 'locked', phrase: value.phrase }
    : { kind: 'unasked' };
}

/** The phrase that locks copies of this tablet, or null. */
export function lockingPhrase(notes: Drafts): string | null {
  const lock = copyLock(notes);
  return lock.kind === 'locked' ? lock.phrase : null;
}

/**
 * The phrase that was drawn and not typed yet: the same until then, for it may be on paper already. It locks nothing before it was typed.
 */
export function drawnPhrase(notes: Drafts): string {
  const waiting = notes.get(drawnKey);
  if (waiting !== null) return waiting;
  const phrase = phraseOf(drawn(phraseLength, phraseChoices));
  notes.set(drawnKey, phrase);
  return phrase;
}

/** Locks all copies from now on with `phrase`, if `typed` is that phrase; gives whether it is. */
export function lockCopies(notes: Drafts, phrase: string, typed: string): boolean {
  if (!isPhrase(typed, phrase)) return false;
  putLock(notes, { kind: 'locked', phrase });
  notes.remove(drawnKey);
  return true;
}

/** Leaves all copies from now on open to whoever holds them. */
export function leaveCopiesOpen(notes: Drafts): void {
  putLock(notes, { kind: 'plain' });
}

function putLock(notes: Drafts, lock: CopyLock): void {
  notes.set(key, JSON.stringify(lock));
  tellNoted();
}
