import type { JSX } from 'preact';
import { useState } from 'preact/hooks';
import type { RowProblem } from '#domain/import/shop-import.ts';
import { numberText } from '#i18n/format.ts';
import { rowProblemSentence } from '#i18n/import-problems.ts';
import { Button } from '#ui/parts/controls/button.tsx';
import { Card } from '#ui/parts/layout/card.tsx';
import { m } from '#ui/messages.ts';
import './problem-list.css';

export interface ProblemListProps {
  readonly problems: readonly RowProblem[];
  /** How many there were in all; more than are kept word by word. */
  readonly count: number;
}

const pageSize = 20;

/** Each line of a list of which something was left out, with the reason. */
export function ProblemList({ problems, count }: ProblemListProps): JSX.Element | null {
  const [shown, setShown] = useState(pageSize);
  if (count === 0) return null;
  const more = Math.min(shown, problems.length - shown);
  return (
    <Card title={m.import_problems_title({ count, text: numberText(count) })}>
      <ol>
        {problems.slice(0, shown).map((problem, place) => (
          <li class="problem-list_line" key={place}>
            {problem.column === '' ? null : <b>{problem.column}</b>}
            <span>{rowProblemSentence(problem)}</span>
          </li>
        ))}
      </ol>
      {more > 0 ? (
        <Button onPress={() => setShown(shown * 2)}>
          {m.import_problems_more({ count: more })}
        </Button>
      ) : null}
      {more <= 0 && count > problems.length ? (
        <p>
          {m.import_problems_cut({
            count: count - problems.length,
            text: numberText(count - problems.length),
          })}
        </p>
      ) : null}
    </Card>
  );
}
