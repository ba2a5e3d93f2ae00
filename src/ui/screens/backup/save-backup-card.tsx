import type { JSX } from 'preact';
import { useState } from 'preact/hooks';
import {
  canShareBackup,
  downloadBackup,
  recordTakenBackup,
  shareBackup,
  type PreparedBackup,
} from '#app/backup/backups.ts';
import { createBackupContext } from '#app/backup/backup-history.ts';
import type { WorkerProgress } from '#app/worker/protocol.ts';
import { numberText } from '#i18n/format.ts';
import { useDeps, useApp } from '#ui/hooks/use-shop.ts';
import { usePreparedBackup, type BackupPreparation } from './use-prepared-backup.ts';
import { Button } from '#ui/parts/controls/button.tsx';
import { Card } from '#ui/parts/layout/card.tsx';
import { OwnerIcon } from '#ui/parts/icons/owner-icon.tsx';
import { Progress } from '#ui/parts/feedback/progress.tsx';
import { m } from '#ui/messages.ts';
import { BackupNotice } from './backup-notice.tsx';
import { sizeText } from './backup-text.ts';
import { BackupAsText } from './text-backup.tsx';
import './backup.css';

export interface SaveBackupCardProps {
  /** Encrypts the backup; null leaves it open. */
  readonly phrase: string | null;
}

/** The backup that is being made, or that waits for one tap. */
export function SaveBackupCard({ phrase }: SaveBackupCardProps): JSX.Element {
  const { preparation, retry } = usePreparedBackup(phrase);
  return (
    <Card title={m.backup_save_title()}>
      <BackupNotice problem={preparation.state === 'failed' ? preparation.problem : null} />
      <div class="backup_prepared">
        <PreparedBackupView preparation={preparation} retry={retry} />
      </div>
    </Card>
  );
}

interface InsideProps {
  readonly preparation: BackupPreparation;
  readonly retry: () => void;
}

function PreparedBackupView({ preparation, retry }: InsideProps): JSX.Element {
  switch (preparation.state) {
    case 'preparing':
      return <BackupProgress progress={preparation.progress} />;
    case 'ready':
      return <ReadyBackup backup={preparation.backup} />;
    case 'failed':
      return <Button onPress={retry}>{m.backup_save_again()}</Button>;
  }
}

function BackupProgress({
  progress: { done, total },
}: {
  readonly progress: WorkerProgress;
}): JSX.Element {
  return (
    <Progress
      label={m.backup_save_preparing()}
      text={
        total === null
          ? ''
          : m.backup_save_done({ done: numberText(done), total: numberText(total) })
      }
      done={total === null ? null : done / Math.max(1, total)}
    />
  );
}

function ReadyBackup({ backup }: { readonly backup: PreparedBackup }): JSX.Element {
  const deps = useDeps();
  const backupContext = createBackupContext(useApp().device);
  const [done, setDone] = useState('');
  const name = backup.file.name;
  const canShare = canShareBackup(backup);

  function download(): void {
    downloadBackup(backupContext, deps, backup);
    setDone(m.backup_save_saved({ name }));
  }
  function copied(): void {
    recordTakenBackup(backupContext, deps, backup);
    setDone(m.backup_text_copied());
  }
  async function share(): Promise<void> {
    if (await shareBackup(backupContext, deps, backup)) setDone(m.backup_save_shared({ name }));
  }

  return (
    <>
      <p>{m.backup_save_ready({ size: sizeText(backup.size) })}</p>
      <p>{backup.isEncrypted ? m.backup_save_locked() : m.backup_save_open()}</p>
      {backup.skippedRows === 0 ? null : (
        <p>
          {m.backup_save_left_out({
            count: backup.skippedRows,
            text: numberText(backup.skippedRows),
          })}
        </p>
      )}
      <div class="line line-level button_row backup_keys">
        <Button
          kind="primary"
          icon={<OwnerIcon name="download" size="beside" />}
          onPress={download}
        >
          {m.backup_save_download()}
        </Button>
        {canShare ? (
          <Button icon={<OwnerIcon name="share" size="beside" />} onPress={() => void share()}>
            {m.backup_save_share()}
          </Button>
        ) : null}
      </div>
      <BackupAsText file={backup.file} onCopied={copied} />
      <p class="backup_done" role="status">
        {done}
      </p>
    </>
  );
}
