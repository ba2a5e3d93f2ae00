import type { JSX } from 'preact';
import { numberText } from '#i18n/format.ts';
import { Button } from '#ui/parts/controls/button.tsx';
import { Card } from '#ui/parts/layout/card.tsx';
import { m } from '#ui/messages.ts';

export interface DoneCardProps {
  readonly sent: number;
  readonly onAgain: () => void;
}

/** Everybody had their turn. */
export function DoneCard({ sent, onAgain }: DoneCardProps): JSX.Element {
  return (
    <Card tone="safe" title={m.messages_how_sent()}>
      <div class="messages_sending" role="status">
        <p>{m.messages_done({ count: sent, text: numberText(sent) })}</p>
        <Button onPress={onAgain}>{m.messages_again()}</Button>
      </div>
    </Card>
  );
}
