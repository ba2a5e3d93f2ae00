import type { JSX } from 'preact';
import { goBack } from '#app/backup/backups.ts';
import { copyKeeping, daysKept, keptShops } from '#app/backup/backup-history.ts';
import { dayText } from '#i18n/format.ts';
import { addDays } from '#lib/day.ts';
import { wallTimeAt } from '#lib/time-zone.ts';
import { useDeps } from '#ui/hooks/use-shop.ts';
import { useTablet } from '#ui/hooks/use-app.ts';
import { useSettings } from '#ui/hooks/use-settings.ts';
import { useToday } from '#ui/hooks/use-today.ts';
import { useVerb } from '#ui/hooks/use-action.ts';
import { Button } from '#ui/parts/controls/button.tsx';
import { Card } from '#ui/parts/layout/card.tsx';
import { m } from '#ui/messages.ts';

/** The shop that a copy took the place of, while it is kept: the way back. */
export function KeptShopCard(): JSX.Element | null {
  const deps = useDeps();
  const { device, shops } = useTablet();
  const { zone } = useSettings();
  const today = useToday();
  const { run } = useVerb();
  const keeping = copyKeeping(device);
  const [kept] = keptShops(keeping);
  if (kept === undefined) return null;
  const { database } = kept;
  const day = wallTimeAt(kept.at, zone).day;

  async function back(): Promise<void> {
    const ready = await run(() => goBack(keeping, deps, database));
    if (ready !== undefined) await shops.adopt(database);
  }

  return (
    <Card
      title={m.backup_kept_title()}
      actions={<Button onPress={() => void back()}>{m.backup_kept_restore()}</Button>}
    >
      <p>
        {m.backup_kept_words({
          day: dayText(day, today),
          last: dayText(addDays(day, daysKept), today),
        })}
      </p>
    </Card>
  );
}
