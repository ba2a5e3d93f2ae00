import type { JSX } from 'preact';
import { readPersonalDataSummary } from '#app/privacy/personal-data-summary.ts';
import { dayText } from '#i18n/format.ts';
import { useBackupProtection } from '#ui/hooks/use-backup-status.ts';
import { useLive } from '#ui/hooks/use-live.ts';
import { usePrinter } from '#ui/hooks/use-printer.ts';
import { useSettings, useToday } from '#ui/hooks/use-shop.ts';
import { Button } from '#ui/parts/controls/button.tsx';
import { Card } from '#ui/parts/layout/card.tsx';
import { OwnerIcon } from '#ui/parts/icons/owner-icon.tsx';
import { LostTabletSheet } from '#ui/print/lost-tablet-sheet.tsx';
import { PrintRoot } from '#ui/print/print-root.tsx';
import { formatRoute } from '#ui/routes.ts';
import { m } from '#ui/messages.ts';
import './lost-tablet-card.css';
import { personalDataText, lostTabletSteps } from './lost-tablet-text.ts';

/** What to do when the tablet is gone, and the same on paper: by then this page is gone too. */
export function LostTabletCard(): JSX.Element {
  const { paper, shopName } = useSettings();
  const { print } = usePrinter(paper);
  const today = useToday();
  const lock = useBackupProtection();
  const personalData = useLive(({ db }) => readPersonalDataSummary(db), []);
  const what = personalData.state === 'ready' ? personalDataText(personalData.value) : '';
  const steps = lostTabletSteps(lock.kind, appAddress());
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
      <ol class="lost-tablet-card_steps">
        {steps.map((step, place) => (
          <li key={place}>{step}</li>
        ))}
      </ol>
      <p>{m.protection_lost_now()}</p>
      <PrintRoot>
        <LostTabletSheet paper={paper} shop={shopName} made={made} what={what} steps={steps} />
      </PrintRoot>
    </Card>
  );
}

/** What to type on another tablet: nothing else brings this app there. */
function appAddress(): string {
  return location.origin + formatRoute({ kind: 'counter' });
}
