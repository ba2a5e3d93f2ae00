import type { JSX } from 'preact';
import { keyGroups } from '#domain/customers/key-groups.ts';
import { m } from '#ui/messages.ts';
import { FirstIcon } from '#ui/parts/icons/first-icon.tsx';
import { KeypadButton } from '#ui/parts/controls/keypad-button.tsx';
import './letter-pad.css';

/** `names` types into the name of somebody new, which needs a blank; the others search. */
export type LetterPadKind = 'letters' | 'other' | 'big' | 'digits' | 'names';

export interface LetterPadProps {
  readonly kind: LetterPadKind;
  /** Letters that are not Latin, where people of the shop are called by them. */
  readonly otherLetters: readonly string[];
  /** What was typed so far; shown large above the letters. */
  readonly typed: string;
  readonly onType: (letter: string) => void;
  readonly onBack: () => void;
  readonly onKind: (kind: Exclude<LetterPadKind, 'names'>) => void;
  /** On a phone the pad lies over the strip and can be put away. */
  readonly onClose: () => void;
}

/** The keys that are always there: letters, big keys, or digits for the end of a number. */
export function LetterPad(props: LetterPadProps): JSX.Element {
  const { kind, typed, onType, onBack } = props;
  return (
    <section class="letter-pad" aria-label={m.counter_letters()}>
      <div class="letter-pad_head">
        {typed === '' || kind === 'names' ? (
          <h2 class="type_cue letter-pad_title">
            {kind === 'digits' ? m.counter_find_number() : m.counter_find_name()}
          </h2>
        ) : (
          <output class="letter-pad_typed">
            <bdi>{kind === 'big' ? groupText(typed) : typed}</bdi>
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
      <div class={padClasses[kind]}>
        {keysFor(props).map(([key, word]) => (
          <KeypadButton key={key} onPress={() => onType(key)}>
            {word}
          </KeypadButton>
        ))}
        <SwapButtons {...props} />
        <KeypadButton kind="function" label={m.counter_delete_letter()} onPress={onBack}>
          <FirstIcon name="backspace" />
        </KeypadButton>
      </div>
    </section>
  );
}

/** What else the keys can be; a name needs a blank instead. */
function SwapButtons({ kind, otherLetters, onType, onKind }: LetterPadProps): JSX.Element {
  if (kind === 'names')
    return (
      <KeypadButton kind="function" label={m.counter_space()} onPress={() => onType(' ')}>
        <FirstIcon name="space" />
      </KeypadButton>
    );
  const letters = otherLetters.slice(0, 3).join('');
  return (
    <>
      {kind === 'letters' && letters !== '' ? (
        <KeypadButton
          kind="function"
          label={m.counter_other_letters_long({ letters })}
          onPress={() => onKind('other')}
        >
          <bdi>{letters}</bdi>
        </KeypadButton>
      ) : null}
      {others[kind].map((other) => (
        <KeypadButton
          key={other}
          kind="function"
          label={swapLabels[other]()}
          onPress={() => onKind(other)}
        >
          {swapWords[other]()}
        </KeypadButton>
      ))}
    </>
  );
}

const others = {
  letters: ['big', 'digits'],
  other: ['letters', 'digits'],
  big: ['letters', 'digits'],
  digits: ['letters'],
} as const;
const swapWords = {
  letters: m.counter_letters_key,
  big: m.counter_big_key,
  digits: m.counter_digits_key,
};
const swapLabels = {
  letters: m.counter_letters_long,
  big: m.counter_big_long,
  digits: m.counter_digits_long,
};

const padClasses: Readonly<Record<LetterPadKind, string>> = {
  letters: 'letter-pad_keys',
  names: 'letter-pad_keys',
  other: 'letter-pad_keys',
  big: 'letter-pad_digits letter-pad_big',
  digits: 'letter-pad_digits',
};

/** What a key types, and what stands on it. */
type Key = readonly [string, string];

const alphabet = Array.from({ length: 26 }, (_, index) => String.fromCharCode(65 + index));
const digits = ['7', '8', '9', '4', '5', '6', '1', '2', '3', '0'];
const keysOf: Readonly<Record<Exclude<LetterPadKind, 'other'>, readonly Key[]>> = {
  letters: [...alphabet, '’'].map(sameKey),
  names: [...alphabet, '’', '-'].map(sameKey),
  big: keyGroups.map((letters, index) => [String(index + 2), letters]),
  digits: digits.map(sameKey),
};

/** The key for other letters stands where the apostrophe is, without which every name is found. */
function keysFor({ kind, otherLetters }: LetterPadProps): readonly Key[] {
  if (kind === 'other') return otherLetters.map(sameKey);
  return kind === 'letters' && otherLetters.length > 0 ? alphabet.map(sameKey) : keysOf[kind];
}

function sameKey(key: string): Key {
  return [key, key];
}

function groupText(typed: string): string {
  return Array.from(typed, (digit) => keyGroups[Number(digit) - 2] ?? digit).join(' ');
}
