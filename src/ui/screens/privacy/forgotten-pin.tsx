import type { JSX } from 'preact';
import { useState } from 'preact/hooks';
import type { PrivacyLock } from '#app/privacy/privacy-lock.ts';
import { useSeconds } from './use-seconds.ts';
import { Button } from '#ui/parts/controls/button.tsx';
import { Card } from '#ui/parts/layout/card.tsx';
import { TextField } from '#ui/parts/controls/field.tsx';
import { m } from '#ui/messages.ts';
import './forgotten-pin.css';
import { waitText } from './wait-text.ts';

export interface ForgottenPinProps {
  readonly lock: PrivacyLock;
  readonly onBack: () => void;
}

/** Two ways round a forgotten PIN: the passphrase of the backups, or a day's wait. */
export function ForgottenPin({ lock, onBack }: ForgottenPinProps): JSX.Element {
  return (
    <>
      <Button onPress={onBack}>{m.privacy_forgotten_back()}</Button>
      {lock.hasPhrase() ? <ByPassphrase lock={lock} /> : null}
      <ByWaiting lock={lock} />
    </>
  );
}

function ByPassphrase({ lock }: Pick<ForgottenPinProps, 'lock'>): JSX.Element {
  const [typed, setTyped] = useState('');
  const [isWrong, setWrong] = useState(false);
  return (
    <Card title={m.privacy_by_words()}>
      <form
        class="forgotten-pin_form"
        onSubmit={(event) => {
          event.preventDefault();
          setWrong(!lock.removePinWithPhrase(typed));
        }}
      >
        <TextField
          label={m.backup_lock_six()}
          hint={m.privacy_by_words_hint()}
          value={typed}
          onInput={setTyped}
          problem={isWrong ? m.privacy_by_words_wrong() : null}
          autoCapitalize="off"
          spellcheck={false}
        />
        <Button kind="primary" type="submit">
          {m.privacy_take_off()}
        </Button>
      </form>
    </Card>
  );
}

function ByWaiting({ lock }: Pick<ForgottenPinProps, 'lock'>): JSX.Element {
  const left = lock.waitLeft();
  useSeconds(left !== null && left > 0);
  return (
    <Card title={m.privacy_by_waiting()}>
      <p>{m.privacy_by_waiting_words()}</p>
      <p class="forgotten-pin_wait" role="status">
        {left === null ? null : left === 0 ? m.privacy_wait_over() : waitText(left)}
      </p>
      {left === null ? (
        <Button onPress={() => lock.beginWait()}>{m.privacy_wait_begin()}</Button>
      ) : null}
      {left === 0 ? (
        <Button kind="primary" onPress={() => lock.removePinAfterWait()}>
          {m.privacy_take_off()}
        </Button>
      ) : null}
    </Card>
  );
}
