import type { JSX } from 'preact';
import type { Suggestion } from '#domain/week/suggestion.ts';
import { useSettings } from '#ui/hooks/use-shop.ts';
import { AlternativeSheet, type OtherGesture } from '#ui/parts/week/alternative-sheet.tsx';
import type { WeekActions } from './use-week-actions.ts';

export interface SuggestionAlternativeProps {
  readonly suggestion: Suggestion;
  readonly actions: WeekActions;
  readonly onClose: () => void;
}

/** Something else than suggested, starting from what the shop usually gives. */
export function SuggestionAlternative({
  suggestion,
  actions,
  onClose,
}: SuggestionAlternativeProps): JSX.Element {
  const { currency, cardCost, offerCost, offerWords } = useSettings();
  const { name, gesture: kind, words, cost } = suggestion;

  async function decide(choice: OtherGesture): Promise<void> {
    const done = await actions.accept(suggestion, choice);
    if (done) onClose();
  }
  return (
    <AlternativeSheet
      name={name}
      start={{ kind, words, cost }}
      usual={{
        card: { words: '', cost: cardCost },
        offer: { words: offerWords, cost: offerCost },
        word: { words: '', cost: 0 },
      }}
      currency={currency}
      busy={actions.busy}
      onDecide={(choice) => void decide(choice)}
      onClose={onClose}
    />
  );
}
