import type { JSX } from 'preact';
import type { Suggestion } from '#domain/week/suggestion.ts';
import { useSettings } from '#ui/hooks/use-settings.ts';
import { SomethingElseSheet, type OtherGesture } from '#ui/parts/week/alternative-sheet.tsx';
import type { WeekDeeds } from './use-week-actions.ts';

export interface ElseSheetProps {
  readonly suggestion: Suggestion;
  readonly deeds: WeekDeeds;
  readonly onClose: () => void;
}

/** Something else than suggested, starting from what the shop usually gives. */
export function ElseSheet({ suggestion, deeds, onClose }: ElseSheetProps): JSX.Element {
  const { currency, cardCost, offerCost, offerWords } = useSettings();
  const { name, gesture: kind, words, cost } = suggestion;

  async function decide(choice: OtherGesture): Promise<void> {
    const done = await deeds.accept(suggestion, choice);
    if (done) onClose();
  }
  return (
    <SomethingElseSheet
      name={name}
      start={{ kind, words, cost }}
      usual={{
        card: { words: '', cost: cardCost },
        offer: { words: offerWords, cost: offerCost },
        word: { words: '', cost: 0 },
      }}
      currency={currency}
      busy={deeds.busy}
      onDecide={(choice) => void decide(choice)}
      onClose={onClose}
    />
  );
}
