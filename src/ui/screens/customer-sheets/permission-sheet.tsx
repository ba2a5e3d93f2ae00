import type { JSX } from 'preact';
import { useState } from 'preact/hooks';
import type { Permission, PermissionQuestion } from '#domain/customers/permission.ts';
import { permissionSentence, permissionText } from '#i18n/permissions.ts';
import { dayFrom } from '#lib/day.ts';
import { useSettings, useToday } from '#ui/hooks/use-shop.ts';
import { Button } from '#ui/parts/controls/button.tsx';
import { Choice } from '#ui/parts/controls/choice.tsx';
import { FieldStack, TextField } from '#ui/parts/controls/field.tsx';
import { Sheet } from '#ui/parts/layout/sheet.tsx';
import { m } from '#ui/messages.ts';
import { dayProblem } from './day-problem.ts';

export interface PermissionSheetProps {
  readonly question: PermissionQuestion;
  readonly name: string;
  /** Whether it is on the disk; the sheet stays until then. */
  readonly onSave: (answer: Omit<Permission, 'notedAt'>) => Promise<boolean>;
  readonly onClose: () => void;
}

const hows = ['counter', 'paper', 'wrote', 'bought'] as const;
type How = (typeof hows)[number];

/** A yes with how and when it was said, and to which words: a bare yes is never kept. */
export function PermissionSheet(props: PermissionSheetProps): JSX.Element {
  const { question, name, onSave, onClose } = props;
  const { shopName } = useSettings();
  const today = useToday();
  const [how, setHow] = useState<How>('counter');
  const [isSaving, setSaving] = useState(false);
  const [typed, setTyped] = useState<string>(today);
  const words = permissionSentence(question, shopName);
  const day = dayFrom(typed);
  const isWrong = day === undefined || day > today;
  async function save(): Promise<void> {
    if (day === undefined || isWrong) return;
    const answer = { ...question, answer: 'yes', day, how: howWords[how](), words } as const;
    setSaving(true);
    const isSaved = await onSave(answer);
    setSaving(false);
    if (isSaved) onClose();
  }
  return (
    <Sheet
      title={m.permission_sheet_title({ what: permissionText(question), name })}
      closeWord={m.permission_sheet_close()}
      onClose={onClose}
      foot={
        <Button kind="primary" busy={isSaving} onPress={() => void save()}>
          {m.permission_sheet_save()}
        </Button>
      }
    >
      <FieldStack>
        <p>{m.permission_sheet_words()}</p>
        <blockquote>{words}</blockquote>
        <Choice
          legend={m.permission_how()}
          options={hows.map((value) => ({ value, word: howWords[value]() }))}
          value={how}
          onChange={setHow}
        />
        <TextField
          label={m.permission_day()}
          type="date"
          value={typed}
          max={today}
          problem={isWrong ? dayProblem(typed, today) : null}
          onInput={setTyped}
        />
      </FieldStack>
    </Sheet>
  );
}

const howWords: Readonly<Record<How, () => string>> = {
  counter: m.permission_how_counter,
  paper: m.permission_how_paper,
  wrote: m.permission_how_wrote,
  bought: m.permission_how_bought,
};
