// Whether backups are encrypted, and with which phrase. Stored on the device outside of every shop,
// so that backups can be written unattended. The phrase must never get into a backup.

import {
  matchesPassphrase,
  passphraseChoices,
  passphraseLength,
  passphraseOf,
} from '#domain/backup/passphrase.ts';
import { randomInts } from '#platform/crypto/random-ints.ts';
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

export function readBackupProtection(store: LocalStore): BackupProtection {
  return loadStored(store, key, protectionShape) ?? { kind: 'unasked' };
}

export function encryptionPhrase(store: LocalStore): string | null {
  const protection = readBackupProtection(store);
  return protection.kind === 'locked' ? protection.phrase : null;
}

/** The phrase that was drawn but not typed yet. It stays the same: it may already be on paper. */
export function pendingPassphrase(store: LocalStore): string {
  const pending = store.get(pendingKey);
  if (pending !== null) return pending;
  const phrase = passphraseOf(randomInts(passphraseLength, passphraseChoices));
  store.set(pendingKey, phrase);
  return phrase;
}

/** Encrypts backups from now on, if `typed` is `phrase`; gives whether it is. */
export function enableEncryption(store: LocalStore, phrase: string, typed: string): boolean {
  if (!matchesPassphrase(typed, phrase)) return false;
  saveProtection(store, { kind: 'locked', phrase });
  store.remove(pendingKey);
  return true;
}

/** Leaves backups from now on readable by whoever has them. */
export function disableEncryption(store: LocalStore): void {
  saveProtection(store, { kind: 'plain' });
}

function saveProtection(store: LocalStore, protection: BackupProtection): void {
  saveStored(store, key, protection);
  backupChanges.emit();
}
