import type { JSX } from 'preact';
import type { CustomerDetails } from '#app/customers/customer-page.ts';
import { countText, dayText, weekdayText, countFirst } from '#i18n/format.ts';
import { dayWords, shortMonth } from '#i18n/story.ts';
import { addDays, dayAt, type Day } from '#lib/day.ts';
import { useToday } from '#ui/hooks/use-shop.ts';
import { Card } from '#ui/parts/layout/card.tsx';
import { YearStripChart } from '#ui/parts/charts/year-strip.tsx';
import { m } from '#ui/messages.ts';
import './year-card.css';

/** Too near the end of the strip for a month's name to fit. */
const lastNamedWeek = 49;

export function YearCard({ page }: { readonly page: CustomerDetails }): JSX.Element {
  const today = useToday();
  const { weeks, months } = page.year;
  const weeksWithVisit = weeks.filter((count) => count > 0).length;
  return (
    <Card title={m.customer_year()}>
      <div class="year-card">
        <p class="type_lead year-card_sentence">
          <span>{rhythmWords(page)}</span> <span>{lastWords(page, today)}</span>{' '}
          <span>{expectedWords(page, today)}</span>
        </p>
        {page.interval === null ? null : (
          <p class="type_sub type_small">{gapsWords(page.interval)}</p>
        )}
        <YearStripChart
          weeks={weeks}
          months={months
            .filter(({ week }) => week <= lastNamedWeek)
            .map(({ week, first }) => ({ week, word: shortMonth(first) }))}
          label={m.customer_year_picture({ weeks: weeksWithVisit })}
        />
      </div>
    </Card>
  );
}

// One gap is no rhythm yet.
function rhythmWords({ features }: CustomerDetails): string {
  const count = features.year.visitDays;
  if (count === 0) return features.last === null ? '' : m.customer_year_none();
  const { interval } = features;
  if (interval === null || interval.gaps < 2) return m.customer_year_visits({ count });
  const days = Math.max(1, Math.round(interval.medianDays));
  return m.customer_year_rhythm({ count, days, words: countText(days) });
}

// The figures behind the rhythm, so that anybody can check it.
function gapsWords({ within, of, low, high }: NonNullable<CustomerDetails['interval']>): string {
  const counted = { within: countFirst(within), of: countText(of) };
  return low === high
    ? m.customer_year_gaps_same({ ...counted, days: low, words: countText(low) })
    : m.customer_year_gaps({ ...counted, low: countText(low), high: countText(high) });
}

function expectedWords({ forecast }: CustomerDetails, today: Day): string {
  const by = forecast?.expectedBy ?? null;
  if (by === null) return '';
  if (by === addDays(today, 1)) return m.customer_expected_tomorrow();
  const isThisWeek = by < addDays(today, 7);
  return m.customer_expected({ day: isThisWeek ? weekdayText(by) : dayText(by, today) });
}

function lastWords({ features }: CustomerDetails, today: Day): string {
  if (features.last === null) return m.customer_year_never();
  const last = dayAt(features.last);
  if (last === today) return m.customer_year_last_today();
  return m.customer_year_last({ when: dayWords(last, today) });
}
