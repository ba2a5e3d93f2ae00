import { useEffect, useState } from 'preact/hooks';
import { readBackupProtection, type BackupProtection } from '#app/backup/backup-protection.ts';
import { createBackupContext, onBackupChange } from '#app/backup/backup-history.ts';
import { useApp } from './use-app.ts';

/** How copies of this tablet are locked, also after it was changed. */
export function useBackupProtection(): BackupProtection {
  const { store } = createBackupContext(useApp().device);
  const [, redraw] = useState(0);
  useEffect(() => onBackupChange(() => redraw((count) => count + 1)), []);
  return readBackupProtection(store);
}
