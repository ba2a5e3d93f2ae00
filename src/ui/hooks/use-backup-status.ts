import { useEffect, useState } from 'preact/hooks';
import { backupChanges, createBackupContext } from '#app/backup/backup-history.ts';
import { readBackupOverview, type BackupOverview } from '#app/backup/backup-overview.ts';
import { useShop, useApp } from './use-shop.ts';
import { untilCancelled } from './cancellable.ts';

/**
 * How the backups stand, looked at when the screen is shown and whenever a backup was made. Null
 * before the first look.
 */
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
