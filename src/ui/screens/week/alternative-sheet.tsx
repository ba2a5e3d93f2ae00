import { useState } from 'preact/hooks';
import type { JSX } from 'preact';
import type { GestureChoice } from '#app/week/gestures.ts';
import type { PlannedKind } from '#domain/week/gesture.ts';
import type { Suggestion } from '#domain/week/suggestion.ts';
import type { Currency } from '#domain/shop/money.ts';
import { parseAmount, amountInputText } from '#domain/shop/amount-input.ts';
import { useSettings } from '#ui/hooks/use-shop.ts';
import { Button } from '#ui/parts/controls/button.tsx';
import { Choice } from '#ui/parts/controls/choice.tsx';
import { FieldStack, TextField } from '#ui/parts/controls/field.tsx';
import { GestureIcon } from '#ui/parts/icons/gesture-icon.tsx';
import { Sheet } from '#ui/parts/layout/sheet.tsx';
import { m } from '#ui/messages.ts';
import type { WeekActions } from './use-week-actions.ts';

export interface AlternativeSheetProps {
  readonly suggestion: Suggestion;
  readonly actions: WeekActions;
  readonly onClose: () => void;
}

/** Something else than suggested, with the owner's own words and cost; starts from the usual. */
export function AlternativeSheet(props: AlternativeSheetProps): JSX.Element {
  const { suggestion, actions, onClose } = props;
  const { currency, cardCost, offerCost, offerWords } = useSettings();
  const usual: Readonly<Record<PlannedKind, Omit<GestureChoice, 'kind'>>> = {
    card: { words: '', cost: cardCost },
    offer: { words: offerWords, cost: offerCost },
    word: { words: '', cost: 0 },
  };
  const [kind, setKind] = useState(suggestion.gesture);
  const [words, setWords] = useState(suggestion.words);
  const [cost, setCost] = useState(amountInputText(suggestion.cost, currency));
  const [checked, setChecked] = useState(false);
  const amount =
    kind === 'word' ? 0 : (parseAmount(cost, currency) ?? (cost.trim() === '' ? 0 : null));
  const lacksWords = kind === 'offer' && words.trim() === '';

  function choose(next: PlannedKind): void {
    setKind(next);
    setWords(usual[next].words);
    setCost(amountInputText(usual[next].cost, currency));
    setChecked(false);
  }
  async function decide(): Promise<void> {
    setChecked(true);
    if (amount === null || lacksWords) return;
    if (await actions.accept(suggestion, { kind, words: words.trim(), cost: amount })) onClose();
  }

  return (
    <Sheet
      title={m.week_else_title({ name: suggestion.name })}
      closeWord={m.week_close()}
      onClose={onClose}
      foot={
        <Button kind="primary" busy={actions.busy} onPress={() => void decide()}>
          {m.week_else_save()}
        </Button>
      }
    >
      <FieldStack>
        <Choice
          legend={m.week_else_what()}
          options={kinds.map(([value, word]) => ({
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

const kinds: readonly (readonly [PlannedKind, () => string])[] = [
  ['card', m.week_else_card],
  ['offer', m.week_else_offer],
  ['word', m.week_else_word],
];

const wordsLabels: Readonly<Record<PlannedKind, () => string>> = {
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
