import { useState } from 'preact/hooks';
import type { JSX } from 'preact';
import { draftMoment } from '#app/customers/moment-draft.ts';
import {
  answerMoment,
  changeMoment,
  noteMoment,
  reopenMoment,
  voidMoment,
} from '#app/customers/moments.ts';
import type { CustomerId } from '#domain/customers/customer.ts';
import { isUnanswered, momentKinds, type Moment, type MomentKind } from '#domain/visits/moment.ts';
import { changedFields } from '#domain/shop/versioned-row.ts';
import { momentWords } from '#i18n/story.ts';
import type { Day } from '#lib/day.ts';
import { useDeps, useToday } from '#ui/hooks/use-shop.ts';
import { useAction } from '#ui/hooks/use-action.ts';
import { useDirtyForm } from '#ui/hooks/use-dirty-form.ts';
import { AreaField, SelectField, TextField } from '#ui/parts/controls/field.tsx';
import { Icon } from '#ui/parts/icons/icon.tsx';
import { Row, RowList } from '#ui/parts/layout/row.tsx';
import { m } from '#ui/messages.ts';
import { pastDayFrom } from './day-problem.ts';
import { FormSheet } from './form-sheet.tsx';
import { ReferralField } from '#ui/screens/customer/referral-field.tsx';

export interface MomentSheetProps {
  readonly customerId: CustomerId;
  /** The moment to be changed, or null to note a new one. */
  readonly moment: Moment | null;
  readonly onClose: () => void;
}

/** Something noticed that is no visit: noting it, correcting it, and marking it as answered. */
export function MomentSheet({ customerId, moment, onClose }: MomentSheetProps): JSX.Element {
  const deps = useDeps();
  const today = useToday();
  const { run, isRunning } = useAction();
  const [opened] = useState(moment);
  const [start] = useState(() => typedMoment(opened, today));
  const [typed, setTyped] = useState(start);
  const [isTried, setTried] = useState(false);
  const onDay = pastDayFrom(typed.day, today);
  const change = (part: Partial<TypedMoment>): void => setTyped({ ...typed, ...part });
  useDirtyForm(typed !== start);

  async function save(): Promise<void> {
    setTried(true);
    if (!onDay.ok) return;
    const about = typed.kind === 'sent' ? typed.about : null;
    const fields = { kind: typed.kind, text: typed.text.trim(), about };
    const saved = await run(() =>
      opened === null
        ? noteMoment(deps, draftMoment(deps, { ...fields, customerId, day: onDay.value }))
        : changeMoment(deps, opened.id, changedFields(opened, fields)),
    );
    if (saved !== undefined) onClose();
  }

  return (
    <FormSheet
      title={moment === null ? m.customer_moment_title() : m.customer_moment_change_title()}
      saveWord={moment === null ? m.customer_moment_add() : m.customer_save()}
      isSaving={isRunning}
      onSave={save}
      onClose={onClose}
    >
      <SelectField
        label={m.customer_moment_kind()}
        value={typed.kind}
        options={momentKinds.map((value) => ({ value, word: momentWords(value) }))}
        onChange={(kind) => change({ kind })}
      />
      {typed.kind === 'sent' ? (
        <ReferralField
          label={m.customer_moment_about()}
          chosen={typed.about}
          without={customerId}
          onChoose={(about) => change({ about })}
        />
      ) : null}
      <AreaField
        label={m.customer_moment_text()}
        maxLength={500}
        value={typed.text}
        onInput={(text) => change({ text })}
      />
      {moment === null ? (
        <TextField
          label={m.customer_moment_day()}
          type="date"
          value={typed.day}
          problem={isTried && !onDay.ok ? onDay.problem : null}
          onInput={(day) => change({ day })}
        />
      ) : (
        <MomentActions moment={moment} onClose={onClose} />
      )}
    </FormSheet>
  );
}

interface TypedMoment {
  readonly kind: MomentKind;
  readonly text: string;
  readonly about: CustomerId | null;
  readonly day: string;
}

function typedMoment(moment: Moment | null, today: Day): TypedMoment {
  if (moment === null) return { kind: 'praise', text: '', about: null, day: today };
  const { kind, text, about, day } = moment;
  return { kind, text, about, day };
}

function MomentActions({ moment, onClose }: { moment: Moment; onClose: () => void }): JSX.Element {
  const deps = useDeps();
  const today = useToday();
  const { run } = useAction();
  async function done(action: () => ReturnType<typeof voidMoment>): Promise<void> {
    if ((await run(action)) !== undefined) onClose();
  }
  return (
    <RowList>
      {isUnanswered(moment) ? (
        <Row
          icon={<Icon name="check" />}
          title={m.customer_answer()}
          onPress={() => void done(() => answerMoment(deps, moment.id, today))}
        />
      ) : null}
      {moment.answeredOn === null ? null : (
        <Row
          icon={<Icon name="speech" />}
          title={m.customer_moment_reopen()}
          onPress={() => void done(() => reopenMoment(deps, moment.id))}
        />
      )}
      <Row
        icon={<Icon name="undo" />}
        title={m.customer_moment_undo()}
        onPress={() => void done(() => voidMoment(deps, moment.id))}
      />
    </RowList>
  );
}
