import { toggleReduced } from '#app/counter/visit-actions.ts';
import type { JSX } from 'preact';
import { timeText } from '#i18n/date-time.ts';
import { money } from '#i18n/format.ts';
import { useSettings } from '#ui/hooks/use-shop.ts';
import { MoneyPad } from '#ui/parts/counter/money-pad.tsx';
import { m } from '#ui/messages.ts';
import type { StripProps } from './strip-buttons.tsx';

export function AmountKeypad({ counterStore, counter, strip }: StripProps): JSX.Element {
  const { currency } = useSettings();
  const { visit } = strip.shown;
  return (
    <MoneyPad
      whose={m.counter_amount_for({
        name: strip.name ?? m.counter_no_name_title(),
        time: timeText(visit.minute ?? 0),
      })}
      amount={money(strip.amount ?? 0, currency)}
      isReduced={visit.reduced}
      onKey={counter.money}
      onReduced={() => toggleReduced(counterStore)}
      onLetters={counter.closeMoney}
    />
  );
}
