import type { JSX } from 'preact';
import type { DoingNext } from '#domain/doing.ts';
import { nextText, nextTitle } from '#i18n/doing-hours.ts';
import { useRoster } from '../../hooks/use-roster.ts';
import { useToday } from '../../hooks/use-today.ts';
import { Card } from '../../parts/card.tsx';
import { formatRoute } from '../../routes.ts';
import { m } from '../../words.ts';
import './next-card.css';

export interface NextCardProps {
  readonly next: DoingNext;
}

/** The next open day: how many known people, as a range, and who is likeliest. */
export function NextCard({ next }: NextCardProps): JSX.Element {
  const { roster } = useRoster();
  const likely = next.likely.flatMap((id) => roster.person(id) ?? []);
  return (
    <Card title={nextTitle(next, useToday())}>
      {next.range === null ? (
        <p>{nextText(next)}</p>
      ) : (
        <>
          <p class="type_lead next-card_range">{nextText(next)}</p>
          <p class="type_small type_sub">{m.insights_next_range_words()}</p>
          {likely.length === 0 ? (
            <p class="next-card_likely">{m.insights_next_nobody()}</p>
          ) : (
            <>
              <h3 class="next-card_likely type_small type_sub">{m.insights_next_likely()}</h3>
              <ul class="next-card_names">
                {likely.map(({ id, card }) => (
                  <li key={id}>
                    <a class="next-card_name" href={formatRoute({ kind: 'person', id })}>
                      <bdi>{card.name}</bdi>
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
