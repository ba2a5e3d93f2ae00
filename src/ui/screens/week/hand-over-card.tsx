import type { JSX } from 'preact';
import type { GestureWithCustomer } from '#app/week/gesture-with-customer.ts';
import type { WeekPlan } from '#app/week/week-plan.ts';
import { dayText, enumeration } from '#i18n/format.ts';
import { decidedText } from '#i18n/gestures.ts';
import { useToday } from '#ui/hooks/use-shop.ts';
import { Button } from '#ui/parts/controls/button.tsx';
import { Card } from '#ui/parts/layout/card.tsx';
import { HandOverList, type HandOverLine } from '#ui/parts/week/hand-over-list.tsx';
import { formatRoute } from '#ui/routes.ts';
import { m } from '#ui/messages.ts';
import type { WeekActions } from './use-week-actions.ts';

export interface HandOverCardProps {
  readonly plan: Pick<WeekPlan, 'waiting' | 'givenToday' | 'week'>;
  readonly actions: WeekActions;
  readonly focusNext: (selector: string) => void;
}

/** What waits under the till. What was given today stays until the day is over, with Undo. */
export function HandOverCard({ plan, actions, focusNext }: HandOverCardProps): JSX.Element {
  const today = useToday();

  async function moved(action: Promise<boolean>, to: string): Promise<void> {
    if (await action) focusNext(to);
  }
  function waitingLine(waiting: GestureWithCustomer): HandOverLine {
    const { gesture, name } = waiting;
    const word = gesture.kind === 'word' ? m.week_said_it() : m.week_handed_over();
    return {
      ...lineOf(waiting),
      note: enumeration([
        m.week_since({ day: dayText(gesture.plannedOn, today) }),
        ...(gesture.printedOn === null ? [] : [m.week_printed()]),
      ]),
      keys: (
        <Button
          label={m.week_handed_over_label({ word, name })}
          busy={actions.busy}
          onPress={() => void moved(actions.give(waiting), keyOf('given', waiting))}
        >
          {word}
        </Button>
      ),
      ...(gesture.week === plan.week ? { back: undo(waiting) } : {}),
    };
  }
  function undo(waiting: GestureWithCustomer): JSX.Element {
    return (
      <Button
        kind="link"
        label={m.week_yes_undo_label({ name: waiting.name })}
        busy={actions.busy}
        onPress={() => void moved(actions.takeBack(waiting), '[data-place="hand-over"] h2')}
      >
        {m.week_yes_undo()}
      </Button>
    );
  }
  function givenLine(given: GestureWithCustomer): HandOverLine {
    const { gesture, name } = given;
    return {
      ...lineOf(given),
      key: `given-${gesture.id}`,
      note: gesture.kind === 'word' ? m.week_said_today() : m.week_given_today(),
      keys: (
        <Button
          kind="quiet"
          label={m.week_undo_label({ name })}
          busy={actions.busy}
          onPress={() => void moved(actions.takeBackGiven(given), keyOf('waiting', given))}
        >
          {m.week_undo()}
        </Button>
      ),
    };
  }

  const lines = [...plan.waiting.map(waitingLine), ...plan.givenToday.map(givenLine)];
  return (
    <div data-place="hand-over">
      <Card title={m.week_hand_over()}>
        {lines.length === 0 ? <p>{m.week_hand_over_empty()}</p> : <HandOverList lines={lines} />}
      </Card>
    </div>
  );
}

function lineOf({
  gesture,
  name,
  customerId,
}: GestureWithCustomer): Omit<HandOverLine, 'note' | 'keys' | 'back'> {
  return {
    key: `waiting-${gesture.id}`,
    name,
    href: formatRoute({ kind: 'person', id: customerId }),
    what: decidedText(gesture),
  };
}

function keyOf(state: 'waiting' | 'given', { gesture }: GestureWithCustomer): string {
  return `[data-place="${state}-${gesture.id}"] button`;
}
