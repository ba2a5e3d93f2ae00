import type { JSX } from 'preact';
import { useCallback, useRef, useState } from 'preact/hooks';
import type { PrivacyLock } from '#app/privacy/privacy-lock.ts';
import { freeAttempts } from '#domain/shop/pin.ts';
import { usePinKeys } from './use-pin-keys.ts';
import { useSeconds } from './use-seconds.ts';
import { Button } from '#ui/parts/controls/button.tsx';
import { Icon } from '#ui/parts/icons/icon.tsx';
import { KeypadButton } from '#ui/parts/controls/keypad-button.tsx';
import { PinField } from '#ui/parts/controls/pin-field.tsx';
import { m } from '#ui/messages.ts';
import './pin-pad.css';
import { pauseText } from './wait-text.ts';

const digits = ['7', '8', '9', '4', '5', '6', '1', '2', '3'] as const;
const maxPinLength = 8;

/** Keys for the PIN; a keyboard, a paste and a password manager work as well. */
export function PinPad({ lock }: { readonly lock: PrivacyLock }): JSX.Element {
  const { typed, setTyped, isWrong, isTrying, take } = useTyping(lock);
  const pause = lock.pauseLeft();
  const said = isWrong ? wrongText(lock.wrongTries()) : null;
  useSeconds(pause > 0);
  usePinKeys(take);
  return (
    <form
      class="pin-pad"
      onSubmit={(event) => {
        event.preventDefault();
        take('enter');
      }}
    >
      <PinField
        label={m.privacy_pin()}
        pin="current"
        size="large"
        value={typed}
        onInput={setTyped}
      />
      <p class="pin-pad_said">{pause > 0 ? pauseText(pause) : said}</p>
      <div class="pin-pad_keys">
        {digits.map((digit) => (
          <KeypadButton key={digit} kind="digit" onPress={() => take(digit)}>
            {digit}
          </KeypadButton>
        ))}
        <KeypadButton kind="function" label={m.counter_delete_digit()} onPress={() => take('back')}>
          <Icon name="backspace" />
        </KeypadButton>
        <KeypadButton kind="digit" onPress={() => take('0')}>
          0
        </KeypadButton>
        <Button kind="primary" type="submit" size="counter" busy={isTrying} width="full">
          {m.privacy_open()}
        </Button>
      </div>
      <div class="visually-hidden" role="alert">
        {pause > 0 ? m.privacy_pause_said() : said}
      </div>
    </form>
  );
}

interface Typing {
  readonly typed: string;
  readonly setTyped: (typed: string) => void;
  readonly isWrong: boolean;
  readonly isTrying: boolean;
  readonly take: (key: string) => void;
}

function useTyping(lock: PrivacyLock): Typing {
  const [typed, setTyped] = useState('');
  const [isWrong, setWrong] = useState(false);
  const [isTrying, setTrying] = useState(false);
  // Two quick keys come before anything is drawn again.
  const latest = useRef('');
  const put = useCallback((text: string) => {
    latest.current = text;
    setTyped(text);
    setWrong(false);
  }, []);
  const open = useCallback(async () => {
    setTrying(true);
    const tried = await lock.tryPin(latest.current);
    put('');
    setWrong(tried === 'wrong');
    setTrying(false);
  }, [lock, put]);
  const take = useCallback(
    (key: string) => {
      if (key === 'enter') void open();
      else if (key === 'back') put(latest.current.slice(0, -1));
      else if (latest.current.length < maxPinLength) put(latest.current + key);
    },
    [open, put],
  );
  return { typed, setTyped: put, isWrong, isTrying, take };
}

function wrongText(wrongTries: number): string {
  const left = freeAttempts - wrongTries;
  return wrongTries === 0 || left <= 0 ? m.privacy_wrong() : m.privacy_wrong_left({ count: left });
}
