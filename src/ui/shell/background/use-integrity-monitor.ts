import { useEffect, useMemo, useState } from 'preact/hooks';
import { isClockBehind, trustClock } from '#app/integrity/clock-check.ts';
import { markerStores } from '#app/integrity/integrity-marker.ts';
import { monitorIntegrity } from '#app/integrity/monitor-integrity.ts';
import { createBackupContext } from '#app/backup/backup-history.ts';
import { untilCancelled } from '#ui/hooks/cancellable.ts';
import { useShop, useWallTime, useApp } from '#ui/hooks/use-shop.ts';

/** Whether the clock is well behind the last write, and the owner's answer that it is not. */
export interface ClockDoubt {
  readonly isClockBehind: boolean;
  readonly trust: () => void;
}

/** Watches for silent data loss, and for a clock that was set back. */
export function useIntegrityMonitor(): ClockDoubt {
  const { device, shops } = useApp();
  const { deps, isSample } = useShop();
  const [lastStamp, setLastStamp] = useState<string | null>(null);
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
  return useClockDoubt(lastStamp);
}

// Asked again each minute, and after each write.
function useClockDoubt(lastStamp: string | null): ClockDoubt {
  const { device } = useApp();
  const { deps } = useShop();
  const { day: today, minute } = useWallTime();
  const [isBehind, setBehind] = useState(false);
  const context = useMemo(
    () => ({ deps, store: createBackupContext(device).store, today }),
    [deps, device, today],
  );
  useEffect(() => {
    if (lastStamp === null) return undefined;
    return untilCancelled(isClockBehind(context, lastStamp), setBehind);
  }, [context, lastStamp, minute]);
  return {
    isClockBehind: isBehind,
    trust() {
      if (lastStamp !== null) trustClock(context, lastStamp);
      setBehind(false);
    },
  };
}
