import { useEffect, useState } from 'preact/hooks';
import { createBackupContext } from '#app/backup/backup-history.ts';
import { startAutoBackup } from '#app/backup/auto-backup.ts';
import type { BackupOverview } from '#app/backup/backup-overview.ts';
import { useShop } from '#ui/hooks/use-shop.ts';
import { useApp } from '#ui/hooks/use-app.ts';

/**
 * Lets copies be made by themselves while the shop is open, and gives how they stand. Null in the
 * sample shop and before the first look.
 */
export function useAutoBackup(): BackupOverview | null {
  const { device } = useApp();
  const { deps, isSample } = useShop();
  const [status, setStatus] = useState<BackupOverview | null>(null);
  useEffect(() => {
    if (isSample) return undefined;
    return startAutoBackup({
      deps,
      backupContext: createBackupContext(device),
      onOverview: setStatus,
    });
  }, [device, deps, isSample]);
  return status;
}
