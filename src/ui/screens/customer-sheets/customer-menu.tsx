import { useState } from 'preact/hooks';
import type { JSX } from 'preact';
import { changeCustomer } from '#app/customers/customers.ts';
import { scheduleErasure } from '#app/customers/erasure.ts';
import type { Customer } from '#domain/customers/customer.ts';
import { useDeps, useToday, useAction } from '#ui/hooks/use-shop.ts';
import { OwnerIcon } from '#ui/parts/icons/owner-icon.tsx';
import { Row, RowList } from '#ui/parts/layout/row.tsx';
import { Sheet } from '#ui/parts/layout/sheet.tsx';
import { Toggle } from '#ui/parts/controls/toggle.tsx';
import { m } from '#ui/messages.ts';
import { MergeSheet } from './merge-sheet.tsx';

export interface CustomerMenuProps {
  readonly customer: Customer;
  readonly onClose: () => void;
}

/** What is rarely done with a customer. Everything here can be undone. */
export function CustomerMenu({ customer, onClose }: CustomerMenuProps): JSX.Element {
  const [isMerging, setMerging] = useState(false);
  return isMerging ? (
    <MergeSheet customer={customer} onClose={onClose} />
  ) : (
    <MenuSheet customer={customer} onClose={onClose} onMerge={() => setMerging(true)} />
  );
}

function MenuSheet(props: CustomerMenuProps & { readonly onMerge: () => void }): JSX.Element {
  const { customer, onClose, onMerge } = props;
  const { id, name, suggestNothing } = customer;
  const deps = useDeps();
  const today = useToday();
  const { run } = useAction();
  async function erase(): Promise<void> {
    const erased = await run(() => scheduleErasure(deps, id, today));
    if (erased !== undefined) onClose();
  }
  return (
    <Sheet title={m.customer_menu({ name })} closeWord={m.customer_close()} onClose={onClose}>
      <RowList>
        <Row
          icon={<OwnerIcon name="join" />}
          title={m.customer_menu_merge()}
          hint={m.customer_menu_merge_hint()}
          onPress={onMerge}
        />
        <Toggle
          icon={<OwnerIcon name="hand" />}
          label={m.customer_menu_suggest()}
          hint={m.customer_menu_suggest_hint()}
          checked={suggestNothing}
          onChange={(next) => void run(() => changeCustomer(deps, id, { suggestNothing: next }))}
        />
        <Row
          icon={<OwnerIcon name="eye-off" />}
          title={m.customer_menu_forget()}
          hint={m.customer_menu_forget_hint()}
          onPress={() => void erase()}
        />
      </RowList>
    </Sheet>
  );
}
