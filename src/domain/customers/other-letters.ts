// The letters that names of this shop begin with or hold, and that no key from A to Z types:
// Cyrillic, Greek, Hebrew, Arabic, Devanagari and all others that have letters.

import { normalizedWords } from '#lib/normalize-text.ts';

/** As many as there are keys for. */
const maxLetters = 26;

const latin = /[\0-\x7f]|\p{Script=Latin}/u;

/**
 * The letters of `names` in the order of their alphabet, large where they have a large form; the
 * most frequent ones where there are too many. None in a shop of Latin names.
 */
export function otherLettersIn(names: Iterable<string>): readonly string[] {
  const counts = new Map<string, number>();
  for (const name of names) {
    if (!hasOther.test(name)) continue;
    for (const letter of normalizedWords(name).flatMap((word) => word.match(letterOfWord) ?? []))
      if (!latin.test(letter)) counts.set(letter, (counts.get(letter) ?? 0) + 1);
  }
  return [...counts]
    .toSorted(([, a], [, b]) => b - a)
    .slice(0, maxLetters)
    .map(([letter]) => letter.toUpperCase())
    .toSorted();
}

const hasOther = /[^\0-\x7f\p{Script=Latin}\p{Script=Common}\p{Script=Inherited}]/u;
// The vowel signs of Devanagari are written with their letter, and typed with it.
const letterOfWord = /\p{Letter}/gu;
