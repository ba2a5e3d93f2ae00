import { useEffect, useRef, useState } from 'preact/hooks';
import type { FoundDoubles } from '#domain/doubles/find-doubles.ts';
import { useDeps } from '#ui/hooks/use-shop.ts';
import { useAction } from '#ui/hooks/use-action.ts';

/** Compares everybody in the worker as soon as the screen is shown; null until that is done. */
export function useFoundDoubles(): FoundDoubles | null {
  const deps = useDeps();
  const { run } = useAction();
  const latest = useRef(run);
  latest.current = run;
  const [found, setFound] = useState<FoundDoubles | null>(null);
  useEffect(() => {
    let isLeft = false;
    async function find(): Promise<void> {
      const all = await latest.current(() => deps.worker.ask({ kind: 'find-doubles' }));
      if (!isLeft && all !== undefined) setFound(all);
    }
    void find();
    return () => {
      isLeft = true;
    };
  }, [deps]);
  return found;
}
