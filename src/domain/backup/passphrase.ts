// The six words that encrypt a backup. They are random, never thought up: 1,283 words to the sixth
// power are about 62 bits. Must never be stored in the shop's own tables, for a backup would carry
// its own key.

import { passphraseWords } from './passphrase-words.ts';

export const passphraseLength = 6;

export const passphraseChoices = passphraseWords.length;

/** The words at `indexes` (each 0 to `passphraseChoices` − 1), joined by hyphens. */
export function passphraseOf(indexes: readonly number[]): string {
  return indexes.map((index) => passphraseWords[index] ?? unreachable(index)).join('-');
}

/** What `text` may mean: its words in small letters with hyphens, and the text as it stands. */
export function passphraseCandidates(text: string): readonly string[] {
  const trimmed = text.trim();
  const words = trimmed.toLowerCase().split(/[^a-z]+/);
  const hyphenated = words.filter((word) => word !== '').join('-');
  return [...new Set([hyphenated, trimmed])].filter((passphrase) => passphrase !== '');
}

/** Whether `text` is `passphrase`, whatever separates the words and however they are written. */
export function matchesPassphrase(text: string, passphrase: string): boolean {
  return passphraseCandidates(text).includes(passphrase);
}

function unreachable(index: number): never {
  throw new RangeError(`No word stands at ${index}`);
}
