import { useCallback, useLayoutEffect, useRef } from 'preact/hooks';

/**
 * Moves the focus to the first element that fits `selector`, now or as soon as it is drawn: after a
 * deed the key that was pressed is gone.
 */
export function useFocusNext(): (selector: string) => void {
  const wanted = useRef<string | null>(null);
  useLayoutEffect(() => focusWanted(wanted));
  return useCallback((selector: string) => {
    wanted.current = selector;
    focusWanted(wanted);
  }, []);
}

function focusWanted(wanted: { current: string | null }): void {
  const found =
    wanted.current === null ? null : document.querySelector<HTMLElement>(wanted.current);
  if (found === null) return;
  wanted.current = null;
  found.focus();
}
