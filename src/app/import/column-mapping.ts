// What the shopkeeper sees of a list before confirming what its columns mean: our guess, or how the
// last list of the same till was read.

import {
  columnMeanings,
  type ColumnMeaning,
  type DayOrder,
} from '#domain/import/column-meaning.ts';
import type { Day } from '#lib/day.ts';
import { dateTimeOf } from '#formats/cells/cell-day.ts';
import {
  ambiguousDay,
  guessMapping,
  knownDayOrder,
  type MappingGuess,
} from '#formats/lists/inspect-list.ts';
import type { ImportChoices, StandInAnswer } from '#formats/lists/list-choices.ts';
import type { ParsedList } from './import-types.ts';

/** A day of the list that can be read both ways. */
export interface DateOrderQuestion {
  readonly example: string;
  readonly dayFirst: Day;
  readonly monthFirst: Day;
}

/** Our guess, with the first line read as headings or as a row like the others. */
export function suggestMapping(
  { profile }: ParsedList,
  firstLine: 'headings' | 'row',
): MappingGuess {
  return guessMapping(profile, firstLine === 'headings');
}

/** Whether the first line of the table is headings. */
export function firstLineOf({ profile }: ParsedList): 'headings' | 'row' {
  return profile.table.headingRow === null ? 'row' : 'headings';
}

/** What is proposed for a list: as the last one with these headings was read, else our guess. */
export function suggestChoices(reading: ParsedList): ImportChoices {
  const { layout, profile } = reading;
  const firstIsHeadings = firstLineOf(reading) === 'headings';
  const guessed = guessMapping(profile, firstIsHeadings).columns.map(({ meaning }) => meaning);
  const remembered = layout?.meanings.map(meaningFrom) ?? [];
  return {
    firstIsHeadings,
    meanings: guessed.map((meaning, index) => remembered[index] ?? meaning),
    order: layout?.order ?? null,
    currency: null,
    standIns: standInsFrom(layout?.answers ?? {}),
  };
}

/** What to ask about the order of days, or null when the list itself settles it. */
export function dateOrderQuestion(
  reading: ParsedList,
  meanings: readonly ColumnMeaning[],
): DateOrderQuestion | null {
  return knownDayOrder(reading.profile, meanings) === null ? unclearDay(reading, meanings) : null;
}

/** How a day that can be read both ways is read, or null when the list has none. */
export function dateOrderExample(
  reading: ParsedList,
  { order, meanings }: ImportChoices,
): (DateOrderQuestion & { readonly order: DayOrder }) | null {
  const example = unclearDay(reading, meanings);
  const taken = order ?? knownDayOrder(reading.profile, meanings);
  return example === null || taken === null ? null : { ...example, order: taken };
}

function unclearDay(
  { profile }: ParsedList,
  meanings: readonly ColumnMeaning[],
): DateOrderQuestion | null {
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

// A meaning that an older version wrote and this one does not know is guessed anew.
function meaningFrom(text: string): ColumnMeaning | undefined {
  return columnMeanings.find((meaning) => meaning === text);
}

function standInsFrom(
  answers: Readonly<Record<string, string>>,
): Readonly<Record<string, StandInAnswer>> {
  const standIns: Record<string, StandInAnswer> = {};
  for (const [name, answer] of Object.entries(answers))
    if (answer === 'nobody' || answer === 'person') standIns[name] = answer;
  return standIns;
}
