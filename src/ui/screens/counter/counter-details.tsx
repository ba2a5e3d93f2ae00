import type { JSX } from 'preact';
import { dayLines } from '#app/counter/counter-view.ts';
import { Announcer } from './announcer.tsx';
import { DaySheet } from './day-sheet.tsx';
import { visitLine } from './keypad-column.tsx';
import type { CounterPanelProps } from './panel.tsx';

export { activeVisitView, tileBadge } from '#app/counter/active-visit-view.ts';
export { AmountKeypad } from './amount-keypad.tsx';
export { CounterPanel } from './panel.tsx';

export function CounterOverlay({ counterStore, counter, strip }: CounterPanelProps): JSX.Element {
  return (
    <>
      <Announcer strip={strip} />
      {counter.state.isDayOpen ? (
        <DaySheet
          lines={dayLines(counterStore).map((line) => visitLine(counterStore, line))}
          counter={counter}
          onClose={() => counter.change({ isDayOpen: false })}
        />
      ) : null}
    </>
  );
}
