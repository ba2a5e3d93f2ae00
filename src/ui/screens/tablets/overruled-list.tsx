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
import { groupBy } from '#lib/group-by.ts';
import { useDeps, useSettings, useToday } from '#ui/hooks/use-shop.ts';
import { useAction } from '#ui/hooks/use-action.ts';
import { Button, ButtonRow } from '#ui/parts/controls/button.tsx';
import { Card } from '#ui/parts/layout/card.tsx';
import { formatRoute } from '#ui/routes.ts';
import { personLines } from '#ui/screens/held/person-lines.ts';
import { dateTimeText } from '#ui/screens/recovery/date-time-text.ts';
import { m } from '#ui/messages.ts';
import './overruled-list.css';

/** What two tablets noted differently about one person, each with the earlier one to choose. */
export function OverruledOfCustomer({ id }: { readonly id: CustomerId }): JSX.Element | null {
  const answers = useOverruled(id);
  if (answers.length === 0) return null;
  return (
    <div class="overruled-list_on-page">
      <Card tone="ask" title={m.tablets_overruled_title()}>
        <p>{m.tablets_overruled_why()}</p>
        <Choices answers={answers} />
      </Card>
    </div>
  );
}

/** The same about everybody, one person after another; nothing while there is none. */
export function OverruledCard(): JSX.Element | null {
  const answers = useOverruled(null);
  if (answers.length === 0) return null;
  const byPerson = groupBy(answers, ({ customer }) => customer.id);
  return (
    <Card tone="ask" title={m.tablets_overruled_title()}>
      <p>{m.tablets_overruled_why()}</p>
      {[...byPerson].map(([id, own]) => (
        <div key={id}>
          <h3 class="overruled-list_name">
            <a href={formatRoute({ kind: 'person', id })}>
              <bdi>{own[0]?.customer.name}</bdi>
            </a>
          </h3>
          <Choices answers={own} />
        </div>
      ))}
    </Card>
  );
}

function Choices({ answers }: { readonly answers: readonly OverruledAnswer[] }): JSX.Element {
  return (
    <>
      {answers.map((answer) => (
        <Choice key={keyOf(answer)} answer={answer} />
      ))}
    </>
  );
}

function Choice({ answer }: { readonly answer: OverruledAnswer }): JSX.Element {
  const deps = useDeps();
  const { zone } = useSettings();
  const today = useToday();
  const { run, isRunning } = useAction();
  const { overruled, stands, earlierOn, laterOn, earlierAt, laterAt } = answer;
  const before = saidText(overruled.said, today);
  const saidBy = (name: string | null, at: number) => ({
    ...dateTimeText(at, zone, deps.clock.now()),
    name: name ?? m.tablets_some_tablet(),
  });
  async function leave(): Promise<void> {
    await leaveLater(await tabletContext(deps), overruled);
  }
  return (
    <div class="overruled-list_choice">
      <dl class="overruled-list_both">
        <div>
          <dt>{m.tablets_overruled_later(saidBy(laterOn, laterAt))}</dt>
          <dd class="overruled-list_said">{saidText(stands, today)}</dd>
        </div>
        <div>
          <dt>{m.tablets_overruled_earlier(saidBy(earlierOn, earlierAt))}</dt>
          <dd class="overruled-list_said">{before}</dd>
        </div>
      </dl>
      <ButtonRow>
        <Button
          label={m.tablets_overruled_take_label({ text: before })}
          busy={isRunning}
          onPress={() => void run(() => takeEarlier(deps, overruled))}
        >
          {m.tablets_overruled_take()}
        </Button>
        <Button onPress={() => void leave()}>{m.tablets_overruled_leave()}</Button>
      </ButtonRow>
    </div>
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
