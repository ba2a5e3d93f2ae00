import { useEffect, useState } from 'preact/hooks';
import { markerStores } from '#app/integrity/integrity-marker.ts';
import { monitorIntegrity, isClockBehind } from '#app/integrity/monitor-integrity.ts';
import { createBackupContext } from '#app/backup/backup-history.ts';
import { useShop, useWallTime, useApp } from '#ui/hooks/use-shop.ts';

/** Watches for silent data loss; also gives whether the clock is well behind the last write. */
export function useIntegrityMonitor(): { readonly isClockBehind: boolean } {
  const { device, shops } = useApp();
  const { deps, isSample } = useShop();
  const [lastStamp, setLastStamp] = useState<string | null>(null);
  // Compared again each minute, and after each write.
  useWallTime();
  useEffect(() => {
    if (isSample) return undefined;
    return monitorIntegrity({
      deps,
      backupContext: createBackupContext(device),
      stores: markerStores(),
      onDataLoss: () => void shops.closeAsLost(),
      onWritten: setLastStamp,
    });
  }, [device, shops, deps, isSample]);
  return { isClockBehind: lastStamp !== null && isClockBehind(lastStamp, device.clock.now()) };
}
