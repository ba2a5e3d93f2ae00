import type { JSX } from 'preact';
import { keptAboutPeople } from '#app/kept-about-people.ts';
import { dayText } from '#i18n/format.ts';
import { useCopyLock } from '../../hooks/use-copy-lock.ts';
import { useLive } from '../../hooks/use-live.ts';
import { usePress } from '../../hooks/use-press.ts';
import { useSettings } from '../../hooks/use-settings.ts';
import { useToday } from '../../hooks/use-today.ts';
import { Button } from '../../parts/button.tsx';
import { Card } from '../../parts/card.tsx';
import { OwnerIcon } from '../../parts/owner-icon.tsx';
import { LostSheet } from '../../print/lost-sheet.tsx';
import { PrintRoot } from '../../print/print-root.tsx';
import { m } from '../../words.ts';
import './lost-card.css';
import { keptText, lostSteps } from './lost-words.ts';

/** What to do when the tablet is gone, and the same on paper: by then this page is gone too. */
export function LostCard(): JSX.Element {
  const { paper, shopName } = useSettings();
  const { print } = usePress(paper);
  const today = useToday();
  const lock = useCopyLock();
  const kept = useLive(({ db }) => keptAboutPeople(db), []);
  const what = kept.state === 'ready' ? keptText(kept.value) : '';
  const steps = lostSteps(lock.kind);
  const made = m.phrase_sheet_made({ day: dayText(today, today), year: today.slice(0, 4) });
  return (
    <Card
      title={m.protection_lost_title()}
      actions={
        <Button
          icon={<OwnerIcon name="printer" size="beside" />}
          disabled={what === ''}
          onPress={() => void print()}
        >
          {m.protection_lost_print()}
        </Button>
      }
    >
      <p>{what}</p>
      <ol class="lost-card_steps">
        {steps.map((step, place) => (
          <li key={place}>{step}</li>
        ))}
      </ol>
      <p>{m.protection_lost_now()}</p>
      <PrintRoot>
        <LostSheet paper={paper} shop={shopName} made={made} what={what} steps={steps} />
      </PrintRoot>
    </Card>
  );
}
