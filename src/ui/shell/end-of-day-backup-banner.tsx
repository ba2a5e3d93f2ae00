import type { JSX } from 'preact';
import { useState } from 'preact/hooks';
import type { CopyStanding } from '#app/backup/backup-overview.ts';
import { numberText } from '#i18n/format.ts';
import { useTablet } from '#ui/hooks/use-app.ts';
import { useToday } from '#ui/hooks/use-today.ts';
import { Banner } from '#ui/parts/feedback/banner.tsx';
import { Button, ButtonLink } from '#ui/parts/controls/button.tsx';
import { formatRoute } from '#ui/routes.ts';
import { m } from '#ui/messages.ts';

export interface CloseOfDayProps {
  readonly standing: CopyStanding;
}

/** After closing, where copies are not written by themselves: one line that asks for one, until tomorrow. */
export function CloseOfDay({ standing }: CloseOfDayProps): JSX.Element | null {
  const { clock } = useTablet().device;
  const today = useToday();
  const [leftOn, setLeftOn] = useState<string | null>(null);
  const { closesAt, unsavedVisits, folder } = standing;
  const isClosed = closesAt !== null && clock.now() >= closesAt;
  if (!isClosed || unsavedVisits === 0 || folder.kind === 'open' || leftOn === today) return null;
  return (
    <Banner
      tone="news"
      actions={
        <>
          <ButtonLink kind="primary" href={formatRoute({ kind: 'copy' })}>
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
