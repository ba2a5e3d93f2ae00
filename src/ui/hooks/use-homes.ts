import { useMemo } from 'preact/hooks';
import { allHouseholds, homesOf, type Homes } from '#app/households/homes.ts';
import { useLive } from './use-live.ts';
import { useRoster } from './use-roster.ts';

/** Who lives together now; null until the households are read. */
export function useHomes(): Homes | null {
  const now = useRoster();
  const live = useLive(allHouseholds, []);
  if (live.state === 'failed') throw live.error;
  const households = live.state === 'ready' ? live.value : null;
  return useMemo(
    () => (households === null ? null : homesOf(households, now.roster)),
    [households, now],
  );
}
