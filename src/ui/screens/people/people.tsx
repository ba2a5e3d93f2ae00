import { useState } from 'preact/hooks';
import type { JSX } from 'preact';
import { blankForm, formToText } from '#app/customers/form/customer-form.ts';
import { openFormDraft, newCustomerFormName } from '#app/customers/form/form-drafts.ts';
import { everybody, formatPeopleFilter } from '#domain/customers/people-filter.ts';
import { numberText } from '#i18n/format.ts';
import { useDelay } from '#ui/hooks/use-delay.ts';
import { useDeps, useNavigate } from '#ui/hooks/use-shop.ts';
import { useCustomerList } from '#ui/hooks/use-customer-list.ts';
import { useRoster, useSegments } from '#ui/hooks/use-roster.ts';
import { Button, ButtonLink } from '#ui/parts/controls/button.tsx';
import { Card } from '#ui/parts/layout/card.tsx';
import { Empty } from '#ui/parts/feedback/empty.tsx';
import { TextField } from '#ui/parts/controls/field.tsx';
import { Icon } from '#ui/parts/icons/icon.tsx';
import { Page } from '#ui/parts/layout/page.tsx';
import { Row, RowList } from '#ui/parts/layout/row.tsx';
import { HelpLink } from '#ui/screens/help/help-link.tsx';
import { formatRoute } from '#ui/routes.ts';
import { m } from '#ui/messages.ts';
import './people.css';
import { CustomerLines, type CustomerLinesProps } from './customer-lines.tsx';
import { PendingErasures } from './pending-erasures.tsx';

const pageSize = 30;
/** Longer than the badges of a small shop take on a slow tablet. */
const badgesMs = 600;

/** All customers: found by a few letters, the likeliest first. */
export function PeopleScreen(): JSX.Element {
  const now = useRoster();
  const segments = useSegments(now);
  const [typed, setTyped] = useState('');
  const [limit, setLimit] = useState(pageSize);
  const people = useCustomerList(now, { typed, limit });
  const count = now.roster.people().size;
  // A badge that comes later makes its line higher: a small shop waits for them, a large one reads.
  const isLate = useDelay(badgesMs);
  const isShown = people !== null && (segments !== null || isLate);
  const isFinding = typed.trim() !== '';
  return (
    <Page
      title={m.people_title()}
      aside={count === 0 ? undefined : m.people_count({ count, text: numberText(count) })}
      actions={<PeopleKeys isEmpty={count === 0} />}
    >
      {count === 0 ? (
        <Empty title={m.people_empty()} action={<HelpLink name="list" />}>
          {m.people_empty_hint()}
        </Empty>
      ) : (
        <div class="people">
          <TextField
            label={m.people_find()}
            hint={m.people_find_hint()}
            type="search"
            size="large"
            value={typed}
            onInput={setTyped}
          />
          {isShown ? (
            <>
              <Found people={people} segments={segments} typed={typed.trim()} />
              {isFinding || count <= limit ? null : (
                <Button width="full" onPress={() => setLimit(limit + pageSize)}>
                  {m.people_show_more()}
                </Button>
              )}
            </>
          ) : null}
        </div>
      )}
      {count > 1 && isShown ? <DoublesLink /> : null}
      {count === 0 || isShown ? <PendingErasures /> : null}
    </Page>
  );
}

function PeopleKeys({ isEmpty }: { readonly isEmpty: boolean }): JSX.Element {
  return (
    <>
      {isEmpty ? null : <AllPeopleLink />}
      <ButtonLink
        kind="primary"
        icon={<Icon name="plus" size="beside" />}
        href={formatRoute({ kind: 'new-person' })}
      >
        {m.people_add()}
      </ButtonLink>
    </>
  );
}

function AllPeopleLink(): JSX.Element {
  const list = formatPeopleFilter(everybody);
  return (
    <ButtonLink href={formatRoute({ kind: 'people-list', as: 'list', list })}>
      {m.people_all()}
    </ButtonLink>
  );
}

interface FoundProps extends CustomerLinesProps {
  readonly typed: string;
}

function Found({ people, segments, typed }: FoundProps): JSX.Element {
  if (people.length === 0)
    return (
      <Empty title={m.people_none_found({ typed })} action={<AddTyped typed={typed} />}>
        {m.people_none_found_hint()}
      </Empty>
    );
  return (
    <Card
      title={
        typed === ''
          ? m.people_likely()
          : m.people_found({ count: people.length, text: numberText(people.length) })
      }
    >
      <CustomerLines people={people} segments={segments} />
    </Card>
  );
}

// The typed name goes along as a form draft, so that it need not be typed again.
function AddTyped({ typed }: { readonly typed: string }): JSX.Element {
  const deps = useDeps();
  const navigate = useNavigate();
  function add(): void {
    openFormDraft(deps, newCustomerFormName).save(formToText(blankForm(typed)));
    navigate({ kind: 'new-person' });
  }
  return <Button onPress={add}>{m.people_add_typed({ typed })}</Button>;
}

function DoublesLink(): JSX.Element {
  return (
    <div class="people_doubles">
      <Card>
        <RowList>
          <Row
            icon={<Icon name="person" />}
            title={m.doubles_row()}
            hint={m.doubles_row_hint()}
            href={formatRoute({ kind: 'doubles' })}
          />
          <Row
            icon={<Icon name="mail" />}
            title={m.messages_row()}
            hint={m.messages_row_hint()}
            href={formatRoute({ kind: 'messages' })}
          />
          <Row
            icon={<Icon name="heart" />}
            title={m.learn_title()}
            hint={m.learn_row_hint()}
            href={formatRoute({ kind: 'learn-names' })}
          />
        </RowList>
      </Card>
    </div>
  );
}
