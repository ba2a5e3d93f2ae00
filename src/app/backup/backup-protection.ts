// Whether copies are locked, and with which phrase. It is kept on the tablet, in the browser's
// small store and outside of every shop, so that copies can be written while nobody is there;
// whoever holds the tablet holds the shop anyway. Must never get into a copy.

import {
  matchesPassphrase,
  passphraseChoices,
  passphraseLength,
  passphraseOf,
} from '#domain/backup/passphrase.ts';
import { randomInts } from '#platform/crypto/secure-random.ts';
import { firstShape, oneOfShape, recordShape, textShape } from '#lib/shape.ts';
import { loadStored, saveStored, type LocalStore } from '#platform/browser-storage/local-store.ts';
import { backupChanges } from './backup-history.ts';

/** `unasked`: the owner has not decided yet. `locked` only after the phrase was typed once. */
export type BackupProtection =
  | { readonly kind: 'unasked' }
  | { readonly kind: 'plain' }
  | { readonly kind: 'locked'; readonly phrase: string };

const key = 'regulars.copy-lock';
const pendingKey = 'regulars.copy-phrase-drawn';

const protectionShape = firstShape<BackupProtection>(
  recordShape({ kind: oneOfShape(['plain']) }),
  recordShape({ kind: oneOfShape(['locked']), phrase: textShape }),
);

/** How copies of this tablet are locked. */
export function readBackupProtection(store: LocalStore): BackupProtection {
  return loadStored(store, key, protectionShape) ?? { kind: 'unasked' };
}

/** The phrase that locks copies of this tablet, or null. */
export function encryptionPhrase(store: LocalStore): string | null {
  const protection = readBackupProtection(store);
  return protection.kind === 'locked' ? protection.phrase : null;
}

/**
 * The phrase that was drawn and not typed yet: the same until then, for it may be on paper already.
 * It locks nothing before it was typed.
 */
export function pendingPassphrase(store: LocalStore): string {
  const pending = store.get(pendingKey);
  if (pending !== null) return pending;
  const phrase = passphraseOf(randomInts(passphraseLength, passphraseChoices));
  store.set(pendingKey, phrase);
  return phrase;
}

/** Locks all copies from now on with `phrase`, if `typed` is that phrase; gives whether it is. */
export function enableEncryption(store: LocalStore, phrase: string, typed: string): boolean {
  if (!matchesPassphrase(typed, phrase)) return false;
  saveProtection(store, { kind: 'locked', phrase });
  store.remove(pendingKey);
  return true;
}

/** Leaves all copies from now on open to whoever holds them. */
export function disableEncryption(store: LocalStore): void {
  saveProtection(store, { kind: 'plain' });
}

function saveProtection(store: LocalStore, protection: BackupProtection): void {
  saveStored(store, key, protection);
  backupChanges.emit();
}
