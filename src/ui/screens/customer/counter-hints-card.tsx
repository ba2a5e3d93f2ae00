import type { JSX } from 'preact';
import type { CustomerDetails } from '#app/customers/customer-page.ts';
import { handOver } from '#app/week/gestures.ts';
import type { Gesture } from '#domain/week/gesture.ts';
import type { Hint, HintCode } from '#domain/week/hint.ts';
import { hintLine } from '#i18n/hints.ts';
import { dayWords } from '#i18n/story.ts';
import { useDeps, useToday } from '#ui/hooks/use-shop.ts';
import { useAction } from '#ui/hooks/use-action.ts';
import { Button } from '#ui/parts/controls/button.tsx';
import { Card } from '#ui/parts/layout/card.tsx';
import { gestureIcons } from '#ui/parts/icons/gesture-icon.tsx';
import { Icon, type IconName } from '#ui/parts/icons/icon.tsx';
import { m } from '#ui/messages.ts';
import './counter-hints-card.css';

/** What staff will see at the Counter, and what waits to be handed over. */
export function CounterHintsCard({ page }: { readonly page: CustomerDetails }): JSX.Element {
  const { hints, waiting } = page;
  const today = useToday();
  return (
    <Card title={m.customer_next()}>
      {hints.length === 0 ? <p class="type_sub">{m.customer_next_empty()}</p> : null}
      <ul>
        {hints.map((hint) => (
          <li
            class={`counter-hints-card${hint.code === 'to-hand-over' ? ' counter-hints-card-waiting' : ''}`}
            key={keyOf(hint)}
          >
            <Icon name={iconOf(hint)} />
            <span class="counter-hints-card_words">
              {hintLine(hint, today)}
              {hint.code === 'preference' ? (
                <small class="counter-hints-card_since type_sub type_small">
                  {m.customer_wrote_on({ day: dayWords(hint.day, today) })}
                </small>
              ) : null}
            </span>
            {hint.code === 'to-hand-over' && waiting !== null ? (
              <HandOver gesture={waiting} />
            ) : null}
          </li>
        ))}
      </ul>
    </Card>
  );
}

function HandOver({ gesture }: { readonly gesture: Gesture }): JSX.Element {
  const deps = useDeps();
  const today = useToday();
  const { run, isRunning } = useAction();
  return (
    <Button
      kind="give"
      busy={isRunning}
      onPress={() => void run(() => handOver(deps, gesture.id, today))}
    >
      {gesture.kind === 'word' ? m.customer_said() : m.customer_handed_over()}
    </Button>
  );
}

function keyOf(hint: Hint): string {
  return hint.code === 'preference' ? `${hint.code} ${hint.day} ${hint.text}` : hint.code;
}

function iconOf(hint: Hint): IconName {
  return hint.code === 'to-hand-over' ? gestureIcons[hint.gesture] : icons[hint.code];
}

const icons: Readonly<Record<Exclude<HintCode, 'to-hand-over'>, IconName>> = {
  birthday: 'cake',
  milestone: 'bell',
  anniversary: 'week',
  'first-visit': 'person',
  'second-visit': 'person',
  'back-since': 'undo',
  preference: 'heart',
  'last-talk': 'speech',
  'likes-it-quick': 'feather',
  'usual-weekday': 'clock',
  'perk-due': 'gift',
};
