import { useEffect, useState } from 'preact/hooks';
import { createBackupContext } from '#app/backup/backup-history.ts';
import { startAutoBackup } from '#app/backup/auto-backup.ts';
import type { BackupOverview } from '#app/backup/backup-overview.ts';
import { useShop, useApp } from '#ui/hooks/use-shop.ts';

/** Makes backups by themselves and gives their state; null in the sample and at first. */
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
