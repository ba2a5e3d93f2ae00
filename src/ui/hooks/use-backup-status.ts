import { useEffect, useState } from 'preact/hooks';
import { backupChanges, createBackupContext } from '#app/backup/backup-history.ts';
import { readBackupOverview, type BackupOverview } from '#app/backup/backup-overview.ts';
import { useShop, useApp } from './use-shop.ts';
import { untilCancelled } from './cancellable.ts';
import { readBackupProtection, type BackupProtection } from '#app/backup/backup-protection.ts';
import { useObservable } from './use-observable.ts';

/** Read when shown and whenever a backup was made; null before the first time. */
export function useBackupStatus(): BackupOverview | null {
  const { device } = useApp();
  const { deps } = useShop();
  const [status, setStatus] = useState<BackupOverview | null>(null);
  useEffect(() => {
    let leave = refresh();
    function refresh(): () => void {
      return untilCancelled(readBackupOverview(createBackupContext(device), deps), setStatus);
    }
    const stop = backupChanges.subscribe(() => {
      leave();
      leave = refresh();
    });
    return () => {
      leave();
      stop();
    };
  }, [device, deps]);
  return status;
}

/** How backups of this tablet are encrypted, also after it was changed. */
export function useBackupProtection(): BackupProtection {
  const { store } = createBackupContext(useApp().device);
  useObservable(backupChanges, () => backupChanges.version);
  return readBackupProtection(store);
}
