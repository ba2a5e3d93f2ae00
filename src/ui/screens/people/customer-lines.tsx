import type { JSX } from 'preact';
import type { SegmentIndex } from '#app/customers/segment-index.ts';
import { lastSeenOn } from '#app/customers/customer-list.ts';
import type { RosterEntry } from '#app/customers/roster.ts';
import { dayWords } from '#i18n/story.ts';
import type { Day } from '#lib/day.ts';
import { useSegments, useRoster } from '#ui/hooks/use-roster.ts';
import { useToday } from '#ui/hooks/use-shop.ts';
import { SegmentBadge } from '#ui/parts/customers/segment-badge.tsx';
import { CustomerLine } from '#ui/parts/customers/customer-line.tsx';
import { RowList } from '#ui/parts/layout/row.tsx';
import { formatRoute } from '#ui/routes.ts';
import { m } from '#ui/messages.ts';

const maxBadges = 2;

export interface CustomerLinesProps {
  readonly people: readonly RosterEntry[];
}

/** People one under another, each with kind and last day, leading to their page. */
export function CustomerLines({ people }: CustomerLinesProps): JSX.Element {
  const kinds = useSegments(useRoster());
  const today = useToday();
  return (
    <RowList>
      {people.map((person) => (
        <CustomerLine
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
  readonly person: RosterEntry;
  readonly kinds: SegmentIndex | null;
}

function Badges({ person, kinds }: BadgesProps): JSX.Element[] | null {
  if (kinds === null) return null;
  return kinds
    .segmentsOf(person.id)
    .slice(0, maxBadges)
    .map(({ segment }) => <SegmentBadge key={segment} segment={segment} />);
}

function lastSeenWords(person: RosterEntry, today: Day): string {
  const day = lastSeenOn(person);
  return day === null
    ? m.people_not_here_yet()
    : m.people_last_here({ when: dayWords(day, today) });
}
