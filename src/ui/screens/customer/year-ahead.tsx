import { useId } from 'preact/hooks';
import type { JSX } from 'preact';
import type { CustomerDetails } from '#app/customers/customer-page.ts';
import type { Reason } from '#domain/week/reason.ts';
import { moneyShort } from '#i18n/format.ts';
import { reasonSentence } from '#i18n/reasons.ts';
import { useSettings } from '#ui/hooks/use-shop.ts';
import { m } from '#ui/messages.ts';
import { useWording } from '#ui/screens/week/use-wording.ts';
import { AboutFact } from './about.tsx';
import { aheadMoneyText, aheadVisitsText } from './ahead-text.ts';
import './year-ahead.css';

export interface YearAheadProps {
  readonly page: CustomerDetails;
  /** How they spread the word so far; empty until everybody was compared. */
  readonly word: readonly Reason[];
}

/** What to expect of somebody, never as one figure: visits, money, and the people they bring. */
export function YearAhead({ page, word }: YearAheadProps): JSX.Element {
  const id = useId();
  const wording = useWording();
  const { amounts, currency } = useSettings();
  const { worth } = page;
  const spend = amounts ? (worth?.spend ?? null) : null;
  return (
    <section class="year-ahead" aria-labelledby={id}>
      <h2 class="type_section" id={id}>
        {m.customer_ahead()}
      </h2>
      {worth === null ? <p class="type_sub">{waitingWords(page)}</p> : null}
      <dl>
        {worth === null ? null : (
          <AboutFact what={m.customer_ahead_visits()}>{aheadVisitsText(worth.visits)}</AboutFact>
        )}
        {spend === null || spend.high === 0 ? null : (
          <AboutFact
            what={m.customer_ahead_spend({ amount: moneyShort(spend.perVisit, currency) })}
          >
            {aheadMoneyText(spend, currency)}
          </AboutFact>
        )}
        {word.length === 0 ? null : (
          <AboutFact what={m.customer_ahead_word()}>
            {word.map((reason) => (
              <span class="year-ahead_line" key={reason.code}>
                {reasonSentence(reason, wording)}
              </span>
            ))}
          </AboutFact>
        )}
      </dl>
      {worth === null ? null : <p class="type_sub type_small">{m.customer_ahead_foot()}</p>}
    </section>
  );
}

function waitingWords({ forecast, features }: CustomerDetails): string {
  if (features.visitDays > 0 && forecast?.basis === 'new') return m.customer_ahead_new();
  if (forecast === null && features.visitDays > 3) return m.customer_ahead_learning();
  return m.customer_ahead_few({ count: features.visitDays });
}
