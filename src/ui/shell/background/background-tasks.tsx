import { useBeliefs } from './use-model-training.ts';
import { useShop } from '#ui/hooks/use-shop.ts';
import { isAnyFormDirty } from '#ui/hooks/use-dirty-form.ts';
import { useIdleReturn } from './use-idle-timeout.ts';
import { useKeeping } from './use-persistent-storage.ts';
import { useTidying } from './use-maintenance.ts';
import { useToday } from '#ui/hooks/use-today.ts';
import { navigate } from '#ui/shell/navigation.ts';

/** What an open shop has done for it while nobody is served. Shows nothing, and is fetched once the Counter stands. */
export function QuietWork(): null {
  const shop = useShop();
  const today = useToday();
  useIdleReturn(idleMs, returnToCounter);
  useKeeping(shop);
  useTidying(shop, today);
  useBeliefs(shop, today);
  return null;
}

function returnToCounter(): void {
  if (!isAnyFormDirty()) navigate({ kind: 'counter' });
}

/** Ten minutes without a touch: the next customer finds the Counter. */
const idleMs = 600_000;
