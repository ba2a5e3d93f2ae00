// Months as tills and hands write them in the languages of the lists we know. Told by their first
// letters, accents folded.

import { normalizeText } from '#lib/normalize-text.ts';

// English, German, French, Spanish, Polish. The longer beginnings come first where a short one
// would be two months.
const beginnings: readonly (readonly [string, number])[] = [
  ['jan', 1],
  ['ene', 1],
  ['sty', 1],
  ['feb', 2],
  ['fev', 2],
  ['lut', 2],
  ['mar', 3],
  ['mrz', 3],
  ['maer', 3],
  ['apr', 4],
  ['avr', 4],
  ['abr', 4],
  ['kwi', 4],
  ['may', 5],
  ['mai', 5],
  ['maj', 5],
  ['juin', 6],
  ['jun', 6],
  ['cze', 6],
  ['juil', 7],
  ['jul', 7],
  ['lip', 7],
  ['aug', 8],
  ['aou', 8],
  ['ago', 8],
  ['sie', 8],
  ['sep', 9],
  ['wrz', 9],
  ['oct', 10],
  ['okt', 10],
  ['paz', 10],
  ['nov', 11],
  ['lis', 11],
  ['dec', 12],
  ['dez', 12],
  ['dic', 12],
  ['gru', 12],
];

/** The month (1–12) that `word` names, or undefined. */
export function monthFrom(word: string): number | undefined {
  const folded = normalizeText(word);
  return beginnings.find(([beginning]) => folded.startsWith(beginning))?.[1];
}
