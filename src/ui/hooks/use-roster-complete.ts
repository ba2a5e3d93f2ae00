import { useEffect, useState } from 'preact/hooks';
import { useShop } from './use-shop.ts';

/**
 * Whether everybody of the shop was read: a moment after the start of a large one. Only the Counter
 * can do with less.
 */
export function useRosterComplete(): boolean {
  const { roster } = useShop();
  const [isWhole, setWhole] = useState(roster.isComplete);
  useEffect(() => {
    setWhole(roster.isComplete());
    return roster.subscribe(() => setWhole(roster.isComplete()));
  }, [roster]);
  return isWhole;
}
