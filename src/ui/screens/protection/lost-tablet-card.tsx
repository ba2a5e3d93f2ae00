import type { JSX } from 'preact';
import { useMemo } from 'preact/hooks';
import { readPersonalDataSummary } from '#app/privacy/personal-data-summary.ts';
import { dayText } from '#i18n/format.ts';
import type { Paper } from '#domain/shop/settings.ts';
import type { Day } from '#lib/day.ts';
import { pageSizes } from '#paper/page-sizes.ts';
import type { DocumentInput } from '#paper/sheets/document-sheets.ts';
import { useBackupProtection } from '#ui/hooks/use-backup-status.ts';
import { useHasTablets } from '#ui/hooks/use-has-tablets.ts';
import { useLive } from '#ui/hooks/use-live.ts';
import { useSettings, useToday } from '#ui/hooks/use-shop.ts';
import { Card } from '#ui/parts/layout/card.tsx';
import { formatRoute } from '#ui/routes.ts';
import { DocumentKeys } from '#ui/screens/paper/document-keys.tsx';
import { pageFootWords } from '#ui/screens/paper/page-foot-words.ts';
import { m } from '#ui/messages.ts';
import './lost-tablet-card.css';
import { personalDataText, lostTabletSteps } from './lost-tablet-text.ts';

/** What to do when the tablet is gone, and the same on paper: by then this page is gone too. */
export function LostTabletCard(): JSX.Element {
  const { paper, shopName } = useSettings();
  const today = useToday();
  const lock = useBackupProtection();
  const personalData = useLive(({ db }) => readPersonalDataSummary(db), []);
  const what = personalData.state === 'ready' ? personalDataText(personalData.value) : '';
  const isShared = useHasTablets();
  const steps = lostTabletSteps({ lock: lock.kind, address: appAddress(), isShared });
  // One text: the steps are made anew with each drawing and say the same.
  const stepText = steps.join('\n');
  const document = useMemo(
    () => lostTabletDocument({ paper, shopName, today, what, stepText }),
    [paper, shopName, today, what, stepText],
  );
  return (
    <Card
      title={m.protection_lost_title()}
      actions={
        what === '' ? null : (
          <DocumentKeys
            document={document}
            name={m.protection_lost_title()}
            printWord={m.protection_lost_print()}
          />
        )
      }
    >
      <p>{what}</p>
      <ol class="lost-tablet-card_steps">
        {steps.map((step, place) => (
          <li key={place}>{step}</li>
        ))}
      </ol>
      <p>{m.protection_lost_now()}</p>
    </Card>
  );
}

/** What to type on another tablet: nothing else brings this app there. */
function appAddress(): string {
  return location.origin + formatRoute({ kind: 'counter' });
}

interface LostTabletWords {
  readonly paper: Paper;
  readonly shopName: string;
  readonly today: Day;
  readonly what: string;
  /** One a line. */
  readonly stepText: string;
}

/** For the drawer: what to do when the tablet is gone, with boxes to tick. It names no customer. */
function lostTabletDocument(words: LostTabletWords): DocumentInput {
  const { paper, shopName, today, what, stepText } = words;
  return {
    size: pageSizes[paper],
    head: {
      shop: shopName,
      title: m.protection_lost_title(),
      lead: m.phrase_sheet_made({ day: dayText(today, today), year: today.slice(0, 4) }),
    },
    foot: pageFootWords(today),
    parts: [
      { kind: 'line', text: what },
      ...stepText.split('\n').map((text) => ({ kind: 'step', text }) as const),
      { kind: 'blank', text: m.protection_lost_when() },
      { kind: 'blank', text: m.protection_lost_told() },
    ],
  };
}
