import type { JSX } from 'preact';
import { useMemo } from 'preact/hooks';
import type { CounterStore } from '#app/counter/counter-store.ts';
import type { CustomerId } from '#domain/customers/customer.ts';
import { timeText, weekdayShortText } from '#i18n/date-time.ts';
import { useCounter, type CounterState } from './use-counter.ts';
import { useWakeLockWhileOpen, useCounterStore } from './use-counter-store.ts';
import { useDeferredSearch } from './use-deferred-search.ts';
import { lazyModule, useLazyModule } from '#ui/hooks/lazy-module.ts';
import { useSettings, useWallTime } from '#ui/hooks/use-shop.ts';
import { CounterHeader } from '#ui/parts/counter/counter-header.tsx';
import { m } from '#ui/messages.ts';
import './counter.css';
import { CounterTiles } from './tiles.tsx';
import { KeypadColumn } from './keypad-column.tsx';

/** What the Counter fetches once it stands: a tap logs and a letter searches without it. */
const counterDetails = lazyModule(async () => {
  const [details] = await Promise.all([
    import('./counter-details.tsx'),
    import('#app/counter/follow-up-commands.ts'),
  ]);
  return {
    activeVisitView: details.activeVisitView,
    tileBadge: details.tileBadge,
    tileCue: details.tileCue,
    otherLettersIn: details.otherLettersIn,
    AmountKeypad: details.AmountKeypad,
    CounterPanel: details.CounterPanel,
    CounterOverlay: details.CounterOverlay,
    JustNow: details.JustNow,
  };
});

/** The Counter: names, letters, and the last visit, all of them always there. */
export function CounterScreen(): JSX.Element {
  const settings = useSettings();
  const wall = useWallTime();
  const counterStore = useCounterStore();
  const counter = useCounter(counterStore);
  const { state, change } = counter;
  const typed = useDeferredSearch(state.typed);
  const found = foundBy(counterStore, state, typed);
  const details = useLazyModule(counterDetails);
  const otherLetters = useOtherLetters(counterStore, details);
  const context = { settings, today: wall.day };
  const strip = details?.activeVisitView(counterStore, context) ?? null;
  const shared = { counterStore, counter };
  const visits = counterStore.todayVisits.visits().length;
  useWakeLockWhileOpen();
  return (
    <div class={`counter counter-${state.panel}${state.isKeypadOpen ? ' counter-padded' : ''}`}>
      <div class="counter_floor">
        <CounterHeader
          now={`${weekdayShortText(wall.day)} ${timeText(wall.minute)}`}
          count={visits === 0 ? m.counter_today_nobody() : m.counter_today({ count: visits })}
          onToday={() => change({ isDayOpen: true })}
          onFind={() =>
            change({ pad: counterStore.searchPad(), isKeypadOpen: true, panel: 'strip' })
          }
          onSomeone={() => counter.logAnonymous('bought')}
          onLooking={() => counter.logAnonymous('browsed')}
          onWipe={() => change({ isWiping: true })}
          onNew={counter.startNaming}
        />
        <div class="counter_tiles">
          <CounterTiles
            {...shared}
            found={found}
            markOn={(id) => details?.tileBadge(counterStore, id, context) ?? null}
            cueOn={(id) => details?.tileCue(counterStore, id, context) ?? null}
          />
        </div>
        <div class="counter_strip">
          {details && <details.CounterPanel {...shared} strip={strip} />}
        </div>
      </div>
      <aside class="counter_tray">
        <KeypadColumn
          counter={counter}
          otherLetters={otherLetters}
          recent={
            details && (
              <details.JustNow {...shared} room={state.pad === 'money' ? 'money' : 'letters'} />
            )
          }
          typed={typed}
          money={
            details && strip && state.pad === 'money' ? (
              <details.AmountKeypad {...shared} strip={strip} />
            ) : null
          }
        />
      </aside>
      {details && (
        <details.CounterOverlay {...shared} strip={strip} first={firstFound(state.typed, found)} />
      )}
    </div>
  );
}

/** Who answers to the keys; while somebody new is named, those of that name who are known. */
function foundBy(
  { tileRanking, newcomer }: CounterStore,
  { panel, pad }: CounterState,
  typed: string,
): readonly CustomerId[] | null {
  if (panel === 'naming') {
    const namesakes = tileRanking.search(newcomer.name);
    return namesakes.length === 0 ? null : namesakes;
  }
  if (typed === '') return null;
  return tileRanking.search(typed, pad === 'big' ? 'big' : 'letters');
}

/** Whom Enter logs: nobody while nothing is typed. */
function firstFound<Found>(typed: string, found: readonly Found[] | null): Found | null {
  return typed === '' ? null : (found?.[0] ?? null);
}

/** Read anew when somebody comes or goes, not at every letter. */
function useOtherLetters(
  { roster }: CounterStore,
  details: { readonly otherLettersIn: (names: Iterable<string>) => readonly string[] } | null,
): readonly string[] {
  const otherLettersIn = details?.otherLettersIn;
  const people = roster.people();
  return useMemo(
    () => otherLettersIn?.([...people.values()].map(({ customer }) => customer.name)) ?? [],
    // oxlint-disable-next-line react-hooks/exhaustive-deps -- the map stays, its size does not
    [people, people.size, otherLettersIn],
  );
}
