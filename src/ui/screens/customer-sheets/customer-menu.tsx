import { useState } from 'preact/hooks';
import type { JSX } from 'preact';
import { changeCustomer } from '#app/customers/change-customer.ts';
import { planGesture } from '#app/week/gestures.ts';
import { scheduleErasure } from '#app/customers/erasure.ts';
import type { Customer } from '#domain/customers/customer.ts';
import { useDeps, useSettings, useToday } from '#ui/hooks/use-shop.ts';
import { useAction } from '#ui/hooks/use-action.ts';
import { Icon } from '#ui/parts/icons/icon.tsx';
import { OwnerIcon } from '#ui/parts/icons/owner-icon.tsx';
import { Row, RowList } from '#ui/parts/layout/row.tsx';
import { Sheet } from '#ui/parts/layout/sheet.tsx';
import { Toggle } from '#ui/parts/controls/toggle.tsx';
import { formatRoute } from '#ui/routes.ts';
import { m } from '#ui/messages.ts';
import { GestureChoiceSheet } from '#ui/screens/week/gesture-choice-sheet.tsx';
import { MergeSheet } from './merge-sheet.tsx';

export interface CustomerMenuProps {
  readonly customer: Customer;
  /** Whether something waits to be handed over to them already. */
  readonly hasWaiting: boolean;
  readonly onClose: () => void;
}

/** What is rarely done with a customer. Everything here can be undone. */
export function CustomerMenu(props: CustomerMenuProps): JSX.Element {
  const { customer, onClose } = props;
  const [step, setStep] = useState<'menu' | 'merge' | 'week'>('menu');
  switch (step) {
    case 'menu':
      return <MenuSheet {...props} onStep={setStep} />;
    case 'merge':
      return <MergeSheet customer={customer} onClose={onClose} />;
    case 'week':
      return <OwnIdeaSheet customer={customer} onClose={onClose} />;
  }
}

/** The owner's own idea for this week: it stands under To do with everything that was accepted. */
function OwnIdeaSheet({
  customer: { id: customerId, name },
  onClose,
}: Pick<CustomerMenuProps, 'customer' | 'onClose'>): JSX.Element {
  const deps = useDeps();
  const today = useToday();
  const { cardCost } = useSettings();
  const { run, isRunning } = useAction();
  return (
    <GestureChoiceSheet
      title={m.customer_week_title({ name })}
      start={{ kind: 'card', words: '', cost: cardCost }}
      busy={isRunning}
      onChoose={async (choice) =>
        (await run(() => planGesture(deps, { customerId, today }, choice))) !== undefined
      }
      onClose={onClose}
    />
  );
}

interface MenuSheetProps extends CustomerMenuProps {
  readonly onStep: (step: 'merge' | 'week') => void;
}

function MenuSheet({ customer, hasWaiting, onClose, onStep }: MenuSheetProps): JSX.Element {
  const { id, name, suggestNothing, young, diedOn } = customer;
  const isLeftAlone = young || diedOn !== null;
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
        {isLeftAlone ? null : hasWaiting ? (
          <Row
            icon={<Icon name="week" />}
            title={m.customer_menu_week_waiting()}
            hint={m.customer_menu_week_waiting_hint()}
            href={formatRoute({ kind: 'week' })}
          />
        ) : (
          <Row
            icon={<Icon name="week" />}
            title={m.customer_menu_week()}
            hint={m.customer_menu_week_hint()}
            onPress={() => onStep('week')}
          />
        )}
        <Row
          icon={<OwnerIcon name="join" />}
          title={m.customer_menu_merge()}
          hint={m.customer_menu_merge_hint()}
          onPress={() => onStep('merge')}
        />
        <Toggle
          icon={<OwnerIcon name="hand" />}
          label={m.customer_menu_suggest()}
          hint={m.customer_menu_suggest_hint()}
          checked={suggestNothing}
          onChange={(next) => void run(() => changeCustomer(deps, id, { suggestNothing: next }))}
        />
        <Row
          icon={<Icon name="mail" />}
          title={m.messages_menu()}
          hint={m.messages_menu_hint()}
          href={formatRoute({ kind: 'message-person', id })}
        />
        <Row
          icon={<OwnerIcon name="printer" />}
          title={m.held_open()}
          hint={m.held_menu_hint()}
          href={formatRoute({ kind: 'held', id })}
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
