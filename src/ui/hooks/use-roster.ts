import { useEffect, useMemo, useState } from 'preact/hooks';
import { keptBeliefs } from '#app/insights/load-model.ts';
import { kindBookOf, type KindBook } from '#app/customers/segment-index.ts';
import { useShop, type OpenShop } from './use-shop.ts';
import { useLive } from './use-live.ts';
import { useSettings } from './use-settings.ts';
import { useToday } from './use-today.ts';

/** The people in memory, and a number that grows with each change of them. */
export interface RosterNow {
  readonly roster: OpenShop['roster'];
  readonly version: number;
}

/** Everybody the shop knows, drawn again when somebody changes in this tab or another. */
export function useRoster(): RosterNow {
  const { roster } = useShop();
  const [version, setVersion] = useState(0);
  useEffect(() => roster.subscribe(() => setVersion((count) => count + 1)), [roster]);
  return useMemo(() => ({ roster, version }), [roster, version]);
}

/** What kinds of customer people are; null until the page stands, for a large shop takes a moment to look at. */
export function useKinds(now: RosterNow): KindBook | null {
  const settings = useSettings();
  const today = useToday();
  const learned = useLive(keptBeliefs, []);
  const [book, setBook] = useState<KindBook | null>(null);
  useEffect(() => {
    if (learned.state === 'loading') return undefined;
    // Without what was learned the kinds are still right by arithmetic.
    const beliefs = learned.state === 'ready' ? learned.value : undefined;
    const frame = requestAnimationFrame(() =>
      setBook(kindBookOf(now.roster, { settings, beliefs, today })),
    );
    return () => cancelAnimationFrame(frame);
  }, [now, settings, learned, today]);
  return book;
}
