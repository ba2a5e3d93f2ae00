import type { JSX } from 'preact';
import { useEffect, useState } from 'preact/hooks';
import type { Snapshot } from '#app/backup/backup-types.ts';
import { listSnapshots } from '#app/backup/snapshots.ts';
import { timeText } from '#i18n/date-time.ts';
import { dayText } from '#i18n/format.ts';
import { toLocalTime } from '#lib/time-zone.ts';
import { useDeps, useSettings, useToday } from '#ui/hooks/use-shop.ts';
import { untilCancelled } from '#ui/hooks/cancellable.ts';
import { Button } from '#ui/parts/controls/button.tsx';
import { m } from '#ui/messages.ts';
import './backup.css';

export interface SnapshotButtonsProps {
  readonly onFile: (file: Blob) => void;
}

/** The shop as it was earlier, from inside the browser; nothing is shown where there is none. */
export function SnapshotButtons({ onFile }: SnapshotButtonsProps): JSX.Element | null {
  const { db } = useDeps();
  const { zone } = useSettings();
  const today = useToday();
  const [snapshots, setSnapshots] = useState<readonly Snapshot[]>([]);
  useEffect(() => untilCancelled(listSnapshots(db.name), setSnapshots), [db]);
  if (snapshots.length === 0) return null;
  return (
    <>
      <p>{m.backup_restore_snapshots()}</p>
      <div class="line backup_snapshots">
        {snapshots.map(({ file, at }) => {
          const { day, minute } = toLocalTime(at, zone);
          return (
            <Button key={at} kind="link" onPress={() => onFile(file)}>
              {m.backup_restore_snapshot({ day: dayText(day, today), time: timeText(minute) })}
            </Button>
          );
        })}
      </div>
    </>
  );
}
