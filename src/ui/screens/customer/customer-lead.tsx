import type { JSX } from 'preact';
import type { CustomerDetails } from '#app/customers/customer-page.ts';
import type { SegmentIndex } from '#app/customers/segment-index.ts';
import { monthYearText } from '#i18n/format.ts';
import { hourWords, weekdaysWords } from '#i18n/story.ts';
import { dayAt } from '#lib/day.ts';
import { Button } from '#ui/parts/controls/button.tsx';
import { SegmentBadge } from '#ui/parts/customers/segment-badge.tsx';
import { m } from '#ui/messages.ts';
import type { OpenSheet } from '#ui/screens/customer-sheets/customer-sheet.tsx';

export interface CustomerLeadProps {
  readonly page: CustomerDetails;
  /** Null until everybody was compared. */
  readonly segments: SegmentIndex | null;
  readonly onOpen: (sheet: OpenSheet) => void;
}

/** What kind of customer, since when, and when they usually come. */
export function CustomerLead({ page, segments, onOpen }: CustomerLeadProps): JSX.Element {
  const { customer, features, own } = page;
  const memberships = segments?.segmentsOf(own.id) ?? [];
  // Somebody who never came in comes in no way at all.
  const hasLabels = segments !== null && (memberships.length > 0 || features.visitDays > 0);
  return (
    <>
      {hasLabels && memberships.length === 0 ? <SegmentBadge segment={null} /> : null}
      {memberships.map(({ segment }) => (
        <SegmentBadge key={segment} segment={segment} />
      ))}
      {segments !== null && hasLabels ? (
        <Button
          kind="link"
          label={m.customer_segments_why_long({ name: customer.name })}
          onPress={() =>
            onOpen({ kind: 'segments', memberships, criteria: segments.criteriaOf(own.id) })
          }
        >
          {m.customer_segments_why()}
        </Button>
      ) : null}
      <span>{leadWords(page)}</span>
    </>
  );
}

function leadWords({ customer, features, isKnownFromFirst }: CustomerDetails): string {
  const since = features.first === null ? null : { month: monthYearText(dayAt(features.first)) };
  const sinceWords = isKnownFromFirst ? m.customer_since : m.customer_since_or_longer;
  const words = [
    since === null ? '' : sinceWords(since),
    usuallyWords(features),
    customer.passingThrough ? m.customer_passing_through() : '',
    customer.suggestNothing ? m.customer_suggest_nothing() : '',
  ];
  return words.filter((part) => part !== '').join(' ');
}

function usuallyWords({ weekday, hour }: CustomerDetails['features']): string {
  const days = weekday === null ? null : weekdaysWords(weekday.weekday);
  const hours =
    hour === null ? null : { from: hourWords(hour.fromHour), to: hourWords(hour.fromHour + 2) };
  if (days === null) return hours === null ? '' : m.customer_usually_hours(hours);
  return hours === null
    ? m.customer_usually_days({ days })
    : m.customer_usually_days_hours({ days, ...hours });
}
