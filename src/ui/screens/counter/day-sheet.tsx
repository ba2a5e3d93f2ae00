import type { JSX } from 'preact';
import type { Counter } from './use-counter.ts';
import { Button } from '#ui/parts/controls/button.tsx';
import { FirstIcon } from '#ui/parts/icons/first-icon.tsx';
import { Icon } from '#ui/parts/icons/icon.tsx';
import { VisitLines, type VisitLine } from '#ui/parts/counter/recent-visits.tsx';
import { Sheet } from '#ui/parts/layout/sheet.tsx';
import { m } from '#ui/messages.ts';
import './day-sheet.css';

export interface DaySheetProps {
  readonly lines: readonly VisitLine[];
  readonly counter: Counter;
  readonly onClose: () => void;
}

/** All of today, each with its Undo. On a phone, those without a name are logged here too. */
export function DaySheet({ lines, counter, onClose }: DaySheetProps): JSX.Element {
  return (
    <Sheet
      title={m.counter_day_title()}
      closeWord={m.counter_close()}
      size="counter"
      onClose={onClose}
    >
      <div class="day-sheet_keys">
        <Button
          size="counter"
          icon={<Icon name="person" />}
          onPress={() => counter.logAnonymous('bought')}
        >
          {m.counter_nameless()}
        </Button>
        <Button
          size="counter"
          icon={<Icon name="eye" />}
          onPress={() => counter.logAnonymous('browsed')}
        >
          {m.counter_looking()}
        </Button>
        <Button
          size="counter"
          icon={<FirstIcon name="wipe" />}
          onPress={() => counter.change({ isDayOpen: false, isWiping: true })}
        >
          {m.counter_wipe()}
        </Button>
      </div>
      <Button
        width="full"
        size="counter"
        onPress={() => counter.change({ isDayOpen: false, isRecalling: true })}
      >
        {m.closing_forgotten()}
      </Button>
      {lines.length === 0 ? <p>{m.counter_day_empty()}</p> : <VisitLines lines={lines} />}
    </Sheet>
  );
}
