import type { JSX } from 'preact';
import type { StripView } from '#app/counter-view.ts';
import type { Desk } from '#app/desk.ts';
import { money, timeText } from '#i18n/format.ts';
import type { Counter } from '../../hooks/use-counter.ts';
import { useSettings } from '../../hooks/use-settings.ts';
import { JustNow, type VisitLine } from '../../parts/just-now.tsx';
import { LetterPad } from '../../parts/letter-pad.tsx';
import { MoneyPad } from '../../parts/money-pad.tsx';
import { m } from '../../words.ts';

export interface CounterTrayProps {
  readonly desk: Desk;
  readonly counter: Counter;
  readonly strip: StripView | null;
  readonly lines: readonly VisitLine[];
}

/** Letters, digits or the money pad, and what just happened. */
export function CounterTray({ desk, counter, strip, lines }: CounterTrayProps): JSX.Element {
  const { currency } = useSettings();
  const { state, change } = counter;
  const isMoney = state.pad === 'money' && strip !== null;
  return (
    <>
      {isMoney ? (
        <MoneyPad
          whose={m.counter_amount_for({
            name: strip.name ?? m.counter_no_name_title(),
            time: timeText(strip.shown.visit.minute ?? 0),
          })}
          amount={money(strip.amount ?? 0, currency)}
          isReduced={strip.shown.visit.reduced}
          onKey={counter.money}
          onReduced={() => desk.toggleReduced()}
          onLetters={counter.closeMoney}
        />
      ) : (
        <LetterPad
          kind={state.panel === 'naming' ? 'names' : state.pad === 'digits' ? 'digits' : 'letters'}
          typed={state.typed}
          onType={counter.type}
          onBack={counter.back}
          onKind={(pad) => change({ pad })}
          onClose={counter.escape}
        />
      )}
      <JustNow
        lines={lines}
        room={isMoney ? 'money' : 'letters'}
        isDayEmpty={desk.today.isRead() && desk.today.visits().length === 0}
      />
    </>
  );
}
