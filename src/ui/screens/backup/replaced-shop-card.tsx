import type { JSX } from 'preact';
import { revertRestore } from '#app/backup/backups.ts';
import { createBackupContext, retentionDays, replacedShops } from '#app/backup/backup-history.ts';
import { dayText } from '#i18n/format.ts';
import { addDays } from '#lib/day.ts';
import { toLocalTime } from '#lib/time-zone.ts';
import { useDeps, useSettings, useToday, useApp } from '#ui/hooks/use-shop.ts';
import { useAction } from '#ui/hooks/use-action.ts';
import { Button } from '#ui/parts/controls/button.tsx';
import { Card } from '#ui/parts/layout/card.tsx';
import { m } from '#ui/messages.ts';

/** The shop that a restore replaced, for as long as it is retained: the way back. */
export function ReplacedShopCard(): JSX.Element | null {
  const deps = useDeps();
  const { device, shops } = useApp();
  const { zone } = useSettings();
  const today = useToday();
  const { run } = useAction();
  const backupContext = createBackupContext(device);
  const [replaced] = replacedShops(backupContext);
  if (replaced === undefined) return null;
  const { database } = replaced;
  const day = toLocalTime(replaced.at, zone).day;

  async function back(): Promise<void> {
    const ready = await run(() => revertRestore(backupContext, deps, database));
    if (ready !== undefined) await shops.switchShop(database);
  }

  return (
    <Card
      title={m.backup_kept_title()}
      actions={<Button onPress={() => void back()}>{m.backup_kept_restore()}</Button>}
    >
      <p>
        {m.backup_kept_words({
          day: dayText(day, today),
          last: dayText(addDays(day, retentionDays), today),
        })}
      </p>
    </Card>
  );
}
