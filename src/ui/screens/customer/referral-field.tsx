import { useState } from 'preact/hooks';
import type { JSX } from 'preact';
import type { CustomerId } from '#domain/customers/customer.ts';
import { useShop } from '#ui/hooks/use-shop.ts';
import { Button } from '#ui/parts/controls/button.tsx';
import { m } from '#ui/messages.ts';
import { CustomerFinder } from './customer-finder.tsx';
import './referral-field.css';

export interface ReferralFieldProps {
  readonly label: string;
  readonly chosen: CustomerId | null;
  /** Nobody sends themselves. */
  readonly without: CustomerId | null;
  readonly onChoose: (id: CustomerId | null) => void;
}

export function ReferralField(props: ReferralFieldProps): JSX.Element {
  const { label, chosen, without, onChoose } = props;
  const { roster } = useShop();
  const [isOpen, setOpen] = useState(false);
  const person = chosen === null ? undefined : roster.person(chosen);
  function choose(id: CustomerId | null): void {
    onChoose(id);
    setOpen(false);
  }
  if (isOpen)
    return (
      <CustomerFinder label={label} without={without === null ? [] : [without]} onChoose={choose} />
    );
  return (
    <div class="referral-field">
      <span class="type_heading referral-field_label">{label}</span>
      <span class="referral-field_name">
        {person === undefined ? (
          m.customer_form_sent_by_nobody()
        ) : (
          <bdi>{person.customer.name}</bdi>
        )}
      </span>
      <div class="line referral-field_keys">
        <Button onPress={() => setOpen(true)}>{m.customer_form_sent_by_change()}</Button>
        {chosen === null ? null : (
          <Button kind="quiet" onPress={() => choose(null)}>
            {m.customer_form_sent_by_clear()}
          </Button>
        )}
      </div>
    </div>
  );
}
