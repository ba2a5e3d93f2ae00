// What the shopkeeper sees of a list before saying what its columns are.

import type { KnownList } from '#domain/import/import-problem.ts';
import type { ColumnMeaning, DayOrder } from '#domain/import/column-meaning.ts';
import type { Day } from '#lib/day.ts';
import { momentOf } from '#formats/csv/cell-day.ts';
import { ambiguousDay, guessOf, knownOrderOf } from '#formats/csv/inspect.ts';
import type { ListReading } from './parse-file.ts';

/** A column as shown: its heading (empty where there is none), up to three of its cells, and our guess. */
export interface MatchColumn {
  readonly heading: string;
  readonly samples: readonly string[];
  readonly meaning: ColumnMeaning;
}

/** What we take a list’s columns to be. */
export interface ListMatch {
  readonly list: KnownList | null;
  readonly columns: readonly MatchColumn[];
}

/** A day of the list that can be read both ways. */
export interface OrderQuestion {
  readonly example: string;
  readonly dayFirst: Day;
  readonly monthFirst: Day;
}

/** Our guess, with the first line read as headings (`'headings'`) or as a line like the others. */
export function matchOf({ survey }: ListReading, firstLine: 'headings' | 'row'): ListMatch {
  return guessOf(survey, firstLine === 'headings');
}

/** Whether the list's own first line looks like headings. */
export function firstLineOf({ survey }: ListReading): 'headings' | 'row' {
  return survey.firstIsHeadings ? 'headings' : 'row';
}

/** What to ask about the order of days, or null when the list itself settles it. */
export function orderQuestionOf(
  { survey }: ListReading,
  meanings: readonly ColumnMeaning[],
): OrderQuestion | null {
  if (knownOrderOf(survey, meanings) !== null) return null;
  const example = ambiguousDay(survey, meanings);
  if (example === undefined) return null;
  const read = (order: DayOrder): Day | null => {
    const rules = { order, today: survey.today };
    // A birthday may have no year; a leap year has every day.
    const time = momentOf(example.trim(), rules) ?? momentOf(`${example.trim()}/2000`, rules);
    return time?.kind === 'wall' ? time.day : null;
  };
  const [dayFirst, monthFirst] = [read('day-first'), read('month-first')];
  return dayFirst === null || monthFirst === null ? null : { example, dayFirst, monthFirst };
}
