import { useState } from 'preact/hooks';
import type { JSX } from 'preact';
import {
  answerMoment,
  changeMoment,
  draftMoment,
  noteMoment,
  reopenMoment,
  voidMoment,
} from '#app/moments.ts';
import type { CustomerId } from '#domain/customer.ts';
import { isOpen, momentKinds, type Moment, type MomentKind } from '#domain/moment.ts';
import { momentWords } from '#i18n/story.ts';
import { useDeps } from '#ui/hooks/use-deps.ts';
import { useDirtyForm } from '#ui/hooks/use-dirty-form.ts';
import { useToday } from '#ui/hooks/use-today.ts';
import { useVerb } from '#ui/hooks/use-verb.ts';
import { Button } from '#ui/parts/button.tsx';
import { AreaField, FieldStack, SelectField, TextField } from '#ui/parts/field.tsx';
import { Icon } from '#ui/parts/icon.tsx';
import { Row, RowList } from '#ui/parts/row.tsx';
import { Sheet } from '#ui/parts/sheet.tsx';
import { m } from '#ui/words.ts';
import { pastDayFrom } from './day-problem.ts';
import { SentPerson } from './sent-person.tsx';

export interface MomentSheetProps {
  readonly customerId: CustomerId;
  /** The moment to be changed, or null to note a new one. */
  readonly moment: Moment | null;
  readonly onClose: () => void;
}

/** Something noticed that is not a visit: noting it, correcting it, and saying that it was answered. */
export function MomentSheet({ customerId, moment, onClose }: MomentSheetProps): JSX.Element {
  const deps = useDeps();
  const today = useToday();
  const { run, isRunning } = useVerb();
  const [kind, setKind] = useState<MomentKind>(moment?.kind ?? 'praise');
  const [text, setText] = useState(moment?.text ?? '');
  const [about, setAbout] = useState(moment?.about ?? null);
  const [day, setDay] = useState<string>(moment?.day ?? today);
  const [isTried, setTried] = useState(false);
  const onDay = pastDayFrom(day, today);
  useDirtyForm(text !== (moment?.text ?? ''));

  async function save(): Promise<void> {
    setTried(true);
    if (!onDay.ok) return;
    const noted = { kind, text: text.trim(), about: kind === 'sent' ? about : null };
    const news = { ...noted, customerId, day: onDay.value };
    const saved = await run(() =>
      moment === null
        ? noteMoment(deps, draftMoment(deps, news))
        : changeMoment(deps, moment.id, noted),
    );
    if (saved !== undefined) onClose();
  }

  return (
    <Sheet
      title={moment === null ? m.customer_moment_title() : m.customer_moment_change_title()}
      closeWord={m.customer_close()}
      onClose={onClose}
      foot={
        <>
          <Button onPress={onClose}>{m.customer_cancel()}</Button>
          <Button kind="primary" busy={isRunning} onPress={() => void save()}>
            {moment === null ? m.customer_moment_add() : m.customer_save()}
          </Button>
        </>
      }
    >
      <FieldStack>
        <SelectField
          label={m.customer_moment_kind()}
          value={kind}
          options={momentKinds.map((value) => ({ value, word: momentWords(value) }))}
          onChange={setKind}
        />
        {kind === 'sent' ? (
          <SentPerson
            label={m.customer_moment_about()}
            chosen={about}
            without={customerId}
            onChoose={setAbout}
          />
        ) : null}
        <AreaField
          label={m.customer_moment_text()}
          maxLength={500}
          value={text}
          onInput={setText}
        />
        {moment === null ? (
          <TextField
            label={m.customer_moment_day()}
            type="date"
            value={day}
            problem={isTried && !onDay.ok ? onDay.problem : null}
            onInput={setDay}
          />
        ) : (
          <MomentDeeds moment={moment} onClose={onClose} />
        )}
      </FieldStack>
    </Sheet>
  );
}

function MomentDeeds(props: {
  readonly moment: Moment;
  readonly onClose: () => void;
}): JSX.Element {
  const { moment, onClose } = props;
  const deps = useDeps();
  const today = useToday();
  const { run } = useVerb();
  async function done(verb: () => ReturnType<typeof voidMoment>): Promise<void> {
    if ((await run(verb)) !== undefined) onClose();
  }
  return (
    <RowList>
      {isOpen(moment) ? (
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
        title={m.customer_moment_take_back()}
        onPress={() => void done(() => voidMoment(deps, moment.id))}
      />
    </RowList>
  );
}
