import { useEffect, useState } from 'preact/hooks';
import { prepareBackup, type PreparedBackup } from '#app/backup/backups.ts';
import type { WorkerProgress } from '#app/worker/protocol.ts';
import type { BackupProblem } from '#domain/backup/backup-problem.ts';
import { useDeps } from '#ui/hooks/use-shop.ts';

export type BackupPreparation =
  | { readonly state: 'preparing'; readonly progress: WorkerProgress }
  | { readonly state: 'ready'; readonly backup: PreparedBackup }
  | { readonly state: 'failed'; readonly problem: BackupProblem };

const initial: BackupPreparation = { state: 'preparing', progress: { done: 0, total: null } };

/**
 * A backup made as soon as the screen is shown, because a share sheet opens only straight from a
 * tap; locked with `phrase`, or open. `retry` makes a fresh one.
 */
export function usePreparedBackup(phrase: string | null): {
  readonly preparation: BackupPreparation;
  readonly retry: () => void;
} {
  const deps = useDeps();
  const [round, setRound] = useState(0);
  const [preparation, setPreparation] = useState<BackupPreparation>(initial);
  useEffect(() => {
    const stop = new AbortController();
    const { signal } = stop;
    function show(next: BackupPreparation): void {
      if (!signal.aborted) setPreparation(next);
    }
    show(initial);
    const onProgress = (progress: WorkerProgress): void => show({ state: 'preparing', progress });
    prepareBackup(deps, phrase, { onProgress, signal }).then(
      (made) =>
        show(
          made.ok
            ? { state: 'ready', backup: made.value }
            : { state: 'failed', problem: made.problem },
        ),
      (error: unknown) => {
        // Nobody waits for it once the screen is left; anything else is a bug for the crash screen.
        if (!signal.aborted) throw error;
      },
    );
    return () => stop.abort();
  }, [deps, phrase, round]);
  return { preparation, retry: () => setRound((count) => count + 1) };
}
