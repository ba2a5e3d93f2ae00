import { useMemo, useState } from 'preact/hooks';
import type { JSX } from 'preact';
import {
  readCustomerPage,
  customersSentBy,
  storyPageSize,
  type CustomerDetails,
} from '#app/customers/customer-page.ts';
import { cancelErasure } from '#app/customers/erasure.ts';
import { unmergeCustomer } from '#app/customers/merge-customers.ts';
import type { Customer, CustomerId } from '#domain/customers/customer.ts';
import type { Moment } from '#domain/visits/moment.ts';
import type { SegmentCriteria } from '#domain/week/segment-criteria.ts';
import type { Membership } from '#domain/week/segment.ts';
import type { Visit } from '#domain/visits/visit.ts';
import { dayText, monthYearText } from '#i18n/format.ts';
import { hourWords, weekdaysWords } from '#i18n/story.ts';
import { dayAt, type Day } from '#lib/day.ts';
import { useDeps, useSettings, useToday } from '#ui/hooks/use-shop.ts';
import { usePreviousResult } from './use-previous-result.ts';
import { useLive } from '#ui/hooks/use-live.ts';
import { useSegments, useRoster } from '#ui/hooks/use-roster.ts';
import { useAction } from '#ui/hooks/use-action.ts';
import { Button, ButtonLink } from '#ui/parts/controls/button.tsx';
import { Card } from '#ui/parts/layout/card.tsx';
import { SegmentBadge } from '#ui/parts/customers/segment-badge.tsx';
import { OwnerIcon } from '#ui/parts/icons/owner-icon.tsx';
import { Columns, Page } from '#ui/parts/layout/page.tsx';
import { formatRoute } from '#ui/routes.ts';
import { m } from '#ui/messages.ts';
import { About } from './about.tsx';
import { GestureHistory } from './gesture-history.tsx';
import { EarlierVisitSheet } from './earlier-visit-sheet.tsx';
import { SegmentSheet } from './segment-sheet.tsx';
import { LogButton, LogNotice, useLogging } from './log-visit.tsx';
import { MomentSheet } from './moment-sheet.tsx';
import { CounterHintsCard } from './counter-hints-card.tsx';
import { CustomerNotFound } from './customer-not-found.tsx';
import { CustomerMenu } from './customer-menu.tsx';
import { CustomerNotices } from './customer-notices.tsx';
import { Story } from './story.tsx';
import { VisitSheet } from './visit-sheet.tsx';
import { YearAhead } from './year-ahead.tsx';
import { YearCard } from './year-card.tsx';
import './customer.css';

export interface CustomerScreenProps {
  readonly id: CustomerId;
}

/** The owner's page about one person. */
export function CustomerScreen({ id }: CustomerScreenProps): JSX.Element | null {
  const today = useToday();
  const [visits, setVisits] = useState(storyPageSize);
  const asked = useLive(
    (deps) => readCustomerPage(deps, { id, visits }, today),
    [id, visits, today],
  );
  const live = usePreviousResult(asked, id);
  const back = { href: formatRoute({ kind: 'people' }), word: m.customer_back() };
  if (live.state === 'loading') return null;
  if (live.state === 'failed')
    return (
      <Page title={m.customer_failed()} back={back}>
        <p>{m.customer_failed_hint()}</p>
      </Page>
    );
  const page = live.value;
  if (page.kind === 'person')
    return (
      <CustomerDetails key={id} page={page} onMore={() => setVisits(visits + storyPageSize)} />
    );
  return page.kind === 'forgotten' ? (
    <ErasureNotice {...page} today={today} />
  ) : (
    <CustomerNotFound />
  );
}

type Open =
  | { readonly kind: 'menu' | 'earlier' | 'note' }
  | {
      readonly kind: 'kinds';
      readonly memberships: readonly Membership[];
      readonly inParts: readonly SegmentCriteria[];
    }
  | { readonly kind: 'visit'; readonly visit: Visit }
  | { readonly kind: 'moment'; readonly moment: Moment };

interface CustomerDetailsProps {
  readonly page: CustomerDetails;
  readonly onMore: () => void;
}

function CustomerDetails({ page, onMore }: CustomerDetailsProps): JSX.Element {
  const deps = useDeps();
  const settings = useSettings();
  const today = useToday();
  const now = useRoster();
  const kinds = useSegments(now);
  const logging = useLogging(page);
  const { run } = useAction();
  const [open, setOpen] = useState<Open | null>(null);
  const { card, own } = page;
  const sent = useMemo(() => customersSentBy(now.roster, page), [now, page]);
  return (
    <Page
      kind="person"
      title={<bdi>{card.name}</bdi>}
      aside={card.cue === '' ? undefined : card.cue}
      lead={
        <Lead
          page={page}
          memberships={kinds?.segmentsOf(own.id) ?? null}
          onWhy={(memberships) =>
            setOpen({ kind: 'kinds', memberships, inParts: kinds?.criteriaOf(own.id) ?? [] })
          }
        />
      }
      back={{ href: formatRoute({ kind: 'people' }), word: m.customer_back() }}
      actions={
        <>
          <LogButton logging={logging} />
          <ButtonLink href={formatRoute({ kind: 'edit-person', id: own.id })}>
            {m.customer_edit()}
          </ButtonLink>
          <Button
            label={m.customer_more()}
            icon={<OwnerIcon name="more" />}
            onPress={() => setOpen({ kind: 'menu' })}
          />
        </>
      }
    >
      <LogNotice page={page} logging={logging} />
      <CustomerNotices page={page} today={today} />
      <Columns kind="even">
        <CounterHintsCard page={page} today={today} />
        <YearCard page={page} today={today} />
      </Columns>
      <div class="customer_story">
        <Columns kind="story">
          <Story
            page={page}
            settings={settings}
            today={today}
            onVisit={(visit) => setOpen({ kind: 'visit', visit })}
            onMoment={(moment) => setOpen({ kind: 'moment', moment })}
            onEarlier={() => setOpen({ kind: 'earlier' })}
            onNote={() => setOpen({ kind: 'note' })}
            onMore={onMore}
          />
          <div>
            <GestureHistory page={page} today={today} />
            <YearAhead page={page} word={kinds?.referralReasonsOf(own.id) ?? []} />
            <About
              page={page}
              sent={sent}
              today={today}
              onUnmerge={(joined) => void run(() => unmergeCustomer(deps, joined.id))}
            />
          </div>
        </Columns>
      </div>
      <OpenSheet open={open} card={card} onClose={() => setOpen(null)} />
    </Page>
  );
}

function OpenSheet(props: {
  readonly open: Open | null;
  readonly card: Customer;
  readonly onClose: () => void;
}): JSX.Element | null {
  const { open, card, onClose } = props;
  if (open === null) return null;
  switch (open.kind) {
    case 'menu':
      return <CustomerMenu card={card} onClose={onClose} />;
    case 'kinds':
      return (
        <SegmentSheet
          name={card.name}
          memberships={open.memberships}
          inParts={open.inParts}
          onClose={onClose}
        />
      );
    case 'earlier':
      return <EarlierVisitSheet customerId={card.id} onClose={onClose} />;
    case 'note':
      return <MomentSheet customerId={card.id} moment={null} onClose={onClose} />;
    case 'visit':
      return <VisitSheet visit={open.visit} onClose={onClose} />;
    case 'moment':
      return <MomentSheet customerId={card.id} moment={open.moment} onClose={onClose} />;
  }
}

interface LeadProps {
  readonly page: CustomerDetails;
  /** Null until the shop was looked at. */
  readonly memberships: readonly Membership[] | null;
  readonly onWhy: (memberships: readonly Membership[]) => void;
}

/** What kind of customer, since when, and when they usually come. */
function Lead({ page, memberships, onWhy }: LeadProps): JSX.Element {
  return (
    <>
      {memberships?.length === 0 ? <SegmentBadge segment={null} /> : null}
      {memberships?.map(({ segment }) => (
        <SegmentBadge key={segment} segment={segment} />
      ))}
      {memberships === null ||
      (memberships.length === 0 && page.features.visitDays === 0) ? null : (
        <Button
          kind="link"
          label={m.customer_segments_why_long({ name: page.card.name })}
          onPress={() => onWhy(memberships)}
        >
          {m.customer_segments_why()}
        </Button>
      )}
      <span>{leadWords(page)}</span>
    </>
  );
}

function leadWords({ card, features }: CustomerDetails): string {
  const words = [
    features.first === null
      ? ''
      : m.customer_since({ month: monthYearText(dayAt(features.first)) }),
    usuallyWords(features),
    card.passingThrough ? m.customer_passing_through() : '',
    card.suggestNothing ? m.customer_suggest_nothing() : '',
  ];
  return words.filter((part) => part !== '').join(' ');
}

function usuallyWords({ weekday, hour }: CustomerDetails['features']): string {
  const days = weekday === null ? null : weekdaysWords(weekday.weekday);
  const hours =
    hour === null ? null : { from: hourWords(hour.fromHour), to: hourWords(hour.fromHour + 2) };
  if (days !== null)
    return hours === null
      ? m.customer_usually_days({ days })
      : m.customer_usually_days_hours({ days, ...hours });
  return hours === null ? '' : m.customer_usually_hours(hours);
}

interface ErasureNoticeProps {
  readonly id: CustomerId;
  readonly name: string;
  readonly goneOn: Day;
  readonly today: Day;
}

function ErasureNotice({ id, name, goneOn, today }: ErasureNoticeProps): JSX.Element {
  const deps = useDeps();
  const { run, isRunning } = useAction();
  return (
    <Page
      title={m.customer_forgotten({ name })}
      back={{ href: formatRoute({ kind: 'people' }), word: m.customer_back() }}
    >
      <Card
        actions={
          <Button busy={isRunning} onPress={() => void run(() => cancelErasure(deps, id))}>
            {m.customer_restore()}
          </Button>
        }
      >
        <p>{m.customer_forgotten_hint({ day: dayText(goneOn, today) })}</p>
      </Card>
    </Page>
  );
}
