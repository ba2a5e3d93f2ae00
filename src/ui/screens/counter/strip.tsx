import type { JSX } from 'preact';
import type { ActiveVisitView } from '#app/counter/active-visit-view.ts';
import type { CounterStore } from '#app/counter/counter-store.ts';
import type { Hint } from '#domain/week/hint.ts';
import { timeText } from '#i18n/date-time.ts';
import { money, moneyShort } from '#i18n/format.ts';
import { hintLine } from '#i18n/hints.ts';
import { problemSentence } from '#i18n/problems.ts';
import type { Day } from '#lib/day.ts';
import { useSettings, useToday } from '#ui/hooks/use-shop.ts';
import type { IconName } from '#ui/parts/icons/icon.tsx';
import type { HintLine } from '#ui/parts/counter/strip-hints.tsx';
import { AmountQuestion, StripQuestion } from '#ui/parts/counter/strip-question.tsx';
import { IdleStrip, VisitStrip, type StripState } from '#ui/parts/counter/visit-strip.tsx';
import { m } from '#ui/messages.ts';
import { StripButtons, type StripProps } from './strip-buttons.tsx';
import { VisitMarks } from './visit-marks.tsx';

/** The last visit and all that may be said about it. */
export function CounterStrip({ counterStore, counter, strip }: StripProps): JSX.Element {
  const today = useToday();
  const state = strip.isTakenBack ? 'taken-back' : strip.shown.state;
  const { minute } = strip.shown.visit;
  const time = minute === null ? m.people_today_inside() : timeText(minute);
  return (
    <VisitStrip
      visit={`${strip.shown.visit.id} ${state === 'taken-back'}`}
      name={strip.name ?? m.counter_no_name_title()}
      state={state}
      status={statusWords[state]({ time })}
      hints={
        strip.isTakenBack
          ? [{ icon: 'undo', words: m.counter_undone_note(), tone: 'plain' }]
          : hintLines(strip, today)
      }
      question={questionFor(counterStore, strip, time)}
      hasGift={!strip.isTakenBack && hasGift(strip)}
      keys={<StripButtons counterStore={counterStore} counter={counter} strip={strip} />}
      lastRow={
        strip.isTakenBack ? null : (
          <VisitMarks counterStore={counterStore} counter={counter} strip={strip} />
        )
      }
    />
  );
}

export function WaitingStrip({ isShopEmpty }: { readonly isShopEmpty: boolean }): JSX.Element {
  return isShopEmpty ? (
    <IdleStrip title={m.counter_strip_first_title()} words={m.counter_strip_first()} />
  ) : (
    <IdleStrip title={m.counter_strip_idle_title()} words={m.counter_strip_idle()} />
  );
}

function questionFor(
  counterStore: CounterStore,
  strip: ActiveVisitView,
  time: string,
): JSX.Element | undefined {
  const { problem } = strip.shown;
  if (problem !== null)
    return (
      <StripQuestion
        words={problemSentence(problem)}
        yes={m.counter_try_again()}
        onYes={() => void counterStore.outbox.retry()}
      />
    );
  if (strip.isTakenBack) return undefined;
  if (strip.warning !== null) return <Doubt counterStore={counterStore} strip={strip} />;
  if (!strip.isRepeat) return undefined;
  return (
    <StripQuestion
      words={m.counter_repeat({ time })}
      yes={m.counter_repeat_yes()}
      onYes={() => counterStore.logRepeat()}
    />
  );
}

function Doubt({ counterStore, strip }: Omit<StripProps, 'counter'>): JSX.Element | null {
  const { currency } = useSettings();
  const { warning, amount, shown } = strip;
  if (warning === null || amount === null) return null;
  const { suggested, usual } = warning;
  return (
    <AmountQuestion
      amount={money(amount, currency)}
      why={
        usual === null
          ? m.counter_doubt_shop()
          : m.counter_doubt_usual({ amount: moneyShort(usual, currency) })
      }
      make={suggested === null ? null : money(suggested, currency)}
      onMake={() => counterStore.setAmount(suggested)}
      onKeep={() => counterStore.acceptAmount(shown.visit.id, amount)}
    />
  );
}

const statusWords: Readonly<Record<StripState, (facts: { time: string }) => string>> = {
  saving: m.counter_saving,
  saved: m.counter_saved,
  failed: m.counter_not_saved,
  'taken-back': m.counter_undone,
};

function hasGift({ waiting, perkDue, isHandedOver }: ActiveVisitView): boolean {
  return waiting !== null || perkDue !== null || isHandedOver;
}

// What was just handed over no longer waits, even before it is on the disk.
function hintLines({ hints, isHandedOver }: ActiveVisitView, today: Day): readonly HintLine[] {
  return hints
    .filter((hint) => hint.code !== 'to-hand-over' || !isHandedOver)
    .map((hint) => ({
      icon:
        hint.code === 'to-hand-over' && hint.gesture === 'offer' ? 'gift' : hintIcons[hint.code],
      words: hintLine(hint, today),
      tone: hint.code === 'to-hand-over' || hint.code === 'perk-due' ? 'give' : 'plain',
    }));
}

const hintIcons: Readonly<Record<Hint['code'], IconName>> = {
  'to-hand-over': 'mail',
  'perk-due': 'gift',
  birthday: 'cake',
  milestone: 'bell',
  anniversary: 'cake',
  'first-visit': 'person',
  'second-visit': 'person',
  'back-since': 'person',
  preference: 'heart',
  'last-talk': 'speech',
  'likes-it-quick': 'feather',
  'usual-weekday': 'week',
};
