import { useState } from 'preact/hooks';
import type { JSX } from 'preact';
import type { GestureChoice } from '#app/week/gestures.ts';
import { knownOffers, type KnownOffer } from '#app/week/known-offers.ts';
import { plannedKinds, type PlannedKind } from '#domain/week/gesture.ts';
import type { Currency } from '#domain/shop/money.ts';
import { parseAmount } from '#domain/shop/amount-input.ts';
import { money } from '#i18n/format.ts';
import { amountFieldText } from '#i18n/language/amount-field-text.ts';
import { useLive } from '#ui/hooks/use-live.ts';
import { useSettings, useToday } from '#ui/hooks/use-shop.ts';
import { Button } from '#ui/parts/controls/button.tsx';
import { Choice } from '#ui/parts/controls/choice.tsx';
import { FieldStack, TextField } from '#ui/parts/controls/field.tsx';
import { GestureIcon } from '#ui/parts/icons/gesture-icon.tsx';
import { Sheet } from '#ui/parts/layout/sheet.tsx';
import { m } from '#ui/messages.ts';

export interface GestureChoiceSheetProps {
  readonly title: string;
  readonly start: GestureChoice & { readonly kind: PlannedKind };
  readonly busy: boolean;
  /** What there is to choose from; all of it without. */
  readonly offered?: readonly PlannedKind[];
  /** Gives whether it was decided. */
  readonly onChoose: (choice: GestureChoice) => Promise<boolean>;
  readonly onClose: () => void;
}

/** A card, an offer or a reply, in the owner's own words and at what it costs. */
export function GestureChoiceSheet(props: GestureChoiceSheetProps): JSX.Element {
  const { start, onChoose, onClose } = props;
  const { currency, cardCost, offers } = useSettings();
  const usual: Readonly<Record<PlannedKind, Omit<GestureChoice, 'kind'>>> = {
    card: { words: '', cost: cardCost },
    offer: start.kind === 'offer' ? start : offers[0],
    word: { words: '', cost: 0 },
  };
  const [kind, setKind] = useState(start.kind);
  const [words, setWords] = useState(start.words);
  const [cost, setCost] = useState(amountFieldText(start.cost, currency));
  const [checked, setChecked] = useState(false);
  const amount = kind === 'word' ? 0 : costFrom(cost, currency);
  const lacksWords = kind === 'offer' && words.trim() === '';

  function take(known: KnownOffer): void {
    setWords(known.words);
    setCost(amountFieldText(known.cost, currency));
    setChecked(false);
  }
  function choose(next: PlannedKind): void {
    setKind(next);
    take(usual[next]);
  }
  async function decide(): Promise<void> {
    setChecked(true);
    if (amount === null || lacksWords) return;
    if (await onChoose({ kind, words: words.trim(), cost: amount })) onClose();
  }

  return (
    <Sheet
      title={props.title}
      closeWord={m.week_close()}
      onClose={onClose}
      foot={
        <Button kind="primary" busy={props.busy} onPress={() => void decide()}>
          {m.week_else_save()}
        </Button>
      }
    >
      <FieldStack>
        <KindChoice offered={props.offered} chosen={kind} onChoose={choose} />
        {kind === 'offer' ? <KnownOffers chosen={words} onChoose={take} /> : null}
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

interface KindChoiceProps {
  readonly offered: readonly PlannedKind[] | undefined;
  readonly chosen: PlannedKind;
  readonly onChoose: (kind: PlannedKind) => void;
}

/** Nothing to ask where there is only one thing to give. */
function KindChoice({
  offered = plannedKinds,
  chosen,
  onChoose,
}: KindChoiceProps): JSX.Element | null {
  if (offered.length < 2) return null;
  return (
    <Choice
      legend={m.week_else_what()}
      options={offered.map((value) => ({
        value,
        word: kindWords[value](),
        icon: <GestureIcon kind={value} />,
      }))}
      value={chosen}
      onChange={onChoose}
    />
  );
}

interface KnownOffersProps {
  readonly chosen: string;
  readonly onChoose: (offer: KnownOffer) => void;
}

/** What the shop gives: its own offers and those of the last year, each by name with its cost. */
function KnownOffers({ chosen, onChoose }: KnownOffersProps): JSX.Element | null {
  const { currency, offers: own } = useSettings();
  const today = useToday();
  const offers = useLive(
    (deps) => knownOffers(deps, { offers: own }, today),
    [JSON.stringify(own), today],
  );
  if (offers.state !== 'ready' || offers.value.length < 2) return null;
  return (
    <Choice
      legend={m.week_else_offers()}
      options={offers.value.map(({ words, cost }) => ({
        value: words,
        word: m.week_else_offer_named({ words, cost: money(cost, currency) }),
      }))}
      value={offers.value.find(({ words }) => words === chosen)?.words ?? null}
      onChange={(words) => {
        const offer = offers.value.find((each) => each.words === words);
        if (offer !== undefined) onChoose(offer);
      }}
    />
  );
}

const kindWords: Readonly<Record<PlannedKind, () => string>> = {
  card: m.week_else_card,
  offer: m.week_else_offer,
  word: m.week_else_word,
};

const wordsLabels: Readonly<Record<PlannedKind, () => string>> = {
  card: m.week_else_card_words,
  offer: m.week_else_offer_words,
  word: m.week_else_word_words,
};

/** Longer than this it would no longer fit the printed list beside a name. */
const maxWordsLength = 80;

/** Null for what is no amount; nothing typed is nothing spent. */
function costFrom(typed: string, currency: Currency): number | null {
  return parseAmount(typed, currency) ?? (typed.trim() === '' ? 0 : null);
}

function costProblem(currency: Currency): string {
  return m.week_else_cost_problem({
    currency: currency.code,
    example: amountFieldText(4 * 10 ** currency.digits, currency),
  });
}
