import { useEffect } from 'preact/hooks';
import { deskOf } from '#app/desk.ts';
import type { Day } from '#lib/day.ts';
import type { OpenShop } from './use-deps.ts';
import { useSettings } from './use-settings.ts';
import { whenIdle } from './when-idle.ts';

/** Has the shop learn from its past once a day, in a quiet moment long after the start, and the tiles go by what was learned. */
export function useBeliefs({ deps, roster }: OpenShop, today: Day): void {
  const { zone } = useSettings();
  useEffect(() => {
    let isOver = false;
    let close = (): void => {};
    const callOff = whenIdle(() => void open());
    async function open(): Promise<void> {
      const { openBeliefs } = await import('#app/beliefs.ts');
      const { letTilesFollow } = await import('#app/tile-order.ts');
      if (isOver) return;
      const beliefs = openBeliefs({ deps, roster, later });
      close = beliefs.close;
      letTilesFollow(beliefs, deskOf(deps, roster, { zone }).likely);
      beliefs.setToday(today);
    }
    return () => {
      isOver = true;
      callOff();
      close();
    };
  }, [deps, roster, today, zone]);
}

function later(step: () => void): () => void {
  const timer = setTimeout(step, quietMs);
  return () => clearTimeout(timer);
}

/** The first taps of the morning and the week's list come before any learning. */
const quietMs = 10_000;
