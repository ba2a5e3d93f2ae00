import { useModelTraining } from './use-model-training.ts';
import { useShop, useToday } from '#ui/hooks/use-shop.ts';
import { isAnyFormDirty } from '#ui/hooks/use-dirty-form.ts';
import { useIdleTimeout } from './use-idle-timeout.ts';
import { usePersistentStorage } from './use-persistent-storage.ts';
import { useMaintenance } from './use-maintenance.ts';
import { navigate } from '#ui/shell/navigation.ts';

/**
 * What an open shop has done for it while nobody is served. Shows nothing, and is fetched once the
 * Counter stands.
 */
export function BackgroundTasks(): null {
  const shop = useShop();
  const today = useToday();
  useIdleTimeout(idleMs, returnToCounter);
  usePersistentStorage(shop);
  useMaintenance(shop, today);
  useModelTraining(shop, today);
  return null;
}

function returnToCounter(): void {
  if (!isAnyFormDirty()) navigate({ kind: 'counter' });
}

/** Ten minutes without a touch: the next customer finds the Counter. */
const idleMs = 600_000;
