import type { JSX } from 'preact';
import { useEffect, useRef } from 'preact/hooks';
import type { BackupPreview } from '#app/backup/backup-types.ts';
import type { WorkerProgress } from '#app/worker/protocol.ts';
import { numberText } from '#i18n/format.ts';
import type { Day } from '#lib/day.ts';
import { useRestore, type RestoreFlow } from './use-restore.ts';
import { useHasTablets } from '#ui/hooks/use-has-tablets.ts';
import { useDirtyForm } from '#ui/hooks/use-dirty-form.ts';
import { useSettings, useToday } from '#ui/hooks/use-shop.ts';
import { Button } from '#ui/parts/controls/button.tsx';
import { FileButton } from '#ui/parts/controls/file-button.tsx';
import { Card } from '#ui/parts/layout/card.tsx';
import { Progress } from '#ui/parts/feedback/progress.tsx';
import { m } from '#ui/messages.ts';
import './backup.css';
import { BackupNotice } from './backup-notice.tsx';
import { SnapshotButtons } from './snapshot-buttons.tsx';
import { BackupFromText } from './text-backup.tsx';
import { UnlockForm } from './unlock-form.tsx';
import { hereText, insideText, madeText, sizeText } from './backup-text.ts';

export interface RestoreCardProps {
  /** A backup that was chosen already and is previewed at once. */
  readonly chosen?: Blob | null;
  /** Without an open shop there is nothing to compare the backup with. */
  readonly where?: Where;
}

type Where = 'open-shop' | 'no-shop';

/** From a file to the shop: previewed first, restored only on a tap. */
export function RestoreCard({ chosen = null, where = 'open-shop' }: RestoreCardProps): JSX.Element {
  const flow = useRestore();
  const preview = useRef(flow.preview);
  useEffect(() => {
    if (chosen !== null) void preview.current(chosen);
  }, [chosen]);
  const { restoreState } = flow;
  useDirtyForm(restoreState.state !== 'nothing-chosen' && restoreState.state !== 'refused');
  return (
    <Card title={m.backup_restore_title()}>
      <BackupNotice problem={restoreState.state === 'refused' ? restoreState.problem : null} />
      <RestoreStep flow={flow} where={where} />
    </Card>
  );
}

interface InsideProps {
  readonly flow: RestoreFlow;
  readonly where: Where;
}

function RestoreStep({ flow, where }: InsideProps): JSX.Element {
  const { restoreState } = flow;
  switch (restoreState.state) {
    case 'nothing-chosen':
      return (
        <>
          <p>{m.backup_restore_lead()}</p>
          <FileButton onFile={(file) => void flow.preview(file)}>
            {m.backup_restore_pick()}
          </FileButton>
          <BackupFromText onFile={(file) => void flow.preview(file)} />
          <SnapshotButtons onFile={(file) => void flow.preview(file)} />
        </>
      );
    case 'refused':
      return (
        <FileButton onFile={(file) => void flow.preview(file)}>
          {m.backup_restore_pick_other()}
        </FileButton>
      );
    case 'loading':
      return (
        <Progress
          label={m.backup_restore_looking()}
          text={m.backup_restore_looking_text({ done: numberText(restoreState.progress.done) })}
          done={shareOf(restoreState.progress)}
        />
      );
    case 'locked':
      return (
        <UnlockForm
          isRefused={restoreState.isRefused}
          onTyped={(typed) => void flow.unlock(restoreState.file, typed)}
          onLeave={flow.reset}
        />
      );
    case 'previewed':
      return (
        <PreviewedBackup
          preview={restoreState.preview}
          where={where}
          onRestore={() => void flow.restore(restoreState.backup, restoreState.preview)}
          onMerge={() => void flow.merge(restoreState.backup)}
          onLeave={flow.reset}
        />
      );
    case 'restoring':
      return <Restoring progress={restoreState.progress} />;
  }
}

interface PreviewedBackupProps {
  readonly preview: BackupPreview;
  readonly where: Where;
  readonly onRestore: () => void;
  readonly onMerge: () => void;
  readonly onLeave: () => void;
}

function PreviewedBackup({
  preview,
  where,
  onRestore,
  onMerge,
  onLeave,
}: PreviewedBackupProps): JSX.Element {
  const { compared, ...itself } = useFacts(preview);
  const isBeside = where === 'open-shop';
  const facts = [...itself.said, ...(isBeside ? compared : []), ...itself.about];
  const mayMerge = isBeside && preview.isThisShop;
  return (
    <>
      <ul class="backup_facts" role="status">
        {facts.map((fact) => (
          <li key={fact}>{fact}</li>
        ))}
      </ul>
      {mayMerge ? <TwoWays /> : null}
      {isBeside ? <p>{m.backup_restore_kept()}</p> : null}
      <div class="line line-level button_row backup_keys">
        <Button kind="soft" onPress={onRestore}>
          {m.backup_restore_do()}
        </Button>
        {mayMerge ? <Button onPress={onMerge}>{m.backup_restore_merge()}</Button> : null}
        <Button onPress={onLeave}>{m.backup_restore_leave()}</Button>
      </div>
    </>
  );
}

/** What restoring and merging do to this shop. */
function TwoWays(): JSX.Element {
  return <p>{useHasTablets() ? m.backup_restore_shared() : m.backup_restore_two_ways()}</p>;
}

interface Facts {
  readonly said: readonly string[];
  /** Beside the shop that is open. */
  readonly compared: readonly string[];
  readonly about: readonly string[];
}

function useFacts(preview: BackupPreview): Facts {
  const today = useToday();
  const { zone } = useSettings();
  const about = preview.madeAt === null ? [] : [madeText(preview.madeAt, zone, today)];
  const { skippedRows } = preview;
  if (skippedRows > 0)
    about.push(m.backup_restore_left_out({ count: skippedRows, text: numberText(skippedRows) }));
  return {
    said: [insideText(preview.backupSize, today)],
    compared: comparedFacts(preview, today),
    about,
  };
}

function comparedFacts(preview: BackupPreview, today: Day): readonly string[] {
  const { onlyInShop, onlyInBackup, lines } = preview;
  const changed = preview.isThisShop ? lines.changed + lines.conflict : 0;
  const facts = [hereText(preview.currentSize, today)];
  if (!preview.isThisShop) facts.unshift(m.backup_restore_other_shop({ name: preview.shopName }));
  if (onlyInShop.people > 0 || onlyInShop.visits > 0)
    facts.push(m.backup_restore_only_here({ size: sizeText(onlyInShop) }));
  if (onlyInBackup.people > 0 || onlyInBackup.visits > 0)
    facts.push(m.backup_restore_only_there({ size: sizeText(onlyInBackup) }));
  if (changed > 0)
    facts.push(m.backup_restore_changed({ count: changed, text: numberText(changed) }));
  if (lines.conflict > 0)
    facts.push(
      m.backup_restore_conflicts({ count: lines.conflict, text: numberText(lines.conflict) }),
    );
  return facts;
}

function Restoring({ progress }: { readonly progress: WorkerProgress }): JSX.Element {
  const { done, total } = progress;
  const isRead = total !== null && done >= total;
  return (
    <Progress
      label={m.backup_restore_running()}
      text={
        isRead
          ? m.backup_restore_checking()
          : m.backup_restore_running_text({
              done: numberText(done),
              total: total === null ? '…' : numberText(total),
            })
      }
      done={isRead ? null : shareOf(progress)}
    />
  );
}

function shareOf({ done, total }: WorkerProgress): number | null {
  return total === null ? null : done / Math.max(1, total);
}
