import { useEffect, useState } from 'preact/hooks';
import { copyKeeping } from '#app/copy-notes.ts';
import { beginCopyRounds } from '#app/copy-rounds.ts';
import type { CopyStanding } from '#app/copy-standing.ts';
import { useShop } from './use-deps.ts';
import { useTablet } from './use-device.ts';

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
