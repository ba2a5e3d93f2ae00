import type { JSX } from 'preact';
import { useState } from 'preact/hooks';
import { lastTimeDay, rememberLastTime } from '#app/rounds/remember-last-time.ts';
import type { RoundLine, RoundView } from '#app/rounds/round-view.ts';
import { changeRound } from '#app/rounds/rounds.ts';
import { useDeps, useToday } from '#ui/hooks/use-shop.ts';
import { useAction } from '#ui/hooks/use-action.ts';
import { Button } from '#ui/parts/controls/button.tsx';
import { Toggle } from '#ui/parts/controls/toggle.tsx';
import { RowList } from '#ui/parts/layout/row.tsx';
import { Sheet } from '#ui/parts/layout/sheet.tsx';
import { m } from '#ui/messages.ts';
import type { RoundChange } from './round-change.ts';

export interface LastYearProps {
  readonly view: RoundView;
  readonly onChanged: (change: RoundChange) => void;
}

/** From before the app was there: who got a card last year, as ticks. */
export function LastYear({ view, onChanged }: LastYearProps): JSX.Element | null {
  const today = useToday();
  const [isOpen, setOpen] = useState(false);
  const day = lastTimeDay(view.round);
  if (view.previous !== null || view.lines.length === 0) return null;
  if (day === undefined || day > today) return null;
  return (
    <>
      <Button onPress={() => setOpen(true)}>{m.rounds_last_year()}</Button>
      {isOpen ? (
        <LastYearSheet view={view} day={day} onChanged={onChanged} onClose={() => setOpen(false)} />
      ) : null}
    </>
  );
}

interface LastYearSheetProps extends LastYearProps {
  readonly day: NonNullable<ReturnType<typeof lastTimeDay>>;
  readonly onClose: () => void;
}

function LastYearSheet({ view, day, onChanged, onClose }: LastYearSheetProps): JSX.Element {
  const deps = useDeps();
  const today = useToday();
  const { run, isRunning } = useAction();
  const [ticked, setTicked] = useState<ReadonlySet<RoundLine['key']>>(new Set());
  function tick(key: RoundLine['key'], isTicked: boolean): void {
    const others = [...ticked].filter((each) => each !== key);
    setTicked(new Set(isTicked ? [...others, key] : others));
  }
  async function keep(): Promise<void> {
    const places = view.lines
      .filter(({ key }) => ticked.has(key))
      .map(({ gesture: { householdId }, people: [{ id }] }) => ({ customerId: id, householdId }));
    const { round } = view;
    const kept = await run(() => rememberLastTime(deps, { round, places, day, today }));
    if (kept === undefined) return;
    onChanged({
      said: m.rounds_last_year_kept({ count: places.length }),
      undo: () => changeRound(deps, kept.id, { voided: true }),
    });
    onClose();
  }
  return (
    <Sheet
      title={m.rounds_last_year()}
      closeWord={m.rounds_close_sheet()}
      onClose={onClose}
      foot={
        <Button
          kind="primary"
          busy={isRunning}
          disabled={ticked.size === 0}
          onPress={() => void keep()}
        >
          {m.rounds_last_year_keep({ count: ticked.size })}
        </Button>
      }
    >
      <p>{m.rounds_last_year_hint()}</p>
      <RowList>
        {view.lines.map(({ key, name }) => (
          <Toggle
            key={key}
            label={name}
            checked={ticked.has(key)}
            onChange={(isTicked) => tick(key, isTicked)}
          />
        ))}
      </RowList>
    </Sheet>
  );
}
