import type { JSX } from 'preact';
import { useState } from 'preact/hooks';
import type { RowProblem } from '#domain/import/shop-import.ts';
import { numberText } from '#i18n/format.ts';
import { rowProblemKind, rowProblemSentence } from '#i18n/import-problems.ts';
import { groupBy } from '#lib/group-by.ts';
import { Button } from '#ui/parts/controls/button.tsx';
import { Card } from '#ui/parts/layout/card.tsx';
import { m } from '#ui/messages.ts';
import './problem-list.css';

export interface ProblemListProps {
  readonly problems: readonly RowProblem[];
  /** How many there were in all; more than are kept word by word. */
  readonly count: number;
}

const firstShown = 3;
const pageSize = 20;

/** What was left out of a list, kind by kind, each line with its row and the reason. */
export function ProblemList({ problems, count }: ProblemListProps): JSX.Element | null {
  if (count === 0) return null;
  const groups = [...groupBy(problems, ({ code }) => code)];
  const more = count - problems.length;
  return (
    <Card title={m.import_problems_title({ count, text: numberText(count) })}>
      {groups.map(([code, own]) => (
        <ProblemGroup key={code} kind={rowProblemKind(code)} problems={own} />
      ))}
      {more > 0 ? <p>{m.import_problems_cut({ count: more, text: numberText(more) })}</p> : null}
    </Card>
  );
}

interface ProblemGroupProps {
  readonly kind: string;
  readonly problems: readonly RowProblem[];
}

function ProblemGroup({ kind, problems }: ProblemGroupProps): JSX.Element {
  const [shown, setShown] = useState(firstShown);
  const more = Math.min(pageSize, problems.length - shown);
  return (
    <section class="problem-list_group line_ruled">
      <h3 class="problem-list_kind">
        {problems.length === 1
          ? kind
          : m.import_problems_kind({ kind, text: numberText(problems.length) })}
      </h3>
      <ol>
        {problems.slice(0, shown).map((problem, place) => (
          <li class="line problem-list_line" key={place}>
            {problem.column === '' ? null : <b>{problem.column}</b>}
            <span>{rowProblemSentence(problem)}</span>
          </li>
        ))}
      </ol>
      {more > 0 ? (
        <Button
          kind="link"
          label={m.import_problems_more_label({ count: more, kind })}
          onPress={() => setShown(shown + pageSize)}
        >
          {m.import_problems_more({ count: more })}
        </Button>
      ) : null}
    </section>
  );
}
