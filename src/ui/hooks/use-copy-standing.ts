import { useEffect, useState } from 'preact/hooks';
import { copyKeeping, onNoted } from '#app/copy-notes.ts';
import { copyStanding, type CopyStanding } from '#app/copy-standing.ts';
import { useShop } from './use-deps.ts';
import { useTablet } from './use-device.ts';

/** How the copies stand, looked at when the screen is shown and whenever a copy was made. Null before the first look. */
export function useCopyStanding(): CopyStanding | null {
  const { device } = useTablet();
  const { deps } = useShop();
  const [standing, setStanding] = useState<CopyStanding | null>(null);
  useEffect(() => {
    let isShown = true;
    async function look(): Promise<void> {
      const seen = await copyStanding(copyKeeping(device), deps);
      if (isShown) setStanding(seen);
    }
    void look();
    const stop = onNoted(() => void look());
    return () => {
      isShown = false;
      stop();
    };
  }, [device, deps]);
  return standing;
}
