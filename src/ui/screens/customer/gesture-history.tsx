import { useId } from 'preact/hooks';
import type { JSX } from 'preact';
import type { GestureWithOutcome, CustomerDetails } from '#app/customers/customer-page.ts';
import { dayWords, gestureWords } from '#i18n/story.ts';
import type { Day } from '#lib/day.ts';
import { useToday } from '#ui/hooks/use-shop.ts';
import { GestureList } from '#ui/parts/customers/gesture-list.tsx';
import { gestureIcons } from '#ui/parts/icons/gesture-icon.tsx';
import { Icon } from '#ui/parts/icons/icon.tsx';
import { m } from '#ui/messages.ts';
import './gesture-history.css';

export function GestureHistory({ page }: { readonly page: CustomerDetails }): JSX.Element {
  const today = useToday();
  const id = useId();
  const lines = page.pastGestures.map(({ gesture, cameBackOn }) => ({
    key: gesture.id,
    icon: <Icon name={gestureIcons[gesture.kind]} />,
    title: gestureWords(gesture),
    when: gestureDateText({ gesture, cameBackOn }, today),
    done: gesture.handedOverOn === null ? null : m.customer_done_mark(),
  }));
  return (
    <section>
      <h2 class="type_section gesture-history_head" id={id}>
        {m.customer_done()}
      </h2>
      {lines.length === 0 ? (
        <p class="type_sub">{m.customer_done_empty()}</p>
      ) : (
        <GestureList lines={lines} labelledBy={id} />
      )}
    </section>
  );
}

function gestureDateText({ gesture, cameBackOn }: GestureWithOutcome, today: Day): string {
  const { handedOverOn, printedOn, plannedOn, kind } = gesture;
  if (handedOverOn !== null) {
    const day = dayWords(handedOverOn, today);
    if (cameBackOn !== null)
      return m.customer_done_given_back({ day, back: dayWords(cameBackOn, today) });
    return kind === 'word' ? m.customer_done_said({ day }) : day;
  }
  return printedOn === null
    ? m.customer_done_planned({ day: dayWords(plannedOn, today) })
    : m.customer_done_printed({ day: dayWords(printedOn, today) });
}
