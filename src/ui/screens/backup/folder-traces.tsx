import type { JSX } from 'preact';
import { useEffect, useState } from 'preact/hooks';
import { createBackupContext, backupChanges } from '#app/backup/backup-history.ts';
import { cleanFolder, readFolderTraces } from '#app/backup/backups.ts';
import type { FolderTraces } from '#app/backup/backup-types.ts';
import type { WorkerProgress } from '#app/worker/protocol.ts';
import type { BackupProblem } from '#domain/backup/backup-problem.ts';
import { numberText } from '#i18n/format.ts';
import { untilCancelled } from '#ui/hooks/cancellable.ts';
import { useApp, useDeps } from '#ui/hooks/use-shop.ts';
import { Button } from '#ui/parts/controls/button.tsx';
import { Progress } from '#ui/parts/feedback/progress.tsx';
import { Sheet } from '#ui/parts/layout/sheet.tsx';
import { m } from '#ui/messages.ts';
import { BackupNotice } from './backup-notice.tsx';

type Cleaning = ReturnType<typeof useCleaning>;

/** Older backups in the folder that may still hold somebody erased, and what can be done. */
export function FolderTracesNote(): JSX.Element | null {
  const cleaning = useCleaning();
  const { traces, step, problem, isDone } = cleaning;
  const [isAsking, setAsking] = useState(false);
  if (traces === undefined) return null;
  const { waiting, unopened } = traces;
  const isLeft = waiting + unopened > 0;
  return (
    <>
      <BackupNotice problem={problem} />
      {step === null ? null : (
        <Progress
          label={m.backup_traces_cleaning()}
          text={m.backup_traces_progress({
            done: numberText(step.done),
            total: numberText(step.total),
          })}
          done={step.done / Math.max(1, step.total)}
        />
      )}
      {waiting === 0 ? null : (
        <p>{m.backup_traces_waiting({ count: waiting, text: numberText(waiting) })}</p>
      )}
      {unopened === 0 ? null : (
        <p>{m.backup_traces_unopened({ count: unopened, text: numberText(unopened) })}</p>
      )}
      {isLeft ? <p>{m.backup_traces_elsewhere()}</p> : null}
      {isLeft ? <TracesKeys cleaning={cleaning} onAsk={() => setAsking(true)} /> : null}
      <p role="status">{isDone && !isLeft ? m.backup_traces_none() : null}</p>
      {isAsking ? <DeleteSheet cleaning={cleaning} onClose={() => setAsking(false)} /> : null}
    </>
  );
}

interface TracesKeysProps {
  readonly cleaning: Cleaning;
  readonly onAsk: () => void;
}

function TracesKeys({ cleaning: { traces, step, clean }, onAsk }: TracesKeysProps): JSX.Element {
  return (
    <div class="line line-level button_row backup_keys">
      <Button busy={step !== null} onPress={() => void clean('clean')}>
        {m.backup_traces_clean()}
      </Button>
      {traces === undefined || traces.unopened === 0 ? null : (
        <Button kind="link" onPress={onAsk}>
          {m.backup_traces_delete()}
        </Button>
      )}
    </div>
  );
}

interface DeleteSheetProps {
  readonly cleaning: Cleaning;
  readonly onClose: () => void;
}

function DeleteSheet({ cleaning: { step, clean }, onClose }: DeleteSheetProps): JSX.Element {
  return (
    <Sheet
      title={m.backup_traces_delete_title()}
      closeWord={m.backup_traces_keep()}
      onClose={onClose}
    >
      <p>{m.backup_traces_delete_words()}</p>
      <Button
        kind="danger"
        width="full"
        busy={step !== null}
        onPress={() => void clean('delete-unopened').then(onClose)}
      >
        {m.backup_traces_delete_sure()}
      </Button>
    </Sheet>
  );
}

interface Step {
  readonly done: number;
  readonly total: number;
}

// Looked at anew after each backup.
function useCleaning() {
  const deps = useDeps();
  const { device } = useApp();
  const [traces, setTraces] = useState<FolderTraces>();
  const [step, setStep] = useState<Step | null>(null);
  const [problem, setProblem] = useState<BackupProblem | null>(null);
  const [isDone, setDone] = useState(false);
  useEffect(() => {
    let leave = look();
    function look(): () => void {
      return untilCancelled(readFolderTraces(createBackupContext(device), deps), setTraces);
    }
    const stop = backupChanges.subscribe(() => {
      leave();
      leave = look();
    });
    return () => {
      leave();
      stop();
    };
  }, [deps, device]);
  async function clean(work: 'clean' | 'delete-unopened'): Promise<void> {
    setProblem(null);
    setStep({ done: 0, total: 1 });
    const onProgress = ({ done, total }: WorkerProgress): void =>
      setStep({ done, total: total ?? 1 });
    const cleaned = await cleanFolder(createBackupContext(device), deps, { work, onProgress });
    setStep(null);
    setDone(cleaned.ok);
    if (!cleaned.ok) setProblem(cleaned.problem);
  }
  return { traces, step, problem, isDone, clean };
}
