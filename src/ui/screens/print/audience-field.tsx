import type { JSX } from 'preact';
import { SelectField } from '#ui/parts/controls/field.tsx';
import { m } from '#ui/messages.ts';
import type { PrintChoiceProps, LetterAudience } from './print-choices.ts';

export interface AudienceFieldProps extends PrintChoiceProps {
  /** How many people of this week get a card, and how many have an address at all. */
  readonly counts: { readonly cards: number; readonly everyone: number };
  readonly audiences: readonly LetterAudience[];
  readonly lettersWord: (count: number) => string;
}

/** Whom the labels or envelopes are for. */
export function AudienceField(props: AudienceFieldProps): JSX.Element {
  const { chosen, onChoose, counts, audiences, lettersWord } = props;
  const wordOf: Readonly<Record<LetterAudience, () => string>> = {
    cards: () => lettersWord(counts.cards),
    everyone: () => m.print_for_everyone({ count: counts.everyone }),
    sender: m.print_for_sender,
  };
  return (
    <SelectField
      label={m.print_for()}
      options={audiences.map((value) => ({ value, word: wordOf[value]() }))}
      value={chosen.audience}
      onChange={(audience) => onChoose({ audience })}
    />
  );
}
