import { useState } from 'preact/hooks';
import type { JSX } from 'preact';
import { changeCustomer } from '#app/customers/customers.ts';
import { forgetCustomer } from '#app/customers/erasure.ts';
import { joinCustomers } from '#app/customers/merge-customers.ts';
import type { Customer, CustomerId } from '#domain/customers/customer.ts';
import { useDeps } from '#ui/hooks/use-shop.ts';
import { useNavigate } from '#ui/hooks/use-navigate.ts';
import { useToday } from '#ui/hooks/use-today.ts';
import { useVerb } from '#ui/hooks/use-action.ts';
import { FieldStack } from '#ui/parts/controls/field.tsx';
import { OwnerIcon } from '#ui/parts/icons/owner-icon.tsx';
import { Row, RowList } from '#ui/parts/layout/row.tsx';
import { Sheet } from '#ui/parts/layout/sheet.tsx';
import { Toggle } from '#ui/parts/controls/toggle.tsx';
import { m } from '#ui/messages.ts';
import { PersonFinder } from './customer-finder.tsx';

export interface PersonMenuProps {
  readonly card: Customer;
  readonly onClose: () => void;
}

/** What is rarely done to a card. Everything here can be taken back. */
export function PersonMenu({ card, onClose }: PersonMenuProps): JSX.Element {
  const [isJoining, setJoining] = useState(false);
  return isJoining ? (
    <JoinSheet card={card} onClose={onClose} />
  ) : (
    <MenuSheet card={card} onClose={onClose} onJoin={() => setJoining(true)} />
  );
}

function MenuSheet(props: PersonMenuProps & { readonly onJoin: () => void }): JSX.Element {
  const { card, onClose, onJoin } = props;
  const deps = useDeps();
  const today = useToday();
  const { run } = useVerb();
  async function forget(): Promise<void> {
    const forgotten = await run(() => forgetCustomer(deps, card.id, today));
    if (forgotten !== undefined) onClose();
  }
  return (
    <Sheet
      title={m.customer_menu({ name: card.name })}
      closeWord={m.customer_close()}
      onClose={onClose}
    >
      <RowList>
        <Row
          icon={<OwnerIcon name="join" />}
          title={m.customer_menu_merge()}
          hint={m.customer_menu_merge_hint()}
          onPress={onJoin}
        />
        <Toggle
          icon={<OwnerIcon name="hand" />}
          label={m.customer_menu_suggest()}
          hint={m.customer_menu_suggest_hint()}
          checked={card.suggestNothing}
          onChange={(suggestNothing) =>
            void run(() => changeCustomer(deps, card.id, { suggestNothing }))
          }
        />
        <Row
          icon={<OwnerIcon name="eye-off" />}
          title={m.customer_menu_forget()}
          hint={m.customer_menu_forget_hint()}
          onPress={() => void forget()}
        />
      </RowList>
    </Sheet>
  );
}

function JoinSheet({ card, onClose }: PersonMenuProps): JSX.Element {
  const deps = useDeps();
  const navigate = useNavigate();
  const { run } = useVerb();
  async function join(id: CustomerId): Promise<void> {
    const done = await run(() => joinCustomers(deps, card.id, id));
    if (done === undefined) return;
    onClose();
    navigate({ kind: 'person', id: done.survivor.id });
  }
  return (
    <Sheet
      title={m.customer_merge_title({ name: card.name })}
      closeWord={m.customer_close()}
      onClose={onClose}
    >
      <FieldStack>
        <p class="type_sub">{m.customer_merge_hint()}</p>
        <PersonFinder
          label={m.customer_merge_find()}
          without={[card.id]}
          onChoose={(id) => void join(id)}
        />
      </FieldStack>
    </Sheet>
  );
}
