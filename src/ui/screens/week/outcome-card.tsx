import type { JSX } from 'preact';
import type { GivenGesture } from '#app/week/week-plan.ts';
import { addDays, dayAt } from '#lib/day.ts';
import { dayText, type Wording } from '#i18n/format.ts';
import { decidedText } from '#i18n/gestures.ts';
import { Card } from '#ui/parts/layout/card.tsx';
import { HandOverList } from '#ui/parts/week/hand-over-list.tsx';
import { formatRoute } from '#ui/routes.ts';
import { m } from '#ui/messages.ts';
import { useWording } from './use-wording.ts';

/** What came of the last gestures, person by person: no rate is made of a handful. */
export function OutcomeCard({ given }: { readonly given: readonly GivenGesture[] }): JSX.Element {
  const wording = useWording();
  const lines = given.slice(0, maxShown).map((each) => ({
    key: each.gesture.id,
    name: each.name,
    href: formatRoute({ kind: 'person', id: each.customerId }),
    what: m.week_given_on({
      what: decidedText(each.gesture),
      day: dayText(each.handedOverOn, wording.today),
    }),
    note: returnText(each, wording),
    keys: null,
  }));
  return (
    <Card title={m.week_results()}>
      <HandOverList lines={lines} />
    </Card>
  );
}

/** As many as fit beside a week's list. */
const maxShown = 8;

function returnText(given: GivenGesture, { today }: Wording): string {
  const { comeback, gesture, handedOverOn } = given;
  switch (comeback.kind) {
    case 'came-back':
      return m.week_came_back({ day: dayText(dayAt(comeback.day), today) });
    case 'not-yet':
      return m.week_not_yet({ day: dayText(dayAt(comeback.until), today) });
    case 'did-not':
      return m.week_did_not({
        day: dayText(addDays(handedOverOn, gesture.windowDays ?? 0), today),
      });
  }
}
