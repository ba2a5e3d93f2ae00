import { useLayoutEffect } from 'preact/hooks';

/**
 * What a hardware keyboard types where there is no field in focus: digits, and the key that takes
 * one back.
 */
export function usePinKeys(onKey: (key: string) => void): void {
  useLayoutEffect(() => {
    function pressed(event: KeyboardEvent): void {
      if (event.ctrlKey || event.metaKey || event.altKey) return;
      if (event.target instanceof HTMLInputElement) return;
      if (/^\d$/.test(event.key)) onKey(event.key);
      if (event.key === 'Backspace') onKey('back');
      // On a key or a link it presses that one.
      const isOnKey = event.target instanceof Element && event.target.closest('a, button') !== null;
      if (event.key === 'Enter' && !isOnKey) onKey('enter');
    }
    addEventListener('keydown', pressed);
    return () => removeEventListener('keydown', pressed);
  }, [onKey]);
}
