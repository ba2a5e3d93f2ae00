import { useState } from 'preact/hooks';
import type { JSX } from 'preact';
import { changeSettings } from '#app/shop/change-settings.ts';
import { parseAmount } from '#domain/shop/amount-input.ts';
import { withOffer } from '#domain/shop/offer.ts';
import { currencySign } from '#i18n/story.ts';
import { amountFieldText } from '#i18n/language/amount-field-text.ts';
import { useDeps, useSettings } from '#ui/hooks/use-shop.ts';
import { useAction } from '#ui/hooks/use-action.ts';
import { Button } from '#ui/parts/controls/button.tsx';
import { FieldStack, TextField } from '#ui/parts/controls/field.tsx';
import { Sheet } from '#ui/parts/layout/sheet.tsx';
import { m } from '#ui/messages.ts';

export interface OfferNameSheetProps {
  /** Called once the offer has a name and a cost, before the sheet closes. */
  readonly onNamed: (offer: { readonly words: string; readonly cost: number }) => Promise<unknown>;
  readonly onClose: () => void;
}

/** What an offer of this shop is: asked when one is first suggested, and kept in My shop. */
export function OfferNameSheet({ onNamed, onClose }: OfferNameSheetProps): JSX.Element {
  const deps = useDeps();
  const { currency, offers } = useSettings();
  const { run, isRunning } = useAction();
  const [words, setWords] = useState('');
  const [cost, setCost] = useState(amountFieldText(offers[0].cost, currency));
  const [checked, setChecked] = useState(false);
  const amount = parseAmount(cost, currency);
  async function keep(): Promise<void> {
    setChecked(true);
    const offer = { words: words.trim(), cost: amount ?? 0 };
    if (amount === undefined || offer.words === '') return;
    const saved = await run(() => changeSettings(deps, { offers: withOffer(offers, offer) }));
    if (saved === undefined) return;
    await onNamed(offer);
    onClose();
  }
  return (
    <Sheet
      title={m.week_offer_title()}
      closeWord={m.week_close()}
      startAt="field"
      onClose={onClose}
      foot={
        <Button kind="primary" busy={isRunning} onPress={() => void keep()}>
          {m.week_offer_keep()}
        </Button>
      }
    >
      <FieldStack>
        <TextField
          label={m.my_shop_offer_words()}
          hint={m.my_shop_offer_words_hint()}
          problem={checked && words.trim() === '' ? m.week_else_offer_missing() : null}
          value={words}
          maxLength={80}
          autoCapitalize="sentences"
          onInput={setWords}
        />
        <TextField
          label={m.my_shop_offer_cost()}
          before={currencySign(currency)}
          problem={checked && amount === undefined ? m.my_shop_amount_wrong() : null}
          value={cost}
          inputMode="decimal"
          onInput={setCost}
        />
        <p class="type_sub">{m.week_offer_words()}</p>
      </FieldStack>
    </Sheet>
  );
}
