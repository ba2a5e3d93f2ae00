import { useEffect, useState } from 'preact/hooks';
import { acceptLoss, inspectLoss, type DataLossReport } from '#app/recovery/data-loss.ts';
import { useApp } from '#ui/hooks/use-shop.ts';
import { untilCancelled } from '#ui/hooks/cancellable.ts';

/** What is known of the shop in the database `name`; null until it was inspected. */
export function useDataLoss(name: string): DataLossReport | null {
  const [dataLoss, setDataLoss] = useState<DataLossReport | null>(null);
  useEffect(() => untilCancelled(inspectLoss(name), setDataLoss), [name]);
  return dataLoss;
}

/** Goes on with what is left of the shop in the database `name`, once the owner agreed. */
export function useAcceptLoss(name: string): () => Promise<void> {
  const { device, shops } = useApp();
  return async () => {
    const accepted = await acceptLoss(device, name);
    if (accepted.ok) await shops.switchShop(name);
    else location.reload();
  };
}
