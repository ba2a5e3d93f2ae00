import type { JSX } from 'preact';
import { useState } from 'preact/hooks';
import { noteAsked, wasAskedThisYear } from '#app/privacy/unseen-note.ts';
import { numberText } from '#i18n/format.ts';
import { useDeps, useSettings, useToday } from '#ui/hooks/use-shop.ts';
import { Button, ButtonLink } from '#ui/parts/controls/button.tsx';
import { Notice } from '#ui/parts/feedback/notice.tsx';
import { formatRoute } from '#ui/routes.ts';
import { m } from '#ui/messages.ts';
import { useUnseen } from './use-unseen.ts';

/** Once a year, in This week: who has not been here for years. */
export function UnseenRow(): JSX.Element | null {
  const deps = useDeps();
  const today = useToday();
  const { retentionYears } = useSettings();
  const unseen = useUnseen();
  const [isKept, setKept] = useState(() => wasAskedThisYear(deps, today));
  if (isKept || unseen.length === 0 || retentionYears === null) return null;
  const count = unseen.length;
  return (
    <Notice
      tone="ask"
      actions={
        <>
          <ButtonLink href={formatRoute({ kind: 'unseen' })}>{m.unseen_look()}</ButtonLink>
          <Button
            onPress={() => {
              noteAsked(deps, today);
              setKept(true);
            }}
          >
            {m.unseen_keep()}
          </Button>
        </>
      }
    >
      {m.unseen_row({
        count,
        text: numberText(count),
        years: m.keep_years_count({ count: retentionYears }),
      })}
    </Notice>
  );
}
