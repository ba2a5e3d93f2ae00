import type { JSX } from 'preact';
import { useState } from 'preact/hooks';
import type { PrivacyLock } from '#app/privacy/privacy-lock.ts';
import { idleChoices, isPin } from '#domain/shop/pin.ts';
import { usePrivacyLock } from '#ui/hooks/use-privacy-lock.ts';
import { Button } from '#ui/parts/controls/button.tsx';
import { Choice } from '#ui/parts/controls/choice.tsx';
import { PinField } from '#ui/parts/controls/pin-field.tsx';
import { m } from '#ui/messages.ts';
import { pauseText } from '#ui/screens/privacy/wait-text.ts';

/** A PIN before the owner's places, what it is worth, and how it is changed and taken off. */
export function PrivacySheet(): JSX.Element {
  const lock = usePrivacyLock();
  const [isChanging, setChanging] = useState(false);
  return (
    <div class="setting-sheet_stack">
      <p class="type_sub">{m.privacy_words()}</p>
      <p class="type_sub">{m.privacy_not_words()}</p>
      {!lock.hasPin() || isChanging ? (
        <NewPin lock={lock} onDone={() => setChanging(false)} />
      ) : (
        <>
          <IdleChoice lock={lock} />
          <Button onPress={() => lock.lock()}>{m.privacy_lock_now()}</Button>
          <KnownPin lock={lock} onChange={() => setChanging(true)} />
        </>
      )}
    </div>
  );
}

interface PinProps {
  readonly lock: PrivacyLock;
}

function IdleChoice({ lock }: PinProps): JSX.Element {
  const now = lock.idleMinutes();
  return (
    <Choice
      legend={m.privacy_idle()}
      hint={m.privacy_idle_hint()}
      options={idleChoices.map((count) => ({
        value: String(count),
        word: m.privacy_idle_minutes({ count }),
      }))}
      value={String(now)}
      onChange={(value) =>
        lock.setIdleMinutes(idleChoices.find((choice) => String(choice) === value) ?? now)
      }
    />
  );
}

function NewPin({ lock, onDone }: PinProps & { readonly onDone: () => void }): JSX.Element {
  const [pin, setPin] = useState('');
  const [again, setAgain] = useState('');
  const [problem, setProblem] = useState<'pin' | 'again' | null>(null);
  async function set(): Promise<void> {
    const wrong = !isPin(pin) ? 'pin' : pin !== again ? 'again' : null;
    setProblem(wrong);
    if (wrong === null && (await lock.setPin(pin))) onDone();
  }
  return (
    <form
      class="setting-sheet_stack"
      data-half-typed={pin !== '' || again !== '' ? '' : undefined}
      onSubmit={(event) => {
        event.preventDefault();
        void set();
      }}
    >
      <PinField
        label={m.privacy_new()}
        hint={m.privacy_new_hint()}
        pin="new"
        value={pin}
        onInput={setPin}
        problem={problem === 'pin' ? m.privacy_new_wrong() : null}
      />
      <PinField
        label={m.privacy_again()}
        pin="new"
        value={again}
        onInput={setAgain}
        problem={problem === 'again' ? m.privacy_again_wrong() : null}
      />
      <Button kind="primary" type="submit">
        {m.privacy_set()}
      </Button>
    </form>
  );
}

function KnownPin({ lock, onChange }: PinProps & { readonly onChange: () => void }): JSX.Element {
  const [typed, setTyped] = useState('');
  const [problem, setProblem] = useState<string | null>(null);
  async function withPin(then: () => void): Promise<void> {
    const tried = await lock.tryPin(typed);
    setTyped('');
    if (tried === 'open') then();
    else setProblem(tried === 'pause' ? pauseText(lock.pauseLeft()) : m.privacy_wrong());
  }
  return (
    <form
      class="setting-sheet_stack"
      onSubmit={(event) => {
        event.preventDefault();
        void withPin(onChange);
      }}
    >
      <PinField
        label={m.privacy_current()}
        hint={m.privacy_current_hint()}
        pin="current"
        value={typed}
        onInput={setTyped}
        problem={problem}
      />
      <div class="line line-level button_row">
        <Button type="submit">{m.privacy_change()}</Button>
        <Button onPress={() => void withPin(() => lock.removePin())}>{m.privacy_take_off()}</Button>
      </div>
    </form>
  );
}
