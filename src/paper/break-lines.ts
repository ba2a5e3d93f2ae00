// Breaks a text into lines by how wide it really is. Never cuts anything off: a word that is wider
// than its line goes on in the next one.

import type { Measure, TextStyle } from './marks.ts';

export interface LineRoom {
  readonly style: TextStyle;
  readonly width: number;
}

export function breakLines(
  text: string,
  { style, width }: LineRoom,
  measure: Measure,
): readonly string[] {
  const fits = (line: string): boolean => measure(style, line.trim()).advance <= width;
  return text
    .split('\n')
    .flatMap((paragraph) => filledLines(pieces(paragraph), fits))
    .map((line) => line.trim());
}

function filledLines(words: readonly string[], fits: (line: string) => boolean): readonly string[] {
  const lines: string[] = [];
  let line = '';
  for (const word of words) {
    if (fits(line + word)) {
      line += word;
    } else if (fits(word)) {
      lines.push(line);
      line = word;
    } else {
      const parts = filledByLetters(line, word, fits);
      lines.push(...parts.slice(0, -1));
      line = parts.at(-1) ?? '';
    }
  }
  return [...lines, line];
}

// At least one letter a line, however narrow: else it would never end.
function filledByLetters(
  begun: string,
  word: string,
  fits: (line: string) => boolean,
): readonly string[] {
  const lines = begun.trim() === '' ? [] : [begun];
  let line = '';
  for (const letter of letters(word)) {
    if (line !== '' && !fits(line + letter)) {
      lines.push(line);
      line = '';
    }
    line += letter;
  }
  return [...lines, line];
}

/** What a line may end after: words with the space behind them, parts before a hyphen. */
function pieces(text: string): readonly string[] {
  const words = text.match(/[^\s–/-]*[–/-]*\s*/g)?.filter((word) => word !== '') ?? [];
  return words.flatMap((word) => (withoutSpaces.test(word) ? wordsWithoutSpaces(word) : [word]));
}

const withoutSpaces =
  /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}\p{Script=Lao}\p{Script=Khmer}\p{Script=Myanmar}]/u;

function wordsWithoutSpaces(text: string): readonly string[] {
  return segmented(text, 'word');
}

/** What is seen as one letter, with everything that hangs on it. */
function letters(text: string): readonly string[] {
  return segmented(text, 'grapheme');
}

// Firefox learned it in 2024: before that a letter with its marks has to do.
function segmented(text: string, granularity: 'word' | 'grapheme'): readonly string[] {
  return typeof Intl.Segmenter === 'function'
    ? [...new Intl.Segmenter(undefined, { granularity }).segment(text)].map((each) => each.segment)
    : (text.match(/\P{M}\p{M}*/gu) ?? [text]);
}
