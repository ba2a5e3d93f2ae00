import type { JSX } from 'preact';
import { useEffect, useState } from 'preact/hooks';
import type { KeptSnapshot } from '#app/copy-findings.ts';
import { keptSnapshots } from '#app/kept-snapshots.ts';
import { timeText } from '#i18n/clock.ts';
import { dayText } from '#i18n/format.ts';
import { wallTimeAt } from '#lib/zone.ts';
import { useDeps } from '../../hooks/use-deps.ts';
import { useSettings } from '../../hooks/use-settings.ts';
import { useToday } from '../../hooks/use-today.ts';
import { whileShown } from '../../hooks/while-shown.ts';
import { Button } from '../../parts/button.tsx';
import { m } from '../../words.ts';
import './snapshot-keys.css';

export interface SnapshotKeysProps {
  readonly onFile: (file: Blob) => void;
}

/** The shop as it was earlier, from inside the browser; nothing is shown where there is none. */
export function SnapshotKeys({ onFile }: SnapshotKeysProps): JSX.Element | null {
  const { db } = useDeps();
  const { zone } = useSettings();
  const today = useToday();
  const [snapshots, setSnapshots] = useState<readonly KeptSnapshot[]>([]);
  useEffect(() => whileShown(keptSnapshots(db.name), setSnapshots), [db]);
  if (snapshots.length === 0) return null;
  return (
    <>
      <p>{m.backup_restore_snapshots()}</p>
      <div class="snapshot-keys">
        {snapshots.map(({ file, at }) => {
          const { day, minute } = wallTimeAt(at, zone);
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
