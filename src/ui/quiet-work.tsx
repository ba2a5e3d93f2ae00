import { useBeliefs } from './hooks/use-beliefs.ts';
import { useShop } from './hooks/use-deps.ts';
import { isAnyFormDirty } from './hooks/use-dirty-form.ts';
import { useIdleReturn } from './hooks/use-idle-return.ts';
import { useKeeping } from './hooks/use-keeping.ts';
import { useTidying } from './hooks/use-tidying.ts';
import { useToday } from './hooks/use-today.ts';
import { navigate } from './navigation.ts';

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
