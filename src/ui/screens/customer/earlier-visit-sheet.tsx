import { useState } from 'preact/hooks';
import type { JSX } from 'preact';
import { addMissedVisit } from '#app/customers/visits.ts';
import type { CustomerId } from '#domain/customers/customer.ts';
import { parseAmount } from '#domain/shop/amount-input.ts';
import type { VisitKind } from '#domain/visits/visit.ts';
import { addDays } from '#lib/day.ts';
import { useDeps, useSettings, useToday } from '#ui/hooks/use-shop.ts';
import { useDirtyForm } from '#ui/hooks/use-dirty-form.ts';
import { useAction } from '#ui/hooks/use-action.ts';
import { Button } from '#ui/parts/controls/button.tsx';
import { Choice } from '#ui/parts/controls/choice.tsx';
import { FieldStack, TextField } from '#ui/parts/controls/field.tsx';
import { Sheet } from '#ui/parts/layout/sheet.tsx';
import { m } from '#ui/messages.ts';
import { AmountField } from './amount-field.tsx';
import { minuteFrom, pastDayFrom } from './day-problem.ts';

export interface EarlierVisitSheetProps {
  readonly customerId: CustomerId;
  readonly onClose: () => void;
}

/** Adds a visit of an earlier day that nobody logged. */
export function EarlierVisitSheet({ customerId, onClose }: EarlierVisitSheetProps): JSX.Element {
  const deps = useDeps();
  const settings = useSettings();
  const today = useToday();
  const { run, isRunning } = useAction();
  const [kind, setKind] = useState<VisitKind>('bought');
  const [day, setDay] = useState<string>(addDays(today, -1));
  const [time, setTime] = useState('');
  const [amount, setAmount] = useState('');
  const [isTried, setTried] = useState(false);
  useDirtyForm(amount !== '' || time !== '');
  const onDay = pastDayFrom(day, today);

  async function add(): Promise<void> {
    setTried(true);
    const spent = kind === 'bought' ? parseAmount(amount, settings.currency) : null;
    if (!onDay.ok || spent === undefined) return;
    const visit = await run(() =>
      addMissedVisit(deps, {
        customerId,
        kind,
        zone: settings.zone,
        day: onDay.value,
        minute: minuteFrom(time),
        amount: spent,
      }),
    );
    if (visit !== undefined) onClose();
  }

  return (
    <Sheet
      title={m.customer_earlier_title()}
      closeWord={m.customer_close()}
      onClose={onClose}
      foot={
        <>
          <Button onPress={onClose}>{m.customer_cancel()}</Button>
          <Button kind="primary" busy={isRunning} onPress={() => void add()}>
            {m.customer_earlier_add()}
          </Button>
        </>
      }
    >
      <FieldStack>
        <FieldStack columns="two">
          <TextField
            label={m.customer_earlier_day()}
            type="date"
            value={day}
            problem={isTried && !onDay.ok ? onDay.problem : null}
            onInput={setDay}
          />
          <TextField label={m.customer_earlier_time()} type="time" value={time} onInput={setTime} />
        </FieldStack>
        <Choice
          legend={m.customer_visit_kind()}
          value={kind}
          options={[
            { value: 'bought', word: m.customer_visit_bought() },
            { value: 'browsed', word: m.customer_just_looking() },
          ]}
          onChange={setKind}
        />
        {kind === 'browsed' ? null : (
          <AmountField settings={settings} value={amount} isTried={isTried} onInput={setAmount} />
        )}
      </FieldStack>
    </Sheet>
  );
}
