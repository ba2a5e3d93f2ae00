import type { RefObject } from 'preact';
import { useLayoutEffect, useRef } from 'preact/hooks';

/** Moves the focus to the new step when the old one, with the key that was pressed, is gone: else a keyboard or a reader starts over. */
export function useStepFocus(step: string): RefObject<HTMLDivElement> {
  const place = useRef<HTMLDivElement>(null);
  const before = useRef(step);
  useLayoutEffect(() => {
    if (before.current === step) return;
    before.current = step;
    place.current?.focus({ preventScroll: true });
    place.current?.closest('.page')?.scrollTo(0, 0);
  }, [step]);
  return place;
}
