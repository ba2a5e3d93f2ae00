import type { JSX } from 'preact';
import { ButtonLink } from '#ui/parts/controls/button.tsx';
import { OwnerIcon } from '#ui/parts/icons/owner-icon.tsx';
import { formatRoute } from '#ui/routes.ts';
import { m } from '#ui/messages.ts';

/** What any list of people can become on paper. */
export function ListKeys({ list }: { readonly list: string }): JSX.Element {
  return (
    <>
      <ButtonLink
        href={formatRoute({ kind: 'people-list', as: 'print', list })}
        icon={<OwnerIcon name="printer" size="beside" />}
      >
        {m.people_list_print()}
      </ButtonLink>
      <ButtonLink href={formatRoute({ kind: 'people-list', as: 'labels', list })}>
        {m.people_list_labels()}
      </ButtonLink>
    </>
  );
}
