import type { JSX } from 'preact';
import { retentionPolicy } from '#domain/backup/retention-policy.ts';
import { useState } from 'preact/hooks';
import {
  chooseFolder,
  backUpToFolder,
  forgetFolder,
  reopenFolder,
} from '#app/backup/backup-folder.ts';
import { createBackupContext } from '#app/backup/backup-history.ts';
import type { FolderStatus } from '#app/backup/backup-folder.ts';
import type { BackupProblem } from '#domain/backup/backup-problem.ts';
import { useBackupStatus } from '#ui/hooks/use-backup-status.ts';
import { useDeps, useApp } from '#ui/hooks/use-shop.ts';
import { Button } from '#ui/parts/controls/button.tsx';
import { Card } from '#ui/parts/layout/card.tsx';
import { m } from '#ui/messages.ts';
import { FolderTracesNote } from './folder-traces.tsx';
import { BackupNotice } from './backup-notice.tsx';
import './backup.css';

export function FolderCard(): JSX.Element {
  const deps = useDeps();
  const backupContext = createBackupContext(useApp().device);
  const status = useBackupStatus();
  const [isWriting, setWriting] = useState(false);
  const [done, setDone] = useState('');
  const [problem, setProblem] = useState<BackupProblem | null>(null);

  async function writeNow(): Promise<void> {
    setWriting(true);
    setProblem(null);
    const written = await backUpToFolder(backupContext, deps);
    setWriting(false);
    setDone(written.ok ? m.backup_folder_done() : '');
    if (!written.ok) setProblem(written.problem);
  }
  async function choose(): Promise<void> {
    if (await chooseFolder()) await writeNow();
  }
  async function openAgain(): Promise<void> {
    if (await reopenFolder()) await writeNow();
  }

  const folder = status?.folder ?? { kind: 'none' };
  return (
    <Card title={m.backup_folder_title()} tone={isShut(folder) ? 'ask' : 'plain'}>
      <BackupNotice problem={problem} />
      <p>{wordsFor(folder)}</p>
      <div class="line line-level button_row backup_keys">
        {isShut(folder) ? (
          <Button kind="primary" onPress={() => void openAgain()}>
            {m.backup_folder_allow()}
          </Button>
        ) : null}
        {folder.kind === 'open' ? (
          <Button busy={isWriting} onPress={() => void writeNow()}>
            {isWriting ? m.backup_folder_writing() : m.backup_folder_now()}
          </Button>
        ) : null}
        <Button onPress={() => void choose()}>
          {folder.kind === 'none' ? m.backup_folder_choose() : m.backup_folder_other()}
        </Button>
        {folder.kind === 'none' ? null : (
          <Button kind="link" onPress={() => void forgetFolder()}>
            {m.backup_folder_leave()}
          </Button>
        )}
      </div>
      <p class="backup_done" role="status">
        {done}
      </p>
      {folder.kind === 'open' ? <FolderTracesNote key={folder.name} /> : null}
    </Card>
  );
}

function isShut(folder: FolderStatus): boolean {
  return folder.kind === 'asks' || folder.kind === 'lost';
}

function wordsFor(folder: FolderStatus): string {
  switch (folder.kind) {
    case 'none':
      return m.backup_folder_none();
    case 'open':
      return m.backup_folder_open({ name: folder.name, ...retentionPolicy });
    case 'asks':
      return m.backup_folder_asks({ name: folder.name });
    case 'lost':
      return m.backup_folder_lost({ name: folder.name });
  }
}
