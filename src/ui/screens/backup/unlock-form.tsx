import type { JSX } from 'preact';
import { useState } from 'preact/hooks';
import { Button } from '#ui/parts/controls/button.tsx';
import { TextField } from '#ui/parts/controls/field.tsx';
import { HelpLink } from '#ui/screens/help/help-link.tsx';
import { m } from '#ui/messages.ts';
import './backup.css';

export interface UnlockFormProps {
  /** The words typed before did not open it. */
  readonly isRefused: boolean;
  readonly onTyped: (typed: string) => void;
  readonly onLeave: () => void;
}

export function UnlockForm({ isRefused, onTyped, onLeave }: UnlockFormProps): JSX.Element {
  const [typed, setTyped] = useState('');
  return (
    <form
      class="backup_form"
      onSubmit={(event) => {
        event.preventDefault();
        onTyped(typed);
      }}
    >
      <p role="status">{m.backup_problem_locked()}</p>
      <TextField
        label={m.backup_lock_six()}
        value={typed}
        onInput={setTyped}
        problem={isRefused ? m.backup_problem_wrong_phrase() : null}
        autoCapitalize="off"
        spellcheck={false}
      />
      {isRefused ? <HelpLink name="words" /> : null}
      <div class="line line-level button_row">
        <Button kind="primary" type="submit">
          {m.backup_restore_unlock()}
        </Button>
        <Button onPress={onLeave}>{m.backup_restore_leave()}</Button>
      </div>
    </form>
  );
}
