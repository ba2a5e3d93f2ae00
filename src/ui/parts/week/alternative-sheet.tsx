import { useState } from 'preact/hooks';
import type { JSX } from 'preact';
import type { GestureKind } from '#domain/week/gesture.ts';
import type { Currency } from '#domain/shop/money.ts';
import { parseAmount, amountInputText } from '#domain/shop/amount-input.ts';
import { m } from '#ui/messages.ts';
import { Button } from '#ui/parts/controls/button.tsx';
import { Choice } from '#ui/parts/controls/choice.tsx';
import { FieldStack, TextField } from '#ui/parts/controls/field.tsx';
import { GestureIcon } from '#ui/parts/icons/gesture-icon.tsx';
import { Sheet } from '#ui/parts/layout/sheet.tsx';

/** What the owner would rather do. */
export interface OtherGesture {
  readonly kind: GestureKind;
  readonly words: string;
  /** Minor units. */
  readonly cost: number;
}

export interface AlternativeSheetProps {
  readonly name: string;
  /** What was suggested: the sheet starts there. */
  readonly start: OtherGesture;
  /** What the shop usually gives and pays, for each kind. */
  readonly usual: Readonly<Record<GestureKind, Omit<OtherGesture, 'kind'>>>;
  readonly currency: Currency;
  readonly busy: boolean;
  readonly onDecide: (choice: OtherGesture) => void;
  readonly onClose: () => void;
}

/**
 * A card, an offer or a word instead of what was suggested, with words and cost of the owner's own.
 */
export function AlternativeSheet(props: AlternativeSheetProps): JSX.Element {
  const { name, start, usual, currency } = props;
  const [kind, setKind] = useState(start.kind);
  const [words, setWords] = useState(start.words);
  const [cost, setCost] = useState(amountInputText(start.cost, currency));
  const [checked, setChecked] = useState(false);
  const amount =
    kind === 'word' ? 0 : (parseAmount(cost, currency) ?? (cost.trim() === '' ? 0 : null));
  const lacksWords = kind === 'offer' && words.trim() === '';

  function choose(next: GestureKind): void {
    setKind(next);
    setWords(usual[next].words);
    setCost(amountInputText(usual[next].cost, currency));
    setChecked(false);
  }
  function decide(): void {
    setChecked(true);
    if (amount !== null && !lacksWords) props.onDecide({ kind, words: words.trim(), cost: amount });
  }

  return (
    <Sheet
      title={m.week_else_title({ name })}
      closeWord={m.week_close()}
      onClose={props.onClose}
      foot={
        <Button kind="primary" busy={props.busy} onPress={decide}>
          {m.week_else_save()}
        </Button>
      }
    >
      <FieldStack>
        <Choice
          legend={m.week_else_what()}
          options={segments.map(([value, word]) => ({
            value,
            word: word(),
            icon: <GestureIcon kind={value} />,
          }))}
          value={kind}
          onChange={choose}
        />
        <TextField
          label={wordsLabels[kind]()}
          hint={kind === 'offer' ? m.week_else_offer_hint() : m.week_else_optional()}
          problem={checked && lacksWords ? m.week_else_offer_missing() : null}
          value={words}
          maxLength={maxWordsLength}
          autoCapitalize="sentences"
          onInput={setWords}
        />
        {kind === 'word' ? null : (
          <TextField
            label={m.week_else_cost()}
            problem={checked && amount === null ? costProblem(currency) : null}
            value={cost}
            inputMode="decimal"
            onInput={setCost}
          />
        )}
      </FieldStack>
    </Sheet>
  );
}

const segments: readonly (readonly [GestureKind, () => string])[] = [
  ['card', m.week_else_card],
  ['offer', m.week_else_offer],
  ['word', m.week_else_word],
];

const wordsLabels: Readonly<Record<GestureKind, () => string>> = {
  card: m.week_else_card_words,
  offer: m.week_else_offer_words,
  word: m.week_else_word_words,
};

/** Longer than this it would no longer fit the printed list beside a name. */
const maxWordsLength = 80;

function costProblem(currency: Currency): string {
  return m.week_else_cost_problem({
    currency: currency.code,
    example: amountInputText(4 * 10 ** currency.digits, currency),
  });
}
