import type { JSX } from 'preact';
import { m } from '#ui/messages.ts';
import { FirstIcon } from '#ui/parts/icons/first-icon.tsx';
import { KeypadButton } from '#ui/parts/controls/keypad-button.tsx';
import './letter-pad.css';

/** `names` types into the name of somebody new, which needs a blank; the other two search. */
export type LetterPadKind = 'letters' | 'digits' | 'names';

export interface LetterPadProps {
  readonly kind: LetterPadKind;
  /** What was typed so far; shown large above the letters. */
  readonly typed: string;
  readonly onType: (letter: string) => void;
  readonly onBack: () => void;
  readonly onKind: (kind: 'letters' | 'digits') => void;
  /** On a phone the pad lies over the strip and can be put away. */
  readonly onClose: () => void;
}

/** Thirty keys that are always there: letters, or digits for the end of a phone number. */
export function LetterPad(props: LetterPadProps): JSX.Element {
  const { kind, typed, onType, onBack, onKind } = props;
  return (
    <section class="letter-pad" aria-label={m.counter_letters()}>
      <div class="letter-pad_head">
        {typed === '' || kind === 'names' ? (
          <h2 class="type_cue letter-pad_title">
            {kind === 'digits' ? m.counter_find_number() : m.counter_find_name()}
          </h2>
        ) : (
          <output class="letter-pad_typed">
            <bdi>{typed}</bdi>
          </output>
        )}
        <button
          class="letter-pad_close"
          type="button"
          aria-label={m.counter_close()}
          onClick={props.onClose}
        >
          <FirstIcon name="close" size="beside" />
        </button>
      </div>
      <div class={kind === 'digits' ? 'letter-pad_digits' : 'letter-pad_keys'}>
        {(kind === 'digits' ? digits : letters).map((key) => (
          <KeypadButton key={key} onPress={() => onType(key)}>
            {key}
          </KeypadButton>
        ))}
        <SwapButton kind={kind} onType={onType} onKind={onKind} />
        <KeypadButton kind="function" label={m.counter_delete_letter()} onPress={onBack}>
          <FirstIcon name="backspace" />
        </KeypadButton>
      </div>
    </section>
  );
}

function SwapButton({
  kind,
  onType,
  onKind,
}: Pick<LetterPadProps, 'kind' | 'onType' | 'onKind'>): JSX.Element {
  if (kind === 'names')
    return (
      <KeypadButton kind="function" label={m.counter_space()} onPress={() => onType(' ')}>
        <FirstIcon name="space" />
      </KeypadButton>
    );
  return kind === 'letters' ? (
    <KeypadButton kind="function" label={m.counter_digits_long()} onPress={() => onKind('digits')}>
      {m.counter_digits_key()}
    </KeypadButton>
  ) : (
    <KeypadButton
      kind="function"
      label={m.counter_letters_long()}
      onPress={() => onKind('letters')}
    >
      {m.counter_letters_key()}
    </KeypadButton>
  );
}

const letters = [
  ...Array.from({ length: 26 }, (_, index) => String.fromCharCode(65 + index)),
  '’',
  '-',
];
const digits = ['7', '8', '9', '4', '5', '6', '1', '2', '3', '0'];
