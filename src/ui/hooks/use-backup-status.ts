import { useEffect, useState } from 'preact/hooks';
import { copyKeeping, onNoted } from '#app/backup/backup-history.ts';
import { copyStanding, type CopyStanding } from '#app/backup/backup-overview.ts';
import { useShop } from './use-shop.ts';
import { useTablet } from './use-app.ts';
import { whileShown } from './cancellable.ts';

/** How the copies stand, looked at when the screen is shown and whenever a copy was made. Null before the first look. */
export function useCopyStanding(): CopyStanding | null {
  const { device } = useTablet();
  const { deps } = useShop();
  const [standing, setStanding] = useState<CopyStanding | null>(null);
  useEffect(() => {
    let leave = look();
    function look(): () => void {
      return whileShown(copyStanding(copyKeeping(device), deps), setStanding);
    }
    const stop = onNoted(() => {
      leave();
      leave = look();
    });
    return () => {
      leave();
      stop();
    };
  }, [device, deps]);
  return standing;
}
