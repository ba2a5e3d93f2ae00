import { useEffect, useMemo, useState } from 'preact/hooks';
import { loadModel } from '#app/insights/load-model.ts';
import { createSegmentIndex, type SegmentIndex } from '#app/customers/segment-index.ts';
import { useShop, type OpenShop, useSettings, useToday } from './use-shop.ts';
import { useLive } from './use-live.ts';

/** The people in memory, and a number that grows with each change of them. */
export interface RosterVersion {
  readonly roster: OpenShop['roster'];
  readonly version: number;
}

/** Everybody the shop knows, drawn again when somebody changes in this tab or another. */
export function useRoster(): RosterVersion {
  const { roster } = useShop();
  const [version, setVersion] = useState(0);
  useEffect(() => roster.subscribe(() => setVersion((count) => count + 1)), [roster]);
  return useMemo(() => ({ roster, version }), [roster, version]);
}

/**
 * What kinds of customer people are; null until the page stands, for a large shop takes a moment to
 * look at.
 */
export function useSegments(now: RosterVersion): SegmentIndex | null {
  const settings = useSettings();
  const today = useToday();
  const learned = useLive(loadModel, []);
  const [book, setBook] = useState<SegmentIndex | null>(null);
  useEffect(() => {
    if (learned.state === 'loading') return undefined;
    // Without what was learned the kinds are still right by arithmetic.
    const fittedModel = learned.state === 'ready' ? learned.value : undefined;
    const frame = requestAnimationFrame(() =>
      setBook(createSegmentIndex(now.roster, { settings, fittedModel, today })),
    );
    return () => cancelAnimationFrame(frame);
  }, [now, settings, learned, today]);
  return book;
}
