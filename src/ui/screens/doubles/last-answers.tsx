import type { JSX } from 'preact';
import { allowAsDoubles, readLastAnswers, type DoubleAnswer } from '#app/doubles/answer-double.ts';
import { unmergeCustomer } from '#app/customers/merge-customers.ts';
import { moveOut } from '#app/households/households.ts';
import { useLive } from '#ui/hooks/use-live.ts';
import { useRoster } from '#ui/hooks/use-roster.ts';
import { useDeps } from '#ui/hooks/use-shop.ts';
import { useAction } from '#ui/hooks/use-action.ts';
import { Button } from '#ui/parts/controls/button.tsx';
import { Card } from '#ui/parts/layout/card.tsx';
import { Row, RowList } from '#ui/parts/layout/row.tsx';
import { m } from '#ui/messages.ts';

/** The last answers, each with its undo: they are in the shop, so a restart changes nothing. */
export function LastAnswers(): JSX.Element | null {
  const deps = useDeps();
  const { roster, version } = useRoster();
  const { run, isRunning } = useAction();
  const live = useLive((each) => readLastAnswers(each, roster), [version]);
  if (live.state !== 'ready' || live.value.length === 0) return null;

  async function undo({ kind, pair }: DoubleAnswer): Promise<void> {
    await run<unknown>(() => {
      switch (kind) {
        case 'merged':
          return unmergeCustomer(deps, pair.one);
        case 'apart':
          return allowAsDoubles(deps, pair);
        case 'together':
          return moveOut(deps, pair.one);
      }
    });
  }

  return (
    <Card title={m.doubles_lately()}>
      <RowList>
        {live.value.map((answer) => {
          const words = { name: answer.name, other: answer.otherName };
          return (
            <Row
              key={`${answer.pair.one} ${answer.pair.other}`}
              title={<bdi>{m.doubles_pair(words)}</bdi>}
              hint={answerWords[answer.kind]()}
              control={
                <Button
                  label={m.doubles_undo_named(words)}
                  busy={isRunning}
                  onPress={() => void undo(answer)}
                >
                  {m.doubles_undo()}
                </Button>
              }
            />
          );
        })}
      </RowList>
    </Card>
  );
}

const answerWords: Readonly<Record<DoubleAnswer['kind'], () => string>> = {
  merged: m.doubles_lately_merged,
  apart: m.doubles_lately_apart,
  together: m.doubles_lately_together,
};
