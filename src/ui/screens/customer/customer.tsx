import { useMemo, useRef, useState } from 'preact/hooks';
import type { JSX } from 'preact';
import {
  readCustomerPage,
  customersSentBy,
  firstVisitsShown,
  storyPageSize,
  type CustomerDetails,
} from '#app/customers/customer-page.ts';
import type { QueryState } from '#app/watch-query.ts';
import type { CustomerId } from '#domain/customers/customer.ts';
import { useToday } from '#ui/hooks/use-shop.ts';
import { useLive } from '#ui/hooks/use-live.ts';
import { useSegments, useRoster } from '#ui/hooks/use-roster.ts';
import { Button, ButtonLink } from '#ui/parts/controls/button.tsx';
import { Icon } from '#ui/parts/icons/icon.tsx';
import { OwnerIcon } from '#ui/parts/icons/owner-icon.tsx';
import { Columns, Page } from '#ui/parts/layout/page.tsx';
import { formatRoute } from '#ui/routes.ts';
import { m } from '#ui/messages.ts';
import { About } from './about.tsx';
import { CounterHintsCard } from './counter-hints-card.tsx';
import { CustomerLead } from './customer-lead.tsx';
import { CustomerNotFound, ErasedCustomer } from './customer-not-found.tsx';
import { CustomerNotices } from './customer-notices.tsx';
import { CustomerSheet, type OpenSheet } from '#ui/screens/customer-sheets/customer-sheet.tsx';
import { GestureHistory } from './gesture-history.tsx';
import { HouseholdCard } from '#ui/screens/household/household-card.tsx';
import { LogNotice, useLogging } from './log-visit.tsx';
import { OverruledNotices } from './overruled-notices.tsx';
import { PerksCard } from './perks-card.tsx';
import { PermissionsCard } from './permissions-card.tsx';
import { ReferralsCard } from './referrals-card.tsx';
import { Story } from './story.tsx';
import { YearAhead } from './year-ahead.tsx';
import { YearCard } from './year-card.tsx';
import './customer.css';

export function CustomerScreen({ id }: { readonly id: CustomerId }): JSX.Element | null {
  const today = useToday();
  const [visits, setVisits] = useState(firstVisitsShown);
  const live = usePreviousResult(
    useLive((deps) => readCustomerPage(deps, { id, visits }, today), [id, visits, today]),
    id,
  );
  if (live.state === 'loading') return null;
  if (live.state === 'failed')
    return (
      <Page title={m.customer_failed()} back={backToPeople()}>
        <p>{m.customer_failed_hint()}</p>
      </Page>
    );
  const page = live.value;
  switch (page.kind) {
    case 'person':
      return <CustomerPage key={id} page={page} onMore={() => setVisits(visits + storyPageSize)} />;
    case 'forgotten':
      return <ErasedCustomer {...page} />;
    case 'nobody':
      return <CustomerNotFound />;
  }
}

/**
 * The last answer about the same `subject` while a further question about it is open, so that
 * "show more" does not empty the page. Nobody's page ever shows somebody else.
 */
function usePreviousResult<T>(live: QueryState<T>, subject: string): QueryState<T> {
  const previous = useRef<{ readonly subject: string; readonly live: QueryState<T> } | null>(null);
  if (live.state !== 'loading') previous.current = { subject, live };
  return previous.current?.subject === subject ? previous.current.live : live;
}

interface CustomerPageProps {
  readonly page: CustomerDetails;
  readonly onMore: () => void;
}

function CustomerPage({ page, onMore }: CustomerPageProps): JSX.Element {
  const now = useRoster();
  const segments = useSegments(now);
  const logging = useLogging(page);
  const [open, setOpen] = useState<OpenSheet | null>(null);
  const { customer, own } = page;
  const sent = useMemo(() => customersSentBy(now.roster, page), [now, page]);
  return (
    <Page
      kind="person"
      title={<bdi>{customer.name}</bdi>}
      aside={customer.cue === '' ? undefined : customer.cue}
      lead={<CustomerLead page={page} segments={segments} onOpen={setOpen} />}
      back={backToPeople()}
      actions={
        <>
          <Button kind="primary" icon={<Icon name="bell" size="beside" />} onPress={logging.log}>
            {m.customer_log()}
          </Button>
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
      <CustomerNotices page={page} />
      <OverruledNotices id={own.id} />
      <Columns kind="even">
        <CounterHintsCard page={page} />
        <YearCard page={page} />
      </Columns>
      <div class="customer_story">
        <Columns kind="story">
          <Story page={page} onOpen={setOpen} onMore={onMore} />
          <div>
            <PerksCard page={page} now={now} />
            <GestureHistory page={page} />
            <YearAhead page={page} word={segments?.referralReasonsOf(own.id) ?? []} />
            <ReferralsCard page={page} sent={sent} />
            <About page={page} />
            <HouseholdCard page={page} />
            <PermissionsCard page={page} />
          </div>
        </Columns>
      </div>
      {open === null ? null : (
        <CustomerSheet
          open={open}
          customer={customer}
          hasWaiting={page.waiting !== null}
          onClose={() => setOpen(null)}
        />
      )}
    </Page>
  );
}

function backToPeople(): { readonly href: string; readonly word: string } {
  return { href: formatRoute({ kind: 'people' }), word: m.customer_back() };
}
