import type { JSX } from 'preact';
import { digitsText } from '#i18n/language/digits-text.ts';
import { m } from '#ui/messages.ts';
import { Icon } from '#ui/parts/icons/icon.tsx';
import { KeypadButton } from '#ui/parts/controls/keypad-button.tsx';
import { StripButton } from './strip-button.tsx';
import './money-pad.css';

export interface MoneyPadProps {
  readonly whose: string;
  /** The amount as it is written: "£18.40". */
  readonly amount: string;
  readonly isReduced: boolean;
  readonly onKey: (key: (typeof moneyKeys)[number] | 'back') => void;
  readonly onReduced: () => void;
  readonly onLetters: () => void;
}

export const moneyKeys = ['7', '8', '9', '4', '5', '6', '1', '2', '3', '00', '0'] as const;

/** From so many signs on, the amount is set smaller. */
const longLength = 8;

/** A till's keys: digits fill from the right, there is no point and no OK. */
export function MoneyPad(props: MoneyPadProps): JSX.Element {
  const { amount } = props;
  const size = amount.length >= longLength ? 'long' : 'short';
  return (
    <section class="money-pad" aria-label={props.whose}>
      <div class="money-pad_head">
        <p class="type_cue money-pad_whose">
          <bdi>{props.whose}</bdi>
        </p>
        <output class={`money-pad_amount money-pad_amount-${size}`}>{amount}</output>
        <StripButton place="done" icon="check" word={m.counter_done()} onPress={props.onLetters} />
        <StripButton
          place="letters"
          figure={m.counter_letters_key()}
          word={m.counter_letters_word()}
          label={m.counter_letters_long()}
          onPress={props.onLetters}
        />
        <StripButton
          word={m.counter_reduced()}
          label={m.counter_reduced_long()}
          pressed={props.isReduced}
          onPress={props.onReduced}
        />
      </div>
      <div class="money-pad_keys">
        {moneyKeys.map((key) => (
          <KeypadButton key={key} kind="digit" onPress={() => props.onKey(key)}>
            {digitsText(key)}
          </KeypadButton>
        ))}
        <KeypadButton
          kind="function"
          label={m.counter_delete_digit()}
          onPress={() => props.onKey('back')}
        >
          <Icon name="backspace" />
        </KeypadButton>
      </div>
    </section>
  );
}
