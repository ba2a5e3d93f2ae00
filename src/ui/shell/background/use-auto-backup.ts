import { useEffect, useState } from 'preact/hooks';
import { copyKeeping } from '#app/backup/backup-history.ts';
import { beginCopyRounds } from '#app/backup/auto-backup.ts';
import type { CopyStanding } from '#app/backup/backup-overview.ts';
import { useShop } from '#ui/hooks/use-shop.ts';
import { useTablet } from '#ui/hooks/use-app.ts';

/** Lets copies be made by themselves while the shop is open, and gives how they stand. Null in the sample shop and before the first look. */
export function useCopyRounds(): CopyStanding | null {
  const { device } = useTablet();
  const { deps, isSample } = useShop();
  const [standing, setStanding] = useState<CopyStanding | null>(null);
  useEffect(() => {
    if (isSample) return undefined;
    return beginCopyRounds({ deps, keeping: copyKeeping(device), onStanding: setStanding });
  }, [device, deps, isSample]);
  return standing;
}
