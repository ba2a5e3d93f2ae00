import { useState } from 'preact/hooks';
import type { JSX } from 'preact';
import { changeVisit, reassignVisit, voidVisit } from '#app/customers/visits.ts';
import type { CustomerId } from '#domain/customers/customer.ts';
import { changedFields } from '#domain/shop/versioned-row.ts';
import { parseAmount, amountInputText } from '#domain/shop/amount-input.ts';
import { withMarkToggled, visitMarks, type Visit } from '#domain/visits/visit.ts';
import { dayTimeWords, markWords } from '#i18n/story.ts';
import { useDeps, useSettings, useToday } from '#ui/hooks/use-shop.ts';
import { useDirtyForm } from '#ui/hooks/use-dirty-form.ts';
import { useAction } from '#ui/hooks/use-action.ts';
import { Button } from '#ui/parts/controls/button.tsx';
import { Choice } from '#ui/parts/controls/choice.tsx';
import { AreaField, FieldStack } from '#ui/parts/controls/field.tsx';
import { Icon } from '#ui/parts/icons/icon.tsx';
import { OwnerIcon } from '#ui/parts/icons/owner-icon.tsx';
import { Row, RowList } from '#ui/parts/layout/row.tsx';
import { Sheet } from '#ui/parts/layout/sheet.tsx';
import { m } from '#ui/messages.ts';
import { AmountField } from './amount-field.tsx';
import { CustomerFinder } from './customer-finder.tsx';
import { markIcons } from './story.tsx';
import './visit-sheet.css';

export interface VisitSheetProps {
  readonly visit: Visit;
  readonly onClose: () => void;
}

/** Everything noted of one visit, and the two corrections: it was somebody else, it was nobody. */
export function VisitSheet({ visit, onClose }: VisitSheetProps): JSX.Element {
  const [isElsewhere, setElsewhere] = useState(false);
  return isElsewhere ? (
    <ReassignSheet visit={visit} onClose={onClose} />
  ) : (
    <ChangeSheet visit={visit} onClose={onClose} onReassign={() => setElsewhere(true)} />
  );
}

type Noted = Pick<Visit, 'kind' | 'reduced' | 'marks' | 'note'> & { readonly amount: string };

function ChangeSheet(props: VisitSheetProps & { readonly onReassign: () => void }): JSX.Element {
  const { visit, onClose } = props;
  const deps = useDeps();
  const settings = useSettings();
  const today = useToday();
  const { run, isRunning } = useAction();
  const [opened] = useState(visit);
  const [start] = useState(() => notedOf(visit, amountInputText(visit.amount, settings.currency)));
  const [noted, setNoted] = useState(start);
  const [isTried, setTried] = useState(false);
  useDirtyForm(noted !== start);
  const change = (part: Partial<Noted>): void => setNoted({ ...noted, ...part });

  async function save(): Promise<void> {
    setTried(true);
    const amount = settings.amounts ? parseAmount(noted.amount, settings.currency) : visit.amount;
    if (amount === undefined) return;
    const changes = changedFields(opened, { ...noted, amount });
    const saved = await run(() => changeVisit(deps, visit.id, changes));
    if (saved !== undefined) onClose();
  }
  async function takeBack(): Promise<void> {
    const taken = await run(() => voidVisit(deps, visit.id));
    if (taken !== undefined) onClose();
  }

  return (
    <Sheet
      title={m.customer_visit_title({ when: dayTimeWords(visit.day, visit.minute, today) })}
      closeWord={m.customer_close()}
      onClose={onClose}
      width="wide"
      foot={
        <>
          <Button onPress={onClose}>{m.customer_cancel()}</Button>
          <Button kind="primary" busy={isRunning} onPress={() => void save()}>
            {m.customer_save()}
          </Button>
        </>
      }
    >
      <FieldStack>
        <Choice
          legend={m.customer_visit_kind()}
          value={noted.kind}
          options={[
            { value: 'bought', word: m.customer_visit_bought() },
            { value: 'browsed', word: m.customer_just_looking() },
          ]}
          onChange={(kind) => change({ kind })}
        />
        {noted.kind === 'browsed' ? null : (
          <AmountField
            settings={settings}
            value={noted.amount}
            isTried={isTried}
            onInput={(amount) => change({ amount })}
          />
        )}
        <Marks noted={noted} onChange={change} />
        <AreaField
          label={m.customer_visit_note()}
          rows={2}
          maxLength={500}
          value={noted.note}
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
            onPress={() => void takeBack()}
          />
        </RowList>
      </FieldStack>
    </Sheet>
  );
}

function Marks(props: {
  readonly noted: Noted;
  readonly onChange: (part: Partial<Noted>) => void;
}): JSX.Element {
  const { noted, onChange } = props;
  return (
    <fieldset class="visit-sheet_marks" aria-label={m.customer_visit_marks()}>
      {visitMarks.map((mark) => (
        <Button
          key={mark}
          icon={<Icon name={markIcons[mark]} size="beside" filled={noted.marks.includes(mark)} />}
          pressed={noted.marks.includes(mark)}
          onPress={() => onChange({ marks: withMarkToggled(noted.marks, mark) })}
        >
          {markWords(mark)}
        </Button>
      ))}
      <Button
        icon={<OwnerIcon name="tag" size="beside" filled={noted.reduced} />}
        pressed={noted.reduced}
        onPress={() => onChange({ reduced: !noted.reduced })}
      >
        {m.customer_mark_reduced()}
      </Button>
    </fieldset>
  );
}

function ReassignSheet({ visit, onClose }: VisitSheetProps): JSX.Element {
  const deps = useDeps();
  const { run, isRunning } = useAction();
  async function give(id: CustomerId | null): Promise<void> {
    const given = await run(() => reassignVisit(deps, visit.id, id));
    if (given !== undefined) onClose();
  }
  return (
    <Sheet
      title={m.customer_visit_reassign_title()}
      closeWord={m.customer_close()}
      onClose={onClose}
      foot={
        <Button busy={isRunning} onPress={() => void give(null)}>
          {m.customer_visit_no_name()}
        </Button>
      }
    >
      <CustomerFinder
        label={m.people_find()}
        without={visit.customerId === null ? [] : [visit.customerId]}
        onChoose={(id) => void give(id)}
      />
    </Sheet>
  );
}

function notedOf({ kind, reduced, marks, note }: Visit, amount: string): Noted {
  return { kind, reduced, marks, note, amount };
}
