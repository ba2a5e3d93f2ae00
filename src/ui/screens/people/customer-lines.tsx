import type { JSX } from 'preact';
import { lastSeenOn } from '#app/customers/customer-list.ts';
import { distinctionFor } from '#app/customers/distinction-for.ts';
import type { Roster, RosterEntry } from '#app/customers/roster.ts';
import type { SegmentIndex } from '#app/customers/segment-index.ts';
import { dayWords, distinctionText } from '#i18n/story.ts';
import type { Day } from '#lib/day.ts';
import { useRoster } from '#ui/hooks/use-roster.ts';
import { useToday } from '#ui/hooks/use-shop.ts';
import { SegmentBadge } from '#ui/parts/customers/segment-badge.tsx';
import { CustomerLine } from '#ui/parts/customers/customer-line.tsx';
import { RowList } from '#ui/parts/layout/row.tsx';
import { formatRoute } from '#ui/routes.ts';
import { m } from '#ui/messages.ts';

const maxBadges = 2;

export interface CustomerLinesProps {
  readonly people: readonly RosterEntry[];
  /** Null until they are known. */
  readonly segments: SegmentIndex | null;
}

export function CustomerLines({ people, segments }: CustomerLinesProps): JSX.Element {
  const { roster } = useRoster();
  const today = useToday();
  return (
    <RowList>
      {people.map((person) => (
        <CustomerLine
          key={person.id}
          name={person.customer.name}
          cue={cueFor(roster, person, today)}
          lastSeen={lastSeenWords(person, today)}
          badges={segments
            ?.segmentsOf(person.id)
            .slice(0, maxBadges)
            .map(({ segment }) => (
              <SegmentBadge key={segment} segment={segment} />
            ))}
          href={formatRoute({ kind: 'person', id: person.id })}
        />
      ))}
    </RowList>
  );
}

function cueFor(roster: Roster, { id, customer }: RosterEntry, today: Day): string {
  const distinction = distinctionFor(roster, id);
  return distinction === null ? customer.cue : distinctionText(distinction, today);
}

function lastSeenWords(person: RosterEntry, today: Day): string {
  const day = lastSeenOn(person);
  return day === null
    ? m.people_not_here_yet()
    : m.people_last_here({ when: dayWords(day, today) });
}
