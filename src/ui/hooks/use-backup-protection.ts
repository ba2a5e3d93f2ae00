import { readBackupProtection, type BackupProtection } from '#app/backup/backup-protection.ts';
import { backupChanges, createBackupContext } from '#app/backup/backup-history.ts';
import { useApp } from './use-shop.ts';
import { useObservable } from './use-observable.ts';

/** How backups of this tablet are encrypted, also after it was changed. */
export function useBackupProtection(): BackupProtection {
  const { store } = createBackupContext(useApp().device);
  useObservable(backupChanges, () => backupChanges.version);
  return readBackupProtection(store);
}
