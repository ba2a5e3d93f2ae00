import { maxStoredProblems, type RowProblem } from '#domain/import/shop-import.ts';
import type { ImportPlan } from './plan-list.ts';

/**
 * `plan` without the `people` (by index) who asked to be forgotten, and without their visits. Each
 * line is said by its row; nothing of the person is written down again.
 */
export function withoutPeople(plan: ImportPlan, people: ReadonlySet<number>): ImportPlan {
  if (people.size === 0) return plan;
  const indexes = new Map<number, number>();
  plan.people.forEach((_, index) => {
    if (!people.has(index)) indexes.set(index, indexes.size);
  });
  const problems = rowsOf(plan, people).map(forgottenRow);
  return {
    ...plan,
    people: plan.people.filter((_, index) => !people.has(index)),
    visits: plan.visits
      .filter(({ person }) => person === null || !people.has(person))
      .map((visit) => ({
        ...visit,
        person: visit.person === null ? null : (indexes.get(visit.person) ?? null),
      })),
    problems: [...plan.problems, ...problems]
      .toSorted((a, b) => a.row - b.row)
      .slice(0, maxStoredProblems),
    problemCount: plan.problemCount + problems.length,
    leftOutRows: plan.leftOutRows + problems.length,
  };
}

/** The rows of their visits; of somebody without visits their own row. */
function rowsOf(
  { people: all, visits }: ImportPlan,
  people: ReadonlySet<number>,
): readonly number[] {
  const own = visits.filter(({ person }) => person !== null && people.has(person));
  const visitors = new Set(own.map(({ person }) => person));
  const alone = all.filter((_, index) => people.has(index) && !visitors.has(index));
  return [...own, ...alone].map(({ row }) => row);
}

function forgottenRow(row: number): RowProblem {
  return { row, column: '', code: 'forgotten', text: '', left: 'row' };
}
