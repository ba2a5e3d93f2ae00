import type { JSX } from 'preact';
import type { KindBook } from '#app/customers/segment-index.ts';
import { lastSeenOn } from '#app/customers/customer-list.ts';
import type { Person } from '#app/customers/roster.ts';
import { dayWords } from '#i18n/story.ts';
import type { Day } from '#lib/day.ts';
import { useKinds, useRoster } from '#ui/hooks/use-roster.ts';
import { useToday } from '#ui/hooks/use-today.ts';
import { KindBadge } from '#ui/parts/customers/segment-badge.tsx';
import { PersonLine } from '#ui/parts/customers/customer-line.tsx';
import { RowList } from '#ui/parts/layout/row.tsx';
import { formatRoute } from '#ui/routes.ts';
import { m } from '#ui/messages.ts';

const badgesShown = 2;

export interface PersonLinesProps {
  readonly people: readonly Person[];
}

/** People one under another, each with kind and last day, leading to their page. */
export function PersonLines({ people }: PersonLinesProps): JSX.Element {
  const kinds = useKinds(useRoster());
  const today = useToday();
  return (
    <RowList>
      {people.map((person) => (
        <PersonLine
          key={person.id}
          name={person.card.name}
          cue={person.card.cue}
          lastSeen={lastSeenWords(person, today)}
          badges={<Badges person={person} kinds={kinds} />}
          href={formatRoute({ kind: 'person', id: person.id })}
        />
      ))}
    </RowList>
  );
}

interface BadgesProps {
  readonly person: Person;
  readonly kinds: KindBook | null;
}

function Badges({ person, kinds }: BadgesProps): JSX.Element[] | null {
  if (kinds === null) return null;
  return kinds
    .kindsOf(person.id)
    .slice(0, badgesShown)
    .map(({ kind }) => <KindBadge key={kind} kind={kind} />);
}

function lastSeenWords(person: Person, today: Day): string {
  const day = lastSeenOn(person);
  return day === null
    ? m.people_not_here_yet()
    : m.people_last_here({ when: dayWords(day, today) });
}
