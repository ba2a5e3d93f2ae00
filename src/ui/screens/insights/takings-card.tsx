import type { JSX } from 'preact';
import type { Takings } from '#domain/week/insights.ts';
import { basketText, takingsText } from '#i18n/insights-hours.ts';
import { useSettings } from '#ui/hooks/use-shop.ts';
import { Card } from '#ui/parts/layout/card.tsx';
import { YearStripChart } from '#ui/parts/charts/year-strip.tsx';
import { m } from '#ui/messages.ts';
import { monthsIn } from './weeks-card.tsx';

/** What was taken week by week, and what an average basket was. */
export function TakingsCard({ takings }: { readonly takings: Takings }): JSX.Element {
  const { currency } = useSettings();
  const [sums, baskets] = [takingsText(takings, currency), basketText(takings, currency)];
  const months = monthsIn(takings);
  return (
    <Card title={m.insights_takings()}>
      <div class="insights_year">
        <p>{sums}</p>
        <div class="insights_strip">
          <YearStripChart weeks={takings.weeks} months={months} label={sums} />
        </div>
        {baskets === undefined ? null : (
          <>
            <p>{baskets}</p>
            <div class="insights_strip">
              <YearStripChart
                weeks={takings.baskets.map((basket) => basket ?? 0)}
                months={months}
                label={baskets}
              />
            </div>
          </>
        )}
        <p class="type_small type_sub">{m.insights_takings_foot()}</p>
      </div>
    </Card>
  );
}
