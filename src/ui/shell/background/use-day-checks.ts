import { useEffect, useState } from 'preact/hooks';
import { createBackupContext } from '#app/backup/backup-history.ts';
import { acknowledgeDays, runDueChecks } from '#app/integrity/day-checks.ts';
import type { Day } from '#lib/day.ts';
import { useShop, useToday, useApp } from '#ui/hooks/use-shop.ts';
import { untilCancelledAfter } from '#ui/hooks/cancellable.ts';

/** Days whose visits do not add up, until somebody has seen them. */
export interface InconsistentDays {
  readonly days: readonly Day[];
  readonly acknowledge: () => Promise<void>;
}

/** Checks the visits of the open shop a while after the start, each day anew. */
export function useDayChecks(): InconsistentDays {
  const { device } = useApp();
  const { deps, isSample } = useShop();
  const today = useToday();
  const [days, setDays] = useState<readonly Day[]>([]);
  useEffect(() => {
    if (isSample) return undefined;
    const { store } = createBackupContext(device);
    return untilCancelledAfter(quietMs, () => runDueChecks({ deps, store, today }), setDays);
  }, [device, deps, isSample, today]);
  return {
    days,
    async acknowledge() {
      const accepted = await acknowledgeDays(
        { deps, store: createBackupContext(device).store },
        days,
      );
      if (accepted.ok) setDays([]);
    },
  };
}

/** The first taps come before any checking. */
const quietMs = 5_000;
