import { useEffect, useState } from 'preact/hooks';
import { deskOf } from '#app/counter/counter-store.ts';
import type { WriteProblem } from '#domain/shop/shop-problem.ts';
import { useShop } from '#ui/hooks/use-shop.ts';
import { useSettings } from '#ui/hooks/use-settings.ts';

/** Something said at the Counter is not on the disk, after every try. */
export interface NotSaved {
  readonly problem: WriteProblem;
  readonly retry: () => void;
}

/** What keeps taps from being saved, or null while all is well. */
export function useNotSaved(): NotSaved | null {
  const { deps, roster } = useShop();
  const { pending } = deskOf(deps, roster, useSettings());
  const [problem, setProblem] = useState<WriteProblem | null>(null);
  useEffect(() => {
    function look(): void {
      const failed = pending.unsaved().find((unsaved) => unsaved.problem !== null);
      setProblem(failed?.problem ?? null);
    }
    look();
    return pending.subscribe(look);
  }, [pending]);
  return problem === null ? null : { problem, retry: () => void pending.retry() };
}
