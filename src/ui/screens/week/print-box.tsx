import type { JSX } from 'preact';
import type { GestureWithCustomer } from '#app/week/gesture-with-customer.ts';
import { countText } from '#i18n/format.ts';
import { ButtonLink } from '#ui/parts/controls/button.tsx';
import { OwnerIcon } from '#ui/parts/icons/owner-icon.tsx';
import { formatRoute } from '#ui/routes.ts';
import { m } from '#ui/messages.ts';

export interface PrintBoxProps {
  readonly waiting: readonly GestureWithCustomer[];
}

export function PrintBox({ waiting }: PrintBoxProps): JSX.Element {
  const cards = waiting.filter(({ gesture }) => gesture.kind === 'card').length;
  return (
    <div class="week_print">
      <ButtonLink
        kind="primary"
        href={formatRoute({ kind: 'print' })}
        icon={<OwnerIcon name="printer" size="beside" />}
      >
        {m.week_print()}
      </ButtonLink>
      <p class="week_print-what type_small type_sub">
        {cards === 0
          ? m.week_print_list_only()
          : m.week_print_what({ count: cards, words: countText(cards) })}
      </p>
    </div>
  );
}
