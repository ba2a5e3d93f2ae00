import type { JSX } from 'preact';
import { useState } from 'preact/hooks';
import type { BackupOverview } from '#app/backup/backup-overview.ts';
import { numberText } from '#i18n/format.ts';
import { useToday, useApp } from '#ui/hooks/use-shop.ts';
import { Banner } from '#ui/parts/feedback/banner.tsx';
import { Button, ButtonLink } from '#ui/parts/controls/button.tsx';
import { formatRoute } from '#ui/routes.ts';
import { m } from '#ui/messages.ts';

/** After closing, where no folder is written by itself: asks for a backup, until tomorrow. */
export function EndOfDayBackupBanner(props: { status: BackupOverview }): JSX.Element | null {
  const { clock } = useApp().device;
  const today = useToday();
  const [leftOn, setLeftOn] = useState<string | null>(null);
  const { closesAt, unsavedVisits, folder } = props.status;
  const isClosed = closesAt !== null && clock.now() >= closesAt;
  if (!isClosed || unsavedVisits === 0 || folder.kind === 'open' || leftOn === today) return null;
  return (
    <Banner
      tone="news"
      actions={
        <>
          <ButtonLink kind="primary" href={formatRoute({ kind: 'backup' })}>
            {m.backup_close_save()}
          </ButtonLink>
          <Button onPress={() => setLeftOn(today)}>{m.backup_close_leave()}</Button>
        </>
      }
    >
      {m.backup_close_words({ count: unsavedVisits, text: numberText(unsavedVisits) })}
    </Banner>
  );
}
