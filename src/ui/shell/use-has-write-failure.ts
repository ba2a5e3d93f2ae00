import { useEffect, useState } from 'preact/hooks';
import { getCounterStore } from '#app/counter/counter-store.ts';
import { useShop, useSettings } from '#ui/hooks/use-shop.ts';

/** Whether a tap at the Counter could not be written yet and is being kept and tried again. */
export function useHasWriteFailure(): boolean {
  const { deps, roster } = useShop();
  const counterStore = getCounterStore(deps, roster, useSettings());
  const [isUnsaved, setUnsaved] = useState(false);
  useEffect(() => {
    function read(): void {
      setUnsaved(counterStore.outbox.queued().some((unsaved) => unsaved.problem !== null));
    }
    read();
    return counterStore.outbox.subscribe(read);
  }, [counterStore]);
  return isUnsaved;
}
