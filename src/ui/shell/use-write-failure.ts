import { getCounterStore } from '#app/counter/counter-store.ts';
import type { WriteProblem } from '#domain/shop/shop-problem.ts';
import { useObservable } from '#ui/hooks/use-observable.ts';
import { useShop, useSettings } from '#ui/hooks/use-shop.ts';

/** Something recorded at the Counter is not on the disk, after every try. */
export interface WriteFailure {
  readonly problem: WriteProblem;
  readonly retry: () => void;
}

/** What keeps taps from being saved, or null. */
export function useWriteFailure(): WriteFailure | null {
  const { deps, roster } = useShop();
  const { outbox } = getCounterStore(deps, roster, useSettings());
  const problem = useObservable(
    outbox,
    () => outbox.queued().find((command) => command.problem !== null)?.problem ?? null,
  );
  return problem === null ? null : { problem, retry: () => void outbox.retry() };
}
