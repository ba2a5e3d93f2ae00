import type { JSX } from 'preact';
import type { Suggestion } from '#domain/week/suggestion.ts';
import { suggestedText, yesText } from '#i18n/gestures.ts';
import { whyLine } from '#i18n/reasons.ts';
import { Button } from '#ui/parts/controls/button.tsx';
import { Card } from '#ui/parts/layout/card.tsx';
import { HandOverList } from '#ui/parts/week/hand-over-list.tsx';
import { formatRoute } from '#ui/routes.ts';
import { m } from '#ui/messages.ts';
import type { WeekActions } from './use-week-actions.ts';
import { useWording } from './use-wording.ts';

export interface HoldOutCardProps {
  readonly heldOut: readonly Suggestion[];
  readonly actions: WeekActions;
  readonly focusNext: (selector: string) => void;
}

/** Who was drawn to get no card, so that the shop learns whether cards help; and a way round. */
export function HoldOutCard({ heldOut, actions, focusNext }: HoldOutCardProps): JSX.Element {
  const wording = useWording();

  async function giveAnyway(suggestion: Suggestion): Promise<void> {
    if (await actions.accept(suggestion)) focusNext('[data-place="hand-over"] button');
  }
  return (
    <Card title={m.week_left_out()}>
      <p>{m.week_left_out_words()}</p>
      <HandOverList
        lines={heldOut.map((suggestion) => {
          const { customerId, name, gesture: kind, words, reasons } = suggestion;
          const yes = yesText({ kind, words });
          return {
            key: `lot-${customerId}`,
            name,
            href: formatRoute({ kind: 'person', id: customerId }),
            what: suggestedText({ kind, words, reasons }),
            note: whyLine(reasons, wording),
            keys: (
              <Button
                label={m.week_yes_label({ yes, name })}
                busy={actions.busy}
                onPress={() => void giveAnyway(suggestion)}
              >
                {m.week_left_out_anyway()}
              </Button>
            ),
          };
        })}
      />
    </Card>
  );
}
