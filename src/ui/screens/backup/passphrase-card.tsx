import type { JSX } from 'preact';
import { useState } from 'preact/hooks';
import {
  pendingPassphrase,
  disableEncryption,
  enableEncryption,
} from '#app/backup/backup-protection.ts';
import { createBackupContext } from '#app/backup/backup-history.ts';
import { useBackupProtection } from '#ui/hooks/use-backup-status.ts';
import { useApp } from '#ui/hooks/use-shop.ts';
import { Button } from '#ui/parts/controls/button.tsx';
import { Card } from '#ui/parts/layout/card.tsx';
import { TextField } from '#ui/parts/controls/field.tsx';
import { m } from '#ui/messages.ts';
import './backup.css';
import { PassphrasePaper } from './passphrase-paper.tsx';

export function PassphraseCard(): JSX.Element {
  const lock = useBackupProtection();
  const [isSettingUp, setSettingUp] = useState(false);
  if (lock.kind === 'unasked' || isSettingUp)
    return <SettingUp isFirst={lock.kind === 'unasked'} onDone={() => setSettingUp(false)} />;
  return lock.kind === 'locked' ? (
    <Locked phrase={lock.phrase} onRenew={() => setSettingUp(true)} />
  ) : (
    <Card
      title={m.backup_lock_open_title()}
      actions={
        <Button kind="primary" onPress={() => setSettingUp(true)}>
          {m.backup_lock_begin()}
        </Button>
      }
    >
      <p>{m.backup_lock_open_words()}</p>
    </Card>
  );
}

interface SettingUpProps {
  readonly isFirst: boolean;
  readonly onDone: () => void;
}

function SettingUp({ isFirst, onDone }: SettingUpProps): JSX.Element {
  const { store } = createBackupContext(useApp().device);
  const [phrase] = useState(() => pendingPassphrase(store));
  const [typed, setTyped] = useState('');
  const [isWrong, setWrong] = useState(false);

  function lock(): void {
    if (enableEncryption(store, phrase, typed)) onDone();
    else setWrong(true);
  }
  function disable(): void {
    disableEncryption(store);
    onDone();
  }

  return (
    <Card title={m.backup_lock_title()}>
      <p>{m.backup_lock_words()}</p>
      <Words phrase={phrase} />
      <PassphrasePaper phrase={phrase} />
      <form
        class="backup_form backup_keys"
        onSubmit={(event) => {
          event.preventDefault();
          lock();
        }}
      >
        <TextField
          label={m.backup_lock_type()}
          hint={m.backup_lock_type_hint()}
          value={typed}
          onInput={setTyped}
          problem={isWrong ? m.backup_lock_type_wrong() : null}
          autoCapitalize="off"
          spellcheck={false}
        />
        <div class="line line-level button_row">
          <Button kind="primary" type="submit">
            {m.backup_lock_do()}
          </Button>
          <Button kind="link" onPress={isFirst ? disable : onDone}>
            {isFirst ? m.backup_lock_leave_open() : m.backup_lock_leave()}
          </Button>
        </div>
      </form>
    </Card>
  );
}

interface LockedProps {
  readonly phrase: string;
  readonly onRenew: () => void;
}

function Locked({ phrase, onRenew }: LockedProps): JSX.Element {
  const { store } = createBackupContext(useApp().device);
  const [isShown, setShown] = useState(false);
  return (
    <Card
      title={m.backup_lock_locked_title()}
      actions={
        <Button onPress={() => setShown(!isShown)} expanded={isShown}>
          {isShown ? m.backup_lock_hide() : m.backup_lock_show()}
        </Button>
      }
    >
      <p>{m.backup_lock_locked_words()}</p>
      {isShown ? (
        <>
          <Words phrase={phrase} />
          <PassphrasePaper phrase={phrase} />
          <div class="line line-level button_row">
            <Button kind="link" onPress={onRenew}>
              {m.backup_lock_renew()}
            </Button>
            <Button kind="link" onPress={() => disableEncryption(store)}>
              {m.backup_lock_leave_open()}
            </Button>
          </div>
        </>
      ) : null}
    </Card>
  );
}

function Words({ phrase }: { readonly phrase: string }): JSX.Element {
  return (
    <ol class="backup_phrase" aria-label={m.backup_lock_six()}>
      {phrase.split('-').map((word, place) => (
        <li class="backup_word" key={place}>
          {word}
        </li>
      ))}
    </ol>
  );
}
