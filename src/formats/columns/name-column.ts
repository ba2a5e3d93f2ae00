// Which of several columns called "Name" has the names of people and not of goods.

import type { ColumnMeaning } from '#domain/import/column-meaning.ts';
import { textOf } from '../cells/cell-text.ts';
import { foldedHeading } from './headings.ts';
import type { SampledColumn } from './money-columns.ts';

// Two or three words that each begin with a capital, or a title and a word.
const personName =
  /^(?:\p{Lu}\p{Ll}*\.?|\p{Lo}+)(?:[\s,]+(?:(?:de|da|di|van|von|der|den|la|le|el|al|bin|del|dos)\s+)*(?:\p{Lu}[\p{L}'’-]*\.?|\p{Lo}+)){1,3}$/u;
/** Whether a folded heading says that its names are those of people. */
export const saysPerson =
  /\b(?:customer|client|kunde|klient|cliente|klant|kund|guest|full|billing)\b/u;
const saysHeadingWeight = 0.5;

/** The column of names by number; -1 when there is none. Of equal ones the first. */
export function nameColumn(
  columns: readonly SampledColumn[],
  meanings: readonly ColumnMeaning[],
): number {
  let best = { index: -1, score: -1 };
  columns.forEach((column, index) => {
    if (meanings[index] !== 'name') return;
    const score = scoreOf(column);
    if (score > best.score) best = { index, score };
  });
  return best.index;
}

function scoreOf({ heading, cells }: SampledColumn): number {
  const texts = cells.map(textOf).filter((text) => text !== '');
  if (texts.length === 0) return 0;
  const share = texts.filter(looksLikePerson).length / texts.length;
  return 0.1 + share + (saysPerson.test(foldedHeading(heading)) ? saysHeadingWeight : 0);
}

/** Whether a text is written as the names of people are. */
export function looksLikePerson(text: string): boolean {
  return personName.test(text);
}
