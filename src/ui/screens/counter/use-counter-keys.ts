import { useLayoutEffect, useRef } from 'preact/hooks';
import type { CounterKeys } from './key-bindings.ts';
import { partOf, usePart } from '#ui/hooks/lazy-module.ts';

// A tablet has no keyboard: its meaning is fetched once the Counter stands.
const meaning = partOf(async () => import('./key-bindings.ts'));

/** Listens to the keyboard wherever the focus is, except inside a field or a sheet, which have their own use for it. */
export function useCounterKeys(keys: CounterKeys): void {
  // After Tab, Enter belongs to whatever was reached with it.
  const hasMoved = useRef(false);
  const keyboard = usePart(meaning);
  useLayoutEffect(() => {
    function pressed(event: KeyboardEvent): void {
      if (event.key === 'Tab') hasMoved.current = true;
      const deed = keyboard?.deedOf(event, keys, hasMoved.current) ?? null;
      if (deed === null) return;
      event.preventDefault();
      if (event.key.length === 1) hasMoved.current = false;
      deed();
    }
    document.addEventListener('keydown', pressed);
    return () => document.removeEventListener('keydown', pressed);
  });
}
