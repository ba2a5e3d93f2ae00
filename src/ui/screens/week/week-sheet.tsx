import type { JSX } from 'preact';
import { keyOfSuggestion } from '#app/week/stable-list.ts';
import type { Suggestion } from '#domain/week/suggestion.ts';
import { m } from '#ui/messages.ts';
import { ExclusionsSheet, type ExclusionsSheetProps } from './exclusions-sheet.tsx';
import { GestureChoiceSheet } from './gesture-choice-sheet.tsx';
import { OfferNameSheet } from './offer-name-sheet.tsx';
import type { WeekActions } from './use-week-actions.ts';

export type OpenWeekSheet =
  | { readonly kind: 'why-not' }
  | { readonly kind: 'else'; readonly suggestion: Suggestion }
  /** The offer has no name; once it has one the suggestion, if any, is accepted with it. */
  | { readonly kind: 'offer'; readonly suggestion: Suggestion | null };

export interface WeekSheetProps extends ExclusionsSheetProps {
  readonly open: OpenWeekSheet;
  readonly actions: WeekActions;
}

export function WeekSheet({ open, actions, ...props }: WeekSheetProps): JSX.Element {
  const { onClose } = props;
  switch (open.kind) {
    case 'why-not':
      return <ExclusionsSheet {...props} />;
    case 'else': {
      const { suggestion } = open;
      const { name, gesture: kind, words, cost } = suggestion;
      return (
        <GestureChoiceSheet
          key={keyOfSuggestion(suggestion)}
          title={m.week_else_title({ name })}
          start={{ kind, words, cost }}
          busy={actions.busy}
          onChoose={(choice) => actions.accept(suggestion, choice)}
          onClose={onClose}
        />
      );
    }
    case 'offer': {
      const { suggestion } = open;
      return (
        <OfferNameSheet
          onNamed={async (offer) =>
            suggestion === null ? null : actions.accept(suggestion, { kind: 'offer', ...offer })
          }
          onClose={onClose}
        />
      );
    }
  }
}
