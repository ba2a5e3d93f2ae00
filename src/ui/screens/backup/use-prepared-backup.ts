import { useEffect, useState } from 'preact/hooks';
import { prepareLocked, type ReadyCopy } from '#app/backup/backups.ts';
import type { WorkProgress } from '#app/worker/protocol.ts';
import type { CopyProblem } from '#domain/backup/backup-problem.ts';
import { useDeps } from '#ui/hooks/use-shop.ts';

/** How far the copy is that waits for a tap. */
export type Preparing =
  | { readonly state: 'preparing'; readonly progress: WorkProgress }
  | { readonly state: 'ready'; readonly copy: ReadyCopy }
  | { readonly state: 'failed'; readonly problem: CopyProblem };

const begun: Preparing = { state: 'preparing', progress: { done: 0, total: null } };

/**
 * A copy made as soon as the screen is shown, because a share sheet opens only straight from a tap; locked with `phrase`, or open. `again`
 * makes a fresh one.
 */
export function useReadyCopy(phrase: string | null): {
  readonly preparing: Preparing;
  readonly again: () => void;
} {
  const deps = useDeps();
  const [round, setRound] = useState(0);
  const [preparing, setPreparing] = useState<Preparing>(begun);
  useEffect(() => {
    const stop = new AbortController();
    const { signal } = stop;
    function show(next: Preparing): void {
      if (!signal.aborted) setPreparing(next);
    }
    show(begun);
    const onProgress = (progress: WorkProgress): void => show({ state: 'preparing', progress });
    prepareLocked(deps, phrase, { onProgress, signal }).then(
      (made) =>
        show(
          made.ok
            ? { state: 'ready', copy: made.value }
            : { state: 'failed', problem: made.problem },
        ),
      (error: unknown) => {
        // Nobody waits for it once the screen is left; anything else is a bug for the crash screen.
        if (!signal.aborted) throw error;
      },
    );
    return () => stop.abort();
  }, [deps, phrase, round]);
  return { preparing, again: () => setRound((count) => count + 1) };
}
