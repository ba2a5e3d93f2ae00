import { useEffect, useState } from 'preact/hooks';
import { allPerks } from '#app/perks/perks.ts';
import { LiveResult, onCustomersChange, scheduleAfter } from '#app/worker/live-result.ts';
import type { PerkBoard } from '#domain/week/perk-board.ts';
import { useLive } from '#ui/hooks/use-live.ts';
import { useObservable } from '#ui/hooks/use-observable.ts';
import { useShop, useToday } from '#ui/hooks/use-shop.ts';

/** The board as the worker counted it last; undefined before. Counted again after each change. */
export function usePerkBoard(): PerkBoard | undefined {
  const { deps, roster } = useShop();
  const today = useToday();
  const perks = useLive(allPerks, []);
  const [live] = useState(
    () =>
      new LiveResult<PerkBoard>(scheduleAfter(200), (day) =>
        deps.worker.ask({ kind: 'perk-board', today: day }),
      ),
  );
  useEffect(() => onCustomersChange(roster, () => live.refreshWhenQuiet()), [roster, live]);
  useEffect(() => {
    live.start();
    return () => live.stop();
  }, [live]);
  useEffect(() => {
    live.today = today;
    live.refresh();
  }, [live, today, perks]);
  return useObservable(live, () => live.value);
}
