// The six words that lock a copy of the shop. They are drawn, never thought up: 1,283 words to the sixth power are about 62 bits, which is
// what the lock is worth. Must never be kept in the shop's own tables, for a copy would carry its own key.

import { phraseWords } from './passphrase-words.ts';

/** Words of one phrase. */
export const phraseLength = 6;

/** How many words there are to draw from. */
export const phraseChoices = phraseWords.length;

/** The phrase of the words at `places` (each 0 to `phraseChoices` − 1), joined by hyphens: exactly what has to be typed anywhere. */
export function phraseOf(places: readonly number[]): string {
  return places.map((place) => phraseWords[place] ?? unreachable(place)).join('-');
}

/** What may be meant by `text` as somebody types a phrase: the words in small letters joined by hyphens, and the text itself as it stands. */
export function phrasesMeant(text: string): readonly string[] {
  const trimmed = text.trim();
  const words = trimmed.toLowerCase().split(/[^a-z]+/);
  const meant = words.filter((word) => word !== '').join('-');
  return [...new Set([meant, trimmed])].filter((phrase) => phrase !== '');
}

/** Whether `text` is `phrase`, whatever stands between the words and however they are written. */
export function isPhrase(text: string, phrase: string): boolean {
  return phrasesMeant(text).includes(phrase);
}

function unreachable(place: number): never {
  throw new RangeError(`No word stands at ${place}`);
}
