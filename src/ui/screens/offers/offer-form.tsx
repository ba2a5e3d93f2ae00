import type { JSX } from 'preact';
import { useState } from 'preact/hooks';
import { parseAmount } from '#domain/shop/amount-input.ts';
import { amountFieldText } from '#i18n/language/amount-field-text.ts';
import type { Currency } from '#domain/shop/money.ts';
import type { Offer } from '#domain/shop/offer.ts';
import { currencySign } from '#i18n/story.ts';
import { Button } from '#ui/parts/controls/button.tsx';
import { FieldStack, TextField } from '#ui/parts/controls/field.tsx';
import { m } from '#ui/messages.ts';

export interface OfferFormProps {
  /** The offer that is changed; null for a new one. */
  readonly start: Offer | null;
  readonly currency: Currency;
  readonly onKeep: (offer: Offer) => void;
  readonly onCancel: () => void;
}

/** What one offer is and costs. The sheet's own Done keeps what was typed here, too. */
export function OfferForm({ start, currency, onKeep, onCancel }: OfferFormProps): JSX.Element {
  const draft = useOfferDraft(start, currency);
  return (
    <form
      class="offers-list_form"
      data-half-typed={draft.isTyped ? '' : undefined}
      onSubmit={(event) => {
        event.preventDefault();
        draft.check(onKeep);
      }}
    >
      <OfferFields draft={draft} currency={currency} />
      <div class="line line-level button_row">
        <Button type="submit" kind="soft">
          {m.my_shop_offer_keep()}
        </Button>
        <Button kind="quiet" onPress={onCancel}>
          {m.my_shop_offer_cancel()}
        </Button>
      </div>
    </form>
  );
}

interface OfferDraft {
  readonly words: string;
  readonly cost: string;
  readonly setWords: (words: string) => void;
  readonly setCost: (cost: string) => void;
  readonly isTyped: boolean;
  readonly lacksWords: boolean;
  readonly lacksCost: boolean;
  /** Says what is wrong, or hands on what was written. */
  readonly check: (onRight: (offer: Offer) => void) => void;
}

function useOfferDraft(start: Offer | null, currency: Currency): OfferDraft {
  const startWords = start?.words ?? '';
  const startCost = start === null ? '' : amountFieldText(start.cost, currency);
  const [words, setWords] = useState(startWords);
  const [cost, setCost] = useState(startCost);
  const [isChecked, setChecked] = useState(false);
  const amount = parseAmount(cost, currency) ?? null;
  const name = words.trim();
  return {
    words,
    cost,
    setWords,
    setCost,
    isTyped: words !== startWords || cost !== startCost,
    lacksWords: isChecked && name === '',
    lacksCost: isChecked && amount === null,
    check(onRight) {
      setChecked(true);
      if (amount !== null && name !== '') onRight({ words: name, cost: amount });
    },
  };
}

interface OfferFieldsProps {
  readonly draft: OfferDraft;
  readonly currency: Currency;
}

function OfferFields({ draft, currency }: OfferFieldsProps): JSX.Element {
  return (
    <FieldStack>
      <TextField
        label={m.my_shop_offer_words()}
        hint={m.my_shop_offer_words_hint()}
        problem={draft.lacksWords ? m.week_else_offer_missing() : null}
        value={draft.words}
        maxLength={80}
        autoCapitalize="sentences"
        onInput={draft.setWords}
      />
      <TextField
        label={m.my_shop_offer_cost()}
        before={currencySign(currency)}
        problem={draft.lacksCost ? m.my_shop_amount_wrong() : null}
        value={draft.cost}
        inputMode="decimal"
        onInput={draft.setCost}
      />
    </FieldStack>
  );
}
