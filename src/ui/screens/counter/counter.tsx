import type { JSX } from 'preact';
import { dayLines, justNow, type DayLine } from '#app/counter/counter-view.ts';
import type { Desk } from '#app/counter/counter-store.ts';
import { timeText, weekdayShortText } from '#i18n/date-time.ts';
import type { CustomerId } from '#domain/customers/customer.ts';
import { useCounterKeys } from './use-counter-keys.ts';
import { useCounter } from './use-counter.ts';
import { useAwakeWhileOpen, useDesk } from './use-counter-store.ts';
import { useDrawnSearch } from './use-deferred-search.ts';
import { partOf, usePart } from '#ui/hooks/lazy-module.ts';
import { useQuietTiles } from './use-idle-reorder.ts';
import { useSettings } from '#ui/hooks/use-settings.ts';
import { useWallTime } from '#ui/hooks/use-today.ts';
import { CounterHeader } from '#ui/parts/counter/counter-header.tsx';
import type { VisitLine } from '#ui/parts/counter/recent-visits.tsx';
import { m } from '#ui/messages.ts';
import './counter.css';
import type { Beside } from './lazy-counter.ts';
import { CounterTiles } from './tiles.tsx';
import { CounterTray } from './keypad-column.tsx';

/** The strip, its panels and all that is not needed to log a visit. Exported for tests, which need not wait for it. */
export const counterBeside = partOf(async () => {
  const [{ beside }] = await Promise.all([
    import('./lazy-counter.ts'),
    import('#app/counter/follow-up-commands.ts'),
  ]);
  return beside;
});

/** The Counter: names, letters, and the last visit, all of them always there. */
export function CounterScreen(): JSX.Element {
  const settings = useSettings();
  const wall = useWallTime();
  const desk = useDesk();
  const counter = useCounter(desk);
  const { state, change } = counter;
  const drawn = useDrawnSearch(state.typed);
  const found = drawn === '' ? null : desk.likely.found(drawn);
  const beside = usePart(counterBeside);
  const moment = { settings, today: wall.day };
  const { panel, money, rest } = besideOf(beside, { desk, counter, moment });
  const visits = desk.today.visits().length;
  useAwakeWhileOpen();
  useQuietTiles(desk, state.typed !== '');
  useKeyboard(desk, counter, state.typed === '' ? null : (found?.[0] ?? null));
  return (
    <div class={`counter counter-${state.panel}${state.isPadOpen ? ' counter-padded' : ''}`}>
      <div class="counter_floor">
        <CounterHeader
          now={`${weekdayShortText(wall.day)} ${timeText(wall.minute)}`}
          count={visits === 0 ? m.counter_today_nobody() : m.counter_today({ count: visits })}
          onToday={() => change({ isDayOpen: true })}
          onFind={() => change({ pad: 'letters', isPadOpen: true, panel: 'strip' })}
          onSomeone={() => counter.logNobody('bought')}
          onLooking={() => counter.logNobody('browsed')}
          onNew={counter.startNaming}
        />
        <div class="counter_tiles">
          <CounterTiles
            desk={desk}
            counter={counter}
            found={found}
            markOn={(id) => beside?.markOn(desk, id, moment) ?? null}
          />
        </div>
        <div class="counter_strip">{panel}</div>
      </div>
      <aside class="counter_tray">
        <CounterTray
          desk={desk}
          counter={counter}
          typed={drawn}
          money={money}
          lines={justNow(desk, 4).map((line) => visitLine(desk, line))}
        />
      </aside>
      {rest}
    </div>
  );
}

interface CounterHere {
  readonly desk: Desk;
  readonly counter: CounterNow;
  readonly moment: Parameters<Beside['stripOf']>[1];
}

/** What stands in the room of the strip, the keys for an amount, and what is told or lies over the Counter; nothing before it is fetched. */
function besideOf(
  beside: Beside | null,
  { desk, counter, moment }: CounterHere,
): Readonly<Record<'panel' | 'money' | 'rest', JSX.Element | null>> {
  if (beside === null) return { panel: null, money: null, rest: null };
  const { CounterPanel, DaySheet, MoneyKeys, Said } = beside;
  const strip = beside.stripOf(desk, moment);
  const { pad, isDayOpen } = counter.state;
  return {
    panel: <CounterPanel desk={desk} counter={counter} strip={strip} />,
    money:
      strip !== null && pad === 'money' ? (
        <MoneyKeys desk={desk} counter={counter} strip={strip} />
      ) : null,
    rest: (
      <>
        <Said strip={strip} />
        {isDayOpen ? (
          <DaySheet
            lines={dayLines(desk).map((line) => visitLine(desk, line))}
            counter={counter}
            onClose={() => counter.change({ isDayOpen: false })}
          />
        ) : null}
      </>
    ),
  };
}

function visitLine(desk: Desk, { shown, name }: DayLine): VisitLine {
  return {
    time: timeText(shown.visit.minute ?? 0),
    name,
    isFailed: shown.state === 'failed',
    onUndo: () => desk.undo(shown.visit.id),
    onRetry: () => void desk.pending.retry(),
  };
}

type CounterNow = ReturnType<typeof useCounter>;

function useKeyboard(desk: Desk, counter: CounterNow, first: CustomerId | null): void {
  const { typingSearches } = useSettings();
  const { state } = counter;
  const isMoney = state.pad === 'money';
  useCounterKeys({
    takesLetters: typingSearches,
    isTyping: isMoney || state.panel === 'naming' || state.typed !== '',
    onCharacter(character) {
      const key = isMoney ? moneyKeyOf(character) : null;
      if (key === null) counter.type(character);
      else counter.money(key);
    },
    onBack: () => (isMoney ? counter.money('back') : counter.back()),
    onEnter() {
      if (isMoney) counter.closeMoney();
      else if (state.panel === 'naming') counter.welcome();
      else if (first === null) counter.startNaming();
      else counter.tap(first);
    },
    onEscape: counter.escape,
    onUndo() {
      const latest = desk.currentVisit() ?? desk.today.visits()[0];
      if (latest !== undefined && !latest.visit.voided) desk.undo(latest.visit.id);
    },
  });
}

function moneyKeyOf(character: string): (typeof digitKeys)[number] | null {
  return digitKeys.find((key) => key === character) ?? null;
}

const digitKeys = ['0', '1', '2', '3', '4', '5', '6', '7', '8', '9'] as const;
