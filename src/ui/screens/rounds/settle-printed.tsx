import type { JSX } from 'preact';
import type { RoundView } from '#app/rounds/round-view.ts';
import { settleRoundLines, unsettleRoundLines } from '#app/rounds/rounds.ts';
import { numberText } from '#i18n/format.ts';
import { useDeps, useToday } from '#ui/hooks/use-shop.ts';
import { useAction } from '#ui/hooks/use-action.ts';
import { Button } from '#ui/parts/controls/button.tsx';
import { m } from '#ui/messages.ts';
import type { RoundChange } from './round-change.ts';

export interface SettlePrintedProps {
  readonly view: RoundView;
  readonly onChanged: (change: RoundChange) => void;
}

/** One key for the walk to the letter box: all that is printed was posted today. */
export function SettlePrinted({ view, onChanged }: SettlePrintedProps): JSX.Element | null {
  const deps = useDeps();
  const today = useToday();
  const { run, isRunning } = useAction();
  const waiting = view.lines.filter(
    ({ gesture }) =>
      gesture.printedOn !== null && gesture.handedOverOn === null && gesture.skippedOn === null,
  );
  if (waiting.length === 0) return null;
  const count = numberText(waiting.length);
  async function settle(): Promise<void> {
    const ids = waiting.map(({ gesture }) => gesture.id);
    const done = await run(() => settleRoundLines(deps, ids, { day: today, way: 'post' }));
    if (done === undefined) return;
    onChanged({
      said: m.rounds_all_posted_said({ count }),
      undo: () => unsettleRoundLines(deps, ids),
    });
  }
  return (
    <Button kind="primary" busy={isRunning} onPress={() => void settle()}>
      {m.rounds_all_posted({ count })}
    </Button>
  );
}
