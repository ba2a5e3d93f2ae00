import type { JSX } from 'preact';
import { dayLines, justNow, type DayLine } from '#app/counter/counter-view.ts';
import type { CounterStore } from '#app/counter/counter-store.ts';
import { timeText, weekdayShortText } from '#i18n/date-time.ts';
import type { CustomerId } from '#domain/customers/customer.ts';
import { useCounterKeys } from './use-counter-keys.ts';
import { useCounter } from './use-counter.ts';
import { useWakeLockWhileOpen, useCounterStore } from './use-counter-store.ts';
import { useDeferredSearch } from './use-deferred-search.ts';
import { lazyModule, useLazyModule } from '#ui/hooks/lazy-module.ts';
import { useIdleReorder } from './use-idle-reorder.ts';
import { useSettings, useWallTime } from '#ui/hooks/use-shop.ts';
import { CounterHeader } from '#ui/parts/counter/counter-header.tsx';
import type { VisitLine } from '#ui/parts/counter/recent-visits.tsx';
import { m } from '#ui/messages.ts';
import './counter.css';
import type { LazyCounter } from './lazy-counter.ts';
import { CounterTiles } from './tiles.tsx';
import { KeypadColumn } from './keypad-column.tsx';

/**
 * The strip, its panels and all that is not needed to log a visit. Exported for tests, which need
 * not wait for it.
 */
export const lazyCounterModule = lazyModule(async () => {
  const [{ lazyCounter }] = await Promise.all([
    import('./lazy-counter.ts'),
    import('#app/counter/follow-up-commands.ts'),
  ]);
  return lazyCounter;
});

/** The Counter: names, letters, and the last visit, all of them always there. */
export function CounterScreen(): JSX.Element {
  const settings = useSettings();
  const wall = useWallTime();
  const counterStore = useCounterStore();
  const counter = useCounter(counterStore);
  const { state, change } = counter;
  const deferred = useDeferredSearch(state.typed);
  const found = deferred === '' ? null : counterStore.tileRanking.search(deferred);
  const lazyCounter = useLazyModule(lazyCounterModule);
  const moment = { settings, today: wall.day };
  const { panel, money, rest } = renderLazyParts(lazyCounter, { counterStore, counter, moment });
  const visits = counterStore.todayVisits.visits().length;
  useWakeLockWhileOpen();
  useIdleReorder(counterStore, state.typed !== '');
  useKeyboard(counterStore, counter, state.typed === '' ? null : (found?.[0] ?? null));
  return (
    <div class={`counter counter-${state.panel}${state.isKeypadOpen ? ' counter-padded' : ''}`}>
      <div class="counter_floor">
        <CounterHeader
          now={`${weekdayShortText(wall.day)} ${timeText(wall.minute)}`}
          count={visits === 0 ? m.counter_today_nobody() : m.counter_today({ count: visits })}
          onToday={() => change({ isDayOpen: true })}
          onFind={() => change({ pad: 'letters', isKeypadOpen: true, panel: 'strip' })}
          onSomeone={() => counter.logAnonymous('bought')}
          onLooking={() => counter.logAnonymous('browsed')}
          onNew={counter.startNaming}
        />
        <div class="counter_tiles">
          <CounterTiles
            counterStore={counterStore}
            counter={counter}
            found={found}
            markOn={(id) => lazyCounter?.markOn(counterStore, id, moment) ?? null}
          />
        </div>
        <div class="counter_strip">{panel}</div>
      </div>
      <aside class="counter_tray">
        <KeypadColumn
          counterStore={counterStore}
          counter={counter}
          typed={deferred}
          money={money}
          lines={justNow(counterStore, 4).map((line) => visitLine(counterStore, line))}
        />
      </aside>
      {rest}
    </div>
  );
}

interface CounterHere {
  readonly counterStore: CounterStore;
  readonly counter: CounterNow;
  readonly moment: Parameters<LazyCounter['stripOf']>[1];
}

/**
 * What stands in the room of the strip, the keys for an amount, and what is told or lies over the
 * Counter; nothing before it is fetched.
 */
function renderLazyParts(
  lazyCounter: LazyCounter | null,
  { counterStore, counter, moment }: CounterHere,
): Readonly<Record<'panel' | 'money' | 'rest', JSX.Element | null>> {
  if (lazyCounter === null) return { panel: null, money: null, rest: null };
  const { CounterPanel, DaySheet, AmountKeypad, Said } = lazyCounter;
  const strip = lazyCounter.stripOf(counterStore, moment);
  const { pad, isDayOpen } = counter.state;
  return {
    panel: <CounterPanel counterStore={counterStore} counter={counter} strip={strip} />,
    money:
      strip !== null && pad === 'money' ? (
        <AmountKeypad counterStore={counterStore} counter={counter} strip={strip} />
      ) : null,
    rest: (
      <>
        <Said strip={strip} />
        {isDayOpen ? (
          <DaySheet
            lines={dayLines(counterStore).map((line) => visitLine(counterStore, line))}
            counter={counter}
            onClose={() => counter.change({ isDayOpen: false })}
          />
        ) : null}
      </>
    ),
  };
}

function visitLine(counterStore: CounterStore, { shown, name }: DayLine): VisitLine {
  return {
    time: timeText(shown.visit.minute ?? 0),
    name,
    isFailed: shown.state === 'failed',
    onUndo: () => counterStore.undo(shown.visit.id),
    onRetry: () => void counterStore.outbox.retry(),
  };
}

type CounterNow = ReturnType<typeof useCounter>;

function useKeyboard(
  counterStore: CounterStore,
  counter: CounterNow,
  first: CustomerId | null,
): void {
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
      else if (state.panel === 'naming') counter.logNewCustomer();
      else if (first === null) counter.startNaming();
      else counter.tap(first);
    },
    onEscape: counter.escape,
    onUndo() {
      const latest = counterStore.currentVisit() ?? counterStore.todayVisits.visits()[0];
      if (latest !== undefined && !latest.visit.voided) counterStore.undo(latest.visit.id);
    },
  });
}

function moneyKeyOf(character: string): (typeof digitKeys)[number] | null {
  return digitKeys.find((key) => key === character) ?? null;
}

const digitKeys = ['0', '1', '2', '3', '4', '5', '6', '7', '8', '9'] as const;
