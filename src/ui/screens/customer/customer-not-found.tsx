import type { JSX } from 'preact';
import { cancelErasure } from '#app/customers/erasure.ts';
import type { CustomerId } from '#domain/customers/customer.ts';
import { dayText } from '#i18n/format.ts';
import type { Day } from '#lib/day.ts';
import { useDeps, useToday } from '#ui/hooks/use-shop.ts';
import { useAction } from '#ui/hooks/use-action.ts';
import { Button, ButtonLink } from '#ui/parts/controls/button.tsx';
import { Empty } from '#ui/parts/feedback/empty.tsx';
import { Card } from '#ui/parts/layout/card.tsx';
import { Page } from '#ui/parts/layout/page.tsx';
import { formatRoute } from '#ui/routes.ts';
import { m } from '#ui/messages.ts';

export function CustomerNotFound(): JSX.Element {
  const people = formatRoute({ kind: 'people' });
  return (
    <Page title={m.people_title()}>
      <Empty
        title={m.customer_nobody()}
        action={<ButtonLink href={people}>{m.customer_nobody_action()}</ButtonLink>}
      >
        {m.customer_nobody_hint()}
      </Empty>
    </Page>
  );
}

export interface ErasedCustomerProps {
  readonly id: CustomerId;
  readonly name: string;
  readonly goneOn: Day;
}

/** Somebody who will be gone in a while: the way back. */
export function ErasedCustomer({ id, name, goneOn }: ErasedCustomerProps): JSX.Element {
  const deps = useDeps();
  const today = useToday();
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
