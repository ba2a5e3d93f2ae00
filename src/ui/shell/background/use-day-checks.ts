import { useEffect, useState } from 'preact/hooks';
import { copyKeeping } from '#app/backup/backup-history.ts';
import { acceptDays, checkDaysDue } from '#app/integrity/day-checks.ts';
import type { Day } from '#lib/day.ts';
import { useShop } from '#ui/hooks/use-shop.ts';
import { useTablet } from '#ui/hooks/use-app.ts';
import { useToday } from '#ui/hooks/use-today.ts';
import { whileShownAfter } from '#ui/hooks/cancellable.ts';

/** Days whose visits do not add up, and what to do once somebody has seen them. */
export interface DaysInDoubt {
  readonly days: readonly Day[];
  readonly seen: () => Promise<void>;
}

/** Checks the visits of the open shop in a quiet moment, each day anew. */
export function useDayChecks(): DaysInDoubt {
  const { device } = useTablet();
  const { deps, isSample } = useShop();
  const today = useToday();
  const [days, setDays] = useState<readonly Day[]>([]);
  useEffect(() => {
    if (isSample) return undefined;
    const { notes } = copyKeeping(device);
    return whileShownAfter(quietMs, () => checkDaysDue({ deps, notes, today }), setDays);
  }, [device, deps, isSample, today]);
  return {
    days,
    async seen() {
      const accepted = await acceptDays({ deps, notes: copyKeeping(device).notes }, days);
      if (accepted.ok) setDays([]);
    },
  };
}

/** The first taps come before any checking. */
const quietMs = 5_000;
