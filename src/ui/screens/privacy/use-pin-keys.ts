import { useLayoutEffect } from 'preact/hooks';

/** Digits, Backspace and Enter of a hardware keyboard while no field has the focus. */
export function usePinKeys(onKey: (key: string) => void): void {
  useLayoutEffect(() => {
    function pressed(event: KeyboardEvent): void {
      if (event.ctrlKey || event.metaKey || event.altKey) return;
      if (event.target instanceof HTMLInputElement) return;
      if (/^\d$/.test(event.key)) onKey(event.key);
      if (event.key === 'Backspace') onKey('back');
      // On a button or a link it presses that one.
      const isOnButton =
        event.target instanceof Element && event.target.closest('a, button') !== null;
      if (event.key === 'Enter' && !isOnButton) onKey('enter');
    }
    addEventListener('keydown', pressed);
    return () => removeEventListener('keydown', pressed);
  }, [onKey]);
}
