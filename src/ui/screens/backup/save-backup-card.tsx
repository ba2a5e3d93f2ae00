import type { JSX } from 'preact';
import { useState } from 'preact/hooks';
import { canShareCopy, downloadCopy, shareCopy, type ReadyCopy } from '#app/backup/backups.ts';
import { copyKeeping } from '#app/backup/backup-history.ts';
import type { WorkProgress } from '#app/worker/protocol.ts';
import { numberText } from '#i18n/format.ts';
import { useDeps } from '#ui/hooks/use-shop.ts';
import { useTablet } from '#ui/hooks/use-app.ts';
import { useReadyCopy, type Preparing } from './use-prepared-backup.ts';
import { Button } from '#ui/parts/controls/button.tsx';
import { Card } from '#ui/parts/layout/card.tsx';
import { OwnerIcon } from '#ui/parts/icons/owner-icon.tsx';
import { Progress } from '#ui/parts/feedback/progress.tsx';
import { m } from '#ui/messages.ts';
import { CopyNotice } from './backup-notice.tsx';
import { sizeText } from './backup-text.ts';
import './save-backup-card.css';

export interface SaveCopyCardProps {
  /** Locks the copy; null leaves it open. */
  readonly phrase: string | null;
}

/** The copy that is being made, or that waits for one tap. */
export function SaveCopyCard({ phrase }: SaveCopyCardProps): JSX.Element {
  const { preparing, again } = useReadyCopy(phrase);
  return (
    <Card title={m.backup_save_title()}>
      <CopyNotice problem={preparing.state === 'failed' ? preparing.problem : null} />
      <Inside preparing={preparing} again={again} />
    </Card>
  );
}

interface InsideProps {
  readonly preparing: Preparing;
  readonly again: () => void;
}

function Inside({ preparing, again }: InsideProps): JSX.Element {
  switch (preparing.state) {
    case 'preparing':
      return <Making progress={preparing.progress} />;
    case 'ready':
      return <Ready copy={preparing.copy} />;
    case 'failed':
      return <Button onPress={again}>{m.backup_save_again()}</Button>;
  }
}

function Making({ progress: { done, total } }: { readonly progress: WorkProgress }): JSX.Element {
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

function Ready({ copy }: { readonly copy: ReadyCopy }): JSX.Element {
  const deps = useDeps();
  const keeping = copyKeeping(useTablet().device);
  const [done, setDone] = useState('');
  const name = copy.file.name;
  const canShare = canShareCopy(copy);

  function download(): void {
    downloadCopy(keeping, deps, copy);
    setDone(m.backup_save_saved({ name }));
  }
  async function share(): Promise<void> {
    if (await shareCopy(keeping, deps, copy)) setDone(m.backup_save_shared({ name }));
  }

  return (
    <>
      <p>{m.backup_save_ready({ size: sizeText(copy.size) })}</p>
      <p>{copy.isLocked ? m.backup_save_locked() : m.backup_save_open()}</p>
      {copy.leftOut === 0 ? null : (
        <p>{m.backup_save_left_out({ count: copy.leftOut, text: numberText(copy.leftOut) })}</p>
      )}
      <div class="save-backup-card_keys">
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
      <p class="save-backup-card_done" role="status">
        {done}
      </p>
    </>
  );
}
