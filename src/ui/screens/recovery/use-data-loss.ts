import { useEffect, useState } from 'preact/hooks';
import { goOnWithLess, lookAtLost, type LostShop } from '#app/recovery/data-loss.ts';
import { useTablet } from '#ui/hooks/use-app.ts';
import { whileShown } from '#ui/hooks/cancellable.ts';

/** What is known of the shop in the database `name`; null until it was looked at. */
export function useLostShop(name: string): LostShop | null {
  const [lost, setLost] = useState<LostShop | null>(null);
  useEffect(() => whileShown(lookAtLost(name), setLost), [name]);
  return lost;
}

/** Goes on with what is left of the shop in the database `name`, after the owner has said so. */
export function useGoOn(name: string): () => Promise<void> {
  const { device, shops } = useTablet();
  return async () => {
    const gone = await goOnWithLess(device, name);
    if (gone.ok) await shops.adopt(name);
    else location.reload();
  };
}
