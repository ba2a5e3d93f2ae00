import type { RefObject } from 'preact';
import { useLayoutEffect, useRef } from 'preact/hooks';

/**
 * Takes the focus to a new step when it was lost with the key of the old one: else a keyboard or a
 * reader would start over.
 */
export function useStepFocus(step: string): RefObject<HTMLDivElement | null> {
  const place = useRef<HTMLDivElement>(null);
  useLayoutEffect(() => {
    const here = place.current;
    if (here === null || (document.activeElement ?? document.body) !== document.body) return;
    here.focus({ preventScroll: true });
    here.closest('.page')?.scrollTo(0, 0);
  }, [step]);
  return place;
}
