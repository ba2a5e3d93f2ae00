import { useEffect, useState } from 'preact/hooks';
import { deskOf } from '#app/counter/counter-store.ts';
import { useShop } from '#ui/hooks/use-shop.ts';
import { useSettings } from '#ui/hooks/use-settings.ts';

/** Whether a tap at the Counter could not be written yet and is being kept and tried again. */
export function useUnsaved(): boolean {
  const { deps, roster } = useShop();
  const desk = deskOf(deps, roster, useSettings());
  const [isUnsaved, setUnsaved] = useState(false);
  useEffect(() => {
    function look(): void {
      setUnsaved(desk.pending.unsaved().some((unsaved) => unsaved.problem !== null));
    }
    look();
    return desk.pending.subscribe(look);
  }, [desk]);
  return isUnsaved;
}
