// The list that a walk imports: a year and a half of visits up to yesterday, by people with days of
// their own, of whom some stopped and some are new. The same day gives the same list.
import { addDays, type Day } from '../../src/lib/day.ts';
import { firstNames, lastNames } from '../../src/sample/names.ts';

export interface YearOfVisits {
  readonly csv: string;
  readonly rows: number;
  readonly people: number;
  /** Who still comes in every week. */
  readonly regulars: readonly string[];
}

const regulars = 18;
const gone = 6;
const fresh = 4;

export function yearOfVisits(today: Day): YearOfVisits {
  const rows = [
    ...people(0, regulars).flatMap((name, at) => weekly(name, { last: 1 + (at % 7), times: 66 })),
    ...people(regulars, gone).flatMap((name, at) => weekly(name, { last: 36 + at, times: 18 })),
    ...people(regulars + gone, fresh).flatMap((name, at) =>
      weekly(name, { last: 2, times: 2 + at }),
    ),
  ];
  function weekly(
    name: string,
    { last, times }: { last: number; times: number },
  ): readonly string[] {
    return Array.from(
      { length: times },
      (_, week) => `${name},${addDays(today, -last - 7 * week)},${10 + (week % 5)}.50`,
    );
  }
  return {
    csv: `Name,Visit,Amount\n${rows.join('\n')}\n`,
    rows: rows.length,
    people: regulars + gone + fresh,
    regulars: people(0, regulars),
  };
}

function people(from: number, count: number): readonly string[] {
  return Array.from({ length: count }, (_, at) => {
    const place = from + at;
    return `${firstNames[place % firstNames.length]} ${lastNames[(place * 7) % lastNames.length]}`;
  });
}
