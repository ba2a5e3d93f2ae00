import { useLayoutEffect, useRef } from 'preact/hooks';
import type { CounterKeys } from './key-bindings.ts';
import { lazyModule, useLazyModule } from '#ui/hooks/lazy-module.ts';

// A tablet has no keyboard: its meaning is fetched once the Counter stands.
const keyBindings = lazyModule(async () => import('./key-bindings.ts'));

/**
 * Listens to the keyboard wherever the focus is, except inside a field or a sheet, which have their
 * own use for it.
 */
export function useCounterKeys(keys: CounterKeys): void {
  // After Tab, Enter belongs to whatever was reached with it.
  const hasMoved = useRef(false);
  const keyboard = useLazyModule(keyBindings);
  useLayoutEffect(() => {
    function pressed(event: KeyboardEvent): void {
      if (event.key === 'Tab') hasMoved.current = true;
      const command = keyboard?.commandForKey(event, keys, hasMoved.current) ?? null;
      if (command === null) return;
      event.preventDefault();
      if (event.key.length === 1) hasMoved.current = false;
      command();
    }
    document.addEventListener('keydown', pressed);
    return () => document.removeEventListener('keydown', pressed);
  });
}
