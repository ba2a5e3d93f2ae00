import { useEffect, useState } from 'preact/hooks';
import { getCounterStore } from '#app/counter/counter-store.ts';
import type { WriteProblem } from '#domain/shop/shop-problem.ts';
import { useShop, useSettings } from '#ui/hooks/use-shop.ts';

/** Something said at the Counter is not on the disk, after every try. */
export interface WriteFailure {
  readonly problem: WriteProblem;
  readonly retry: () => void;
}

/** What keeps taps from being saved, or null while all is well. */
export function useWriteFailure(): WriteFailure | null {
  const { deps, roster } = useShop();
  const { outbox } = getCounterStore(deps, roster, useSettings());
  const [problem, setProblem] = useState<WriteProblem | null>(null);
  useEffect(() => {
    function read(): void {
      const failed = outbox.queued().find((unsaved) => unsaved.problem !== null);
      setProblem(failed?.problem ?? null);
    }
    read();
    return outbox.subscribe(read);
  }, [outbox]);
  return problem === null ? null : { problem, retry: () => void outbox.retry() };
}
