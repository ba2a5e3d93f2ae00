import { useModelTraining } from './use-model-training.ts';
import { useShop, useToday } from '#ui/hooks/use-shop.ts';
import { isAnyFormDirty } from '#ui/hooks/use-dirty-form.ts';
import { useIdleTimeout } from './use-idle-timeout.ts';
import { usePersistentStorage } from './use-persistent-storage.ts';
import { useMaintenance } from './use-maintenance.ts';
import { navigate } from '#ui/shell/navigation.ts';

/** What is done for an open shop while nobody is served. */
export function useBackgroundTasks(): void {
  const shop = useShop();
  const today = useToday();
  useIdleTimeout(idleMs, returnToCounter);
  usePersistentStorage(shop);
  useMaintenance(shop, today);
  useModelTraining(shop, today);
}

function returnToCounter(): void {
  if (!isAnyFormDirty()) navigate({ kind: 'counter' });
}

/** After ten minutes without a touch the next customer finds the Counter. */
const idleMs = 600_000;
