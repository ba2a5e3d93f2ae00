import { useEffect, useMemo, useState } from 'preact/hooks';
import { loadModel } from '#app/insights/load-model.ts';
import { createSegmentIndex, type SegmentIndex } from '#app/customers/segment-index.ts';
import { useObservable } from './use-observable.ts';
import { useShop, type OpenShop, useSettings, useToday } from './use-shop.ts';
import { useLive } from './use-live.ts';

/** The customers in memory, and a number that grows with each change of them. */
export interface RosterVersion {
  readonly roster: OpenShop['roster'];
  readonly version: number;
}

export function useRoster(): RosterVersion {
  const { roster } = useShop();
  const version = useObservable(roster, () => roster.version);
  return useMemo(() => ({ roster, version }), [roster, version]);
}

/** The segments of all customers; null until painted, for a large shop takes a while. */
export function useSegments(now: RosterVersion): SegmentIndex | null {
  const settings = useSettings();
  const today = useToday();
  const model = useLive(loadModel, []);
  const [index, setIndex] = useState<SegmentIndex | null>(null);
  useEffect(() => {
    if (model.state === 'loading') return undefined;
    // Without a fitted model the segments follow from counts alone.
    const fittedModel = model.state === 'ready' ? model.value : undefined;
    const frame = requestAnimationFrame(() =>
      setIndex(createSegmentIndex(now.roster, { settings, fittedModel, today })),
    );
    return () => cancelAnimationFrame(frame);
  }, [now, settings, model, today]);
  return index;
}
