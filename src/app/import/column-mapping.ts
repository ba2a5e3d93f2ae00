// What the shopkeeper sees of a file before confirming what its columns mean.

import type { ColumnMeaning, DayOrder } from '#domain/import/column-meaning.ts';
import type { Day } from '#lib/day.ts';
import { dateTimeOf } from '#formats/csv/cell-day.ts';
import {
  ambiguousDay,
  guessMapping,
  knownDayOrder,
  type MappingGuess,
} from '#formats/csv/inspect.ts';
import type { ParsedFile } from './parse-file.ts';

/** A day of the file that can be read both ways. */
export interface DateOrderQuestion {
  readonly example: string;
  readonly dayFirst: Day;
  readonly monthFirst: Day;
}

/** Our guess, with the first line read as headings or as a row like the others. */
export function suggestMapping(
  { profile }: ParsedFile,
  firstLine: 'headings' | 'row',
): MappingGuess {
  return guessMapping(profile, firstLine === 'headings');
}

/** Whether the first line looks like headings. */
export function firstLineOf({ profile }: ParsedFile): 'headings' | 'row' {
  return profile.firstIsHeadings ? 'headings' : 'row';
}

/** What to ask about the order of days, or null when the file itself settles it. */
export function dateOrderQuestion(
  { profile }: ParsedFile,
  meanings: readonly ColumnMeaning[],
): DateOrderQuestion | null {
  if (knownDayOrder(profile, meanings) !== null) return null;
  const example = ambiguousDay(profile, meanings);
  if (example === undefined) return null;
  const read = (order: DayOrder): Day | null => {
    const rules = { order, today: profile.today };
    // A birthday may have no year; a leap year has every day.
    const time = dateTimeOf(example.trim(), rules) ?? dateTimeOf(`${example.trim()}/2000`, rules);
    return time?.kind === 'wall' ? time.day : null;
  };
  const [dayFirst, monthFirst] = [read('day-first'), read('month-first')];
  return dayFirst === null || monthFirst === null ? null : { example, dayFirst, monthFirst };
}
