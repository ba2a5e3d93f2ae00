// The birthday of a contact card, in the ways in which phones and programs write it.

import type { ContentLine } from './content-lines.ts';

const complete = /^(\d{4})-?(\d{2})-?(\d{2})(?:$|[T ])/u;
const withoutYear = /^--(\d{2})-?(\d{2})(?:$|[T ])/u;
/** The year that Apple writes where there is none. */
const appleNoYear = '1604';

/** `1980-05-14`, or `--02-29` when the year is unknown; what cannot be read stays as written. */
export function cardBirthday({ params }: ContentLine, text: string): string {
  const noYear = params.get('X-APPLE-OMIT-YEAR')?.[0] ?? appleNoYear;
  const [, year, month, day] = complete.exec(text) ?? [];
  if (year !== undefined)
    return year === noYear || year === '0000' ? `--${month}-${day}` : `${year}-${month}-${day}`;
  const [, monthAlone, dayAlone] = withoutYear.exec(text) ?? [];
  return monthAlone === undefined ? text : `--${monthAlone}-${dayAlone}`;
}
