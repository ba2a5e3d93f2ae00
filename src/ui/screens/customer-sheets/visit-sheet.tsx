import { useState } from 'preact/hooks';
import type { JSX } from 'preact';
import { changeVisit, reassignVisit, voidVisit } from '#app/customers/visits.ts';
import { addMissedVisit } from '#app/customers/missed-visit.ts';
import type { CustomerId } from '#domain/customers/customer.ts';
import { changedFields } from '#domain/shop/versioned-row.ts';
import { parseAmount } from '#domain/shop/amount-input.ts';
import { withMarkToggled, visitMarks, type Visit } from '#domain/visits/visit.ts';
import { currencySign, dayTimeWords, markWords } from '#i18n/story.ts';
import { addDays } from '#lib/day.ts';
import { amountFieldText } from '#i18n/language/amount-field-text.ts';
import { useDeps, useSettings, useToday } from '#ui/hooks/use-shop.ts';
import { useAction } from '#ui/hooks/use-action.ts';
import { useDirtyForm } from '#ui/hooks/use-dirty-form.ts';
import { Button } from '#ui/parts/controls/button.tsx';
import { Choice } from '#ui/parts/controls/choice.tsx';
import { AreaField, FieldStack, TextField } from '#ui/parts/controls/field.tsx';
import { Icon } from '#ui/parts/icons/icon.tsx';
import { OwnerIcon } from '#ui/parts/icons/owner-icon.tsx';
import { Row, RowList } from '#ui/parts/layout/row.tsx';
import { Sheet } from '#ui/parts/layout/sheet.tsx';
import { m } from '#ui/messages.ts';
import { markIcons } from '#ui/parts/icons/mark-icons.ts';
import { CustomerFinder } from '#ui/screens/customer/customer-finder.tsx';
import { minuteFrom, pastDayFrom } from './day-problem.ts';
import { FormSheet } from './form-sheet.tsx';
import './visit-sheet.css';

export interface VisitSheetProps {
  readonly visit: Visit;
  readonly onClose: () => void;
}

/** Everything noted of one visit, and the two corrections: it was somebody else, it was nobody. */
export function VisitSheet({ visit, onClose }: VisitSheetProps): JSX.Element {
  const [isReassigning, setReassigning] = useState(false);
  return isReassigning ? (
    <ReassignSheet visit={visit} onClose={onClose} />
  ) : (
    <ChangeSheet visit={visit} onClose={onClose} onReassign={() => setReassigning(true)} />
  );
}

type VisitForm = Pick<Visit, 'kind' | 'reduced' | 'marks' | 'note'> & { readonly amount: string };

function ChangeSheet(props: VisitSheetProps & { readonly onReassign: () => void }): JSX.Element {
  const { visit, onClose } = props;
  const deps = useDeps();
  const { amounts, currency } = useSettings();
  const today = useToday();
  const { run, isRunning } = useAction();
  const [opened] = useState(visit);
  const [start] = useState(() => formOf(visit, amountFieldText(visit.amount, currency)));
  const [form, setForm] = useState<VisitForm>(start);
  const [isTried, setTried] = useState(false);
  useDirtyForm(form !== start);
  const change = (part: Partial<VisitForm>): void => setForm({ ...form, ...part });

  async function save(): Promise<void> {
    setTried(true);
    const amount = amounts ? parseAmount(form.amount, currency) : visit.amount;
    if (amount === undefined) return;
    const changes = changedFields(opened, { ...form, amount });
    const saved = await run(() => changeVisit(deps, visit.id, changes));
    if (saved !== undefined) onClose();
  }
  async function undo(): Promise<void> {
    const undone = await run(() => voidVisit(deps, visit.id));
    if (undone !== undefined) onClose();
  }

  return (
    <FormSheet
      title={m.customer_visit_title({ when: dayTimeWords(visit.day, visit.minute, today) })}
      saveWord={m.customer_save()}
      isSaving={isRunning}
      width="wide"
      onSave={save}
      onClose={onClose}
    >
      <VisitFields form={form} isTried={isTried} onChange={change} />
      <Marks form={form} onChange={change} />
      <AreaField
        label={m.customer_visit_note()}
        rows={2}
        maxLength={500}
        value={form.note}
        onInput={(note) => change({ note })}
      />
      <RowList>
        <Row
          icon={<Icon name="people" />}
          title={m.customer_visit_reassign()}
          hint={m.customer_visit_reassign_hint()}
          onPress={props.onReassign}
        />
        <Row
          icon={<Icon name="undo" />}
          title={m.customer_visit_undo()}
          onPress={() => void undo()}
        />
      </RowList>
    </FormSheet>
  );
}

function formOf({ kind, reduced, marks, note }: Visit, amount: string): VisitForm {
  return { kind, reduced, marks, note, amount };
}

interface FieldsProps<Form> {
  readonly form: Form;
  readonly onChange: (part: Partial<Form>) => void;
}

function Marks({ form, onChange }: FieldsProps<VisitForm>): JSX.Element {
  return (
    <fieldset class="visit-sheet_marks" aria-label={m.customer_visit_marks()}>
      {visitMarks.map((mark) => (
        <Button
          key={mark}
          icon={<Icon name={markIcons[mark]} size="beside" filled={form.marks.includes(mark)} />}
          pressed={form.marks.includes(mark)}
          onPress={() => onChange({ marks: withMarkToggled(form.marks, mark) })}
        >
          {markWords(mark)}
        </Button>
      ))}
      <Button
        icon={<OwnerIcon name="tag" size="beside" filled={form.reduced} />}
        pressed={form.reduced}
        onPress={() => onChange({ reduced: !form.reduced })}
      >
        {m.customer_mark_reduced()}
      </Button>
    </fieldset>
  );
}

function ReassignSheet({ visit, onClose }: VisitSheetProps): JSX.Element {
  const deps = useDeps();
  const { run, isRunning } = useAction();
  async function reassign(id: CustomerId | null): Promise<void> {
    const reassigned = await run(() => reassignVisit(deps, visit.id, id));
    if (reassigned !== undefined) onClose();
  }
  return (
    <Sheet
      title={m.customer_visit_reassign_title()}
      closeWord={m.customer_close()}
      onClose={onClose}
      foot={
        <Button busy={isRunning} onPress={() => void reassign(null)}>
          {m.customer_visit_no_name()}
        </Button>
      }
    >
      <CustomerFinder
        label={m.people_find()}
        without={visit.customerId === null ? [] : [visit.customerId]}
        onChoose={(id) => void reassign(id)}
      />
    </Sheet>
  );
}

export interface EarlierVisitSheetProps {
  readonly customerId: CustomerId;
  readonly onClose: () => void;
}

export function EarlierVisitSheet({ customerId, onClose }: EarlierVisitSheetProps): JSX.Element {
  const deps = useDeps();
  const { currency, zone } = useSettings();
  const today = useToday();
  const { run, isRunning } = useAction();
  const [day, setDay] = useState<string>(addDays(today, -1));
  const [time, setTime] = useState('');
  const [form, setForm] = useState<VisitFieldsForm>({ kind: 'bought', amount: '' });
  const [isTried, setTried] = useState(false);
  useDirtyForm(form.amount !== '' || time !== '');
  const onDay = pastDayFrom(day, today);

  async function add(): Promise<void> {
    setTried(true);
    const { kind } = form;
    const amount = kind === 'bought' ? parseAmount(form.amount, currency) : null;
    if (!onDay.ok || amount === undefined) return;
    const visit = { customerId, kind, zone, day: onDay.value, minute: minuteFrom(time), amount };
    const added = await run(() => addMissedVisit(deps, visit));
    if (added !== undefined) onClose();
  }

  return (
    <FormSheet
      title={m.customer_earlier_title()}
      saveWord={m.customer_earlier_add()}
      isSaving={isRunning}
      onSave={add}
      onClose={onClose}
    >
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
      <VisitFields
        form={form}
        isTried={isTried}
        onChange={(part) => setForm({ ...form, ...part })}
      />
    </FormSheet>
  );
}

type VisitFieldsForm = Pick<VisitForm, 'kind' | 'amount'>;

interface VisitFieldsProps extends FieldsProps<VisitFieldsForm> {
  /** Whether saving was tried: what is half-typed is not wrong yet. */
  readonly isTried: boolean;
}

/** Whether they bought, and for how much in a shop that notes money. */
function VisitFields({ form, isTried, onChange }: VisitFieldsProps): JSX.Element {
  const { amounts, currency } = useSettings();
  const { kind, amount } = form;
  const isWrong = isTried && parseAmount(amount, currency) === undefined;
  const example = amountFieldText(1840, { ...currency, digits: Math.min(currency.digits, 2) });
  return (
    <>
      <Choice
        legend={m.customer_visit_kind()}
        value={kind}
        options={[
          { value: 'bought', word: m.customer_visit_bought() },
          { value: 'browsed', word: m.customer_just_looking() },
        ]}
        onChange={(chosen) => onChange({ kind: chosen })}
      />
      {kind === 'browsed' || !amounts ? null : (
        <TextField
          label={m.customer_visit_amount()}
          inputMode="decimal"
          before={currencySign(currency)}
          value={amount}
          problem={isWrong ? m.customer_visit_amount_problem({ text: amount, example }) : null}
          onInput={(typed) => onChange({ amount: typed })}
        />
      )}
    </>
  );
}
