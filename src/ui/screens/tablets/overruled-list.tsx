import type { JSX } from 'preact';
import { useEffect, useState } from 'preact/hooks';
import {
  leaveLater,
  takeEarlier,
  watchOverruled,
  type OverruledAnswer,
} from '#app/tablets/overruled-view.ts';
import { tabletContext } from '#app/tablets/tablet-context.ts';
import type { CustomerId } from '#domain/customers/customer.ts';
import type { TypedFields } from '#domain/tablets/overruled.ts';
import type { Day } from '#lib/day.ts';
import { useAction, useDeps, useSettings, useToday } from '#ui/hooks/use-shop.ts';
import { Button } from '#ui/parts/controls/button.tsx';
import { Notice } from '#ui/parts/feedback/notice.tsx';
import { Card } from '#ui/parts/layout/card.tsx';
import { formatRoute } from '#ui/routes.ts';
import { personLines } from '#ui/screens/held/person-lines.ts';
import { dateTimeText } from '#ui/screens/recovery/date-time-text.ts';
import { m } from '#ui/messages.ts';

/** What two tablets noted differently about one person, each with the earlier one to choose. */
export function OverruledOfCustomer({ id }: { readonly id: CustomerId }): JSX.Element {
  const answers = useOverruled(id);
  return (
    <>
      {answers.map((answer) => (
        <OverruledNotice key={keyOf(answer)} answer={answer} />
      ))}
    </>
  );
}

/** The same about everybody; nothing while there is none. */
export function OverruledCard(): JSX.Element | null {
  const answers = useOverruled(null);
  if (answers.length === 0) return null;
  return (
    <Card title={m.tablets_overruled_title()}>
      <div class="tablets_form">
        {answers.map((answer) => {
          const { id, name } = answer.customer;
          return (
            <div key={keyOf(answer)}>
              <p>
                <a href={formatRoute({ kind: 'person', id })}>
                  <bdi>{name}</bdi>
                </a>
              </p>
              <OverruledNotice answer={answer} />
            </div>
          );
        })}
      </div>
    </Card>
  );
}

function OverruledNotice({ answer }: { readonly answer: OverruledAnswer }): JSX.Element {
  const deps = useDeps();
  const { zone } = useSettings();
  const today = useToday();
  const { run, isRunning } = useAction();
  const { overruled, stands, earlierOn, laterOn, earlierAt, laterAt } = answer;
  const before = saidText(overruled.said, today);
  const now = deps.clock.now();
  async function leave(): Promise<void> {
    await leaveLater(await tabletContext(deps), overruled);
  }
  return (
    <Notice
      tone="ask"
      actions={
        <>
          <Button
            label={m.tablets_overruled_take_label({ text: before })}
            busy={isRunning}
            onPress={() => void run(() => takeEarlier(deps, overruled))}
          >
            {m.tablets_overruled_take()}
          </Button>
          <Button onPress={() => void leave()}>{m.tablets_overruled_leave()}</Button>
        </>
      }
    >
      {m.tablets_overruled_later({
        ...dateTimeText(laterAt, zone, now),
        name: laterOn ?? m.tablets_some_tablet(),
        text: saidText(stands, today),
      })}{' '}
      {m.tablets_overruled_earlier({
        ...dateTimeText(earlierAt, zone, now),
        name: earlierOn ?? m.tablets_some_tablet(),
        text: before,
      })}
    </Notice>
  );
}

/** The field with its name; that it is empty where nothing stands in it. */
function saidText(said: TypedFields, today: Day): string {
  const [line] = personLines(said, today);
  return line ?? m.tablets_overruled_blank();
}

function useOverruled(of: CustomerId | null): readonly OverruledAnswer[] {
  const deps = useDeps();
  const [answers, setAnswers] = useState<readonly OverruledAnswer[]>([]);
  useEffect(() => watchOverruled(deps, of, setAnswers), [deps, of]);
  return answers;
}

function keyOf({ overruled: { customerId, field, at } }: OverruledAnswer): string {
  return `${customerId} ${field} ${at}`;
}
