import type { JSX } from 'preact';
import { planGesture, takeBackDecision } from '#app/week/gestures.ts';
import type { HistoryGesture } from '#domain/visits/history-facts.ts';
import type { DateAhead } from '#domain/week/date-ahead.ts';
import type { Reason } from '#domain/week/reason.ts';
import { dayWords } from '#i18n/story.ts';
import { dayNumber, type Day } from '#lib/day.ts';
import { useRoster } from '#ui/hooks/use-roster.ts';
import { useDeps, useSettings, useToday } from '#ui/hooks/use-shop.ts';
import { useAction } from '#ui/hooks/use-action.ts';
import { Button } from '#ui/parts/controls/button.tsx';
import { formatRoute } from '#ui/routes.ts';
import { m } from '#ui/messages.ts';
import { dateDayText, dateAheadText } from './date-words.ts';

/** Whose day it is, and the card that one tap plans for it. */
export function DateLine({ date }: { readonly date: DateAhead }): JSX.Element {
  const today = useToday();
  const { customerId: id, name, lastSeen } = date;
  return (
    <div class="line line-apart dates_line">
      <div class="dates_words">
        <span class="type_small type_sub">{dateDayText(date, today)}</span>
        <a class="dates_name" href={formatRoute({ kind: 'person', id })}>
          <bdi>{name}</bdi>
        </a>
        <span class="dates_what">
          {dateAheadText(date)}
          <small class="type_small dates_seen">
            {lastSeen === null
              ? m.people_not_here_yet()
              : m.people_last_here({ when: dayWords(lastSeen, today) })}
          </small>
        </span>
      </div>
      <CardKeys date={date} />
    </div>
  );
}

function CardKeys({ date }: { readonly date: DateAhead }): JSX.Element {
  const { roster } = useRoster();
  const deps = useDeps();
  const today = useToday();
  const { cardCost } = useSettings();
  const { run, isRunning } = useAction();
  const { customerId, name } = date;
  const waiting = roster.person(customerId)?.history.gestures.find(isWaitingOn(today));
  const who = { customerId, today, reasons: cardReasons(date, today) };
  if (waiting === undefined)
    return (
      <Button
        label={m.dates_card_named({ name })}
        busy={isRunning}
        onPress={() =>
          void run(() => planGesture(deps, who, { kind: 'card', words: '', cost: cardCost }))
        }
      >
        {m.dates_card()}
      </Button>
    );
  return (
    <span class="line dates_planned">
      <span role="status">{m.dates_planned()}</span>
      {waiting.planned === dayNumber(today) && waiting.state === 'planned' ? (
        <Button
          kind="quiet"
          label={m.dates_undo_named({ name })}
          busy={isRunning}
          onPress={() => void run(() => takeBackDecision(deps, waiting.id))}
        >
          {m.week_undo()}
        </Button>
      ) : null}
    </span>
  );
}

function isWaitingOn(today: Day): (gesture: HistoryGesture) => boolean {
  return ({ state, expires, kind }) =>
    (state === 'planned' || state === 'printed') &&
    kind !== 'perk' &&
    kind !== 'message' &&
    (expires === null || expires >= dayNumber(today));
}

// Why the card is given, so that its front and its line on the list say so.
function cardReasons(date: DateAhead, today: Day): readonly Reason[] {
  switch (date.kind) {
    case 'birthday':
      return [{ code: 'birthday', day: date.day }];
    case 'anniversary':
      return [{ code: 'anniversary', years: date.years, first: date.first }];
    case 'milestone':
      return [{ code: 'milestone', visitDays: date.visitDays, day: today }];
  }
}
