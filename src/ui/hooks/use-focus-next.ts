import { useCallback, useLayoutEffect, useRef } from 'preact/hooks';

/** Focuses what `selector` finds, now or once it is drawn: the pressed key may be gone. */
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
