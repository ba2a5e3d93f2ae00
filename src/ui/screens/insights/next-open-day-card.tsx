import type { JSX } from 'preact';
import type { NextDayForecast } from '#domain/week/insights.ts';
import { nextText, nextTitle } from '#i18n/insights-hours.ts';
import { useRoster } from '#ui/hooks/use-roster.ts';
import { useToday } from '#ui/hooks/use-shop.ts';
import { Card } from '#ui/parts/layout/card.tsx';
import { formatRoute } from '#ui/routes.ts';
import { m } from '#ui/messages.ts';
import './next-open-day-card.css';

/** The next open day: how many known people, as a range, and who is likeliest. */
export function NextOpenDayCard({ next }: { readonly next: NextDayForecast }): JSX.Element {
  const { roster } = useRoster();
  const likely = next.likely.flatMap((id) => roster.person(id) ?? []);
  return (
    <Card title={nextTitle(next, useToday())}>
      {next.range === null ? (
        <p>{nextText(next)}</p>
      ) : (
        <>
          <p class="type_lead next-open-day-card_range">{nextText(next)}</p>
          <p class="type_small type_sub">{m.insights_next_range_words()}</p>
          {likely.length === 0 ? (
            <p class="insights_above">{m.insights_next_nobody()}</p>
          ) : (
            <>
              <h3 class="insights_above type_small type_sub">{m.insights_next_likely()}</h3>
              <ul class="line next-open-day-card_names">
                {likely.map(({ id, customer }) => (
                  <li key={id}>
                    <a class="next-open-day-card_name" href={formatRoute({ kind: 'person', id })}>
                      <bdi>{customer.name}</bdi>
                    </a>
                  </li>
                ))}
              </ul>
            </>
          )}
        </>
      )}
    </Card>
  );
}
