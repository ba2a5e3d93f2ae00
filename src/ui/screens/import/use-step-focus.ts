import type { RefObject } from 'preact';
import { useLayoutEffect, useRef } from 'preact/hooks';

/** Focuses a new step when the focus went with the old key: a reader would start over. */
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
