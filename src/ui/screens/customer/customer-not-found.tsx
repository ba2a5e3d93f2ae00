import type { JSX } from 'preact';
import { ButtonLink } from '#ui/parts/controls/button.tsx';
import { Empty } from '#ui/parts/feedback/empty.tsx';
import { Page } from '#ui/parts/layout/page.tsx';
import { formatRoute } from '#ui/routes.ts';
import { m } from '#ui/messages.ts';

/** An address that names nobody, or nobody any more. */
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
