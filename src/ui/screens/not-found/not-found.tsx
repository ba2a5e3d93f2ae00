import type { JSX } from 'preact';
import { ButtonLink } from '#ui/parts/controls/button.tsx';
import { Empty } from '#ui/parts/feedback/empty.tsx';
import { formatRoute } from '#ui/routes.ts';
import { m } from '#ui/messages.ts';
import './not-found.css';

export function NotFoundScreen(): JSX.Element {
  return (
    <div class="not-found">
      <Empty
        title={m.shell_not_found_title()}
        heading="page"
        action={
          <ButtonLink kind="primary" href={formatRoute({ kind: 'counter' })}>
            {m.shell_to_counter()}
          </ButtonLink>
        }
      >
        {m.shell_not_found_words()}
      </Empty>
    </div>
  );
}
