// A text as the browser draws it, in black and white: what every script looks like right as.

import type { Direction, TextMark, TextStyle } from '#paper/marks.ts';
import { isTurnedText, visualRuns, type VisualRun } from './visual-order.ts';

/** Dots of a picture: one bit each, rows padded to whole bytes, 1 for ink. */
export interface TextPicture {
  readonly columns: number;
  readonly rows: number;
  readonly bits: Uint8Array;
  /** From the text's left end and baseline to the picture's upper left corner, in dots. */
  readonly left: number;
  readonly up: number;
  readonly dotsPerMm: number;
  /** How far the text reaches along its baseline, in millimetres. */
  readonly advance: number;
  /** The words with the space behind each, as they stand from left to right. */
  readonly words: readonly PlacedWord[];
}

/** From the text's left end, in millimetres. */
export interface PlacedWord {
  readonly text: string;
  readonly from: number;
  readonly to: number;
}

export interface PicturedText extends TextStyle {
  readonly text: string;
  readonly dir: Direction;
}

// Above this size coarser dots are finer than an eye sees, and a quarter of the ink to pack.
const fineUpToPt = 40;

export function dotsPerMmFor(pt: number): number {
  return (pt > fineUpToPt ? 300 : 600) / 25.4;
}

/** Where the left end of a text is that begins, ends or has its middle at its point. */
export function leftEnd(mark: TextMark, advance: number): number {
  if (mark.align === 'middle') return mark.x - advance / 2;
  return (mark.align === 'start') === (mark.dir === 'ltr') ? mark.x : mark.x - advance;
}

/** Where each word of a text stands; those that are read from the right go together in runs. */
export function placedWords(
  { text, dir }: PicturedText,
  advanceOf: (text: string) => number,
): readonly PlacedWord[] {
  return isTurnedText(text, dir)
    ? placedRuns(visualRuns(text, dir), advanceOf)
    : wordsInOrder(text, advanceOf);
}

function wordsInOrder(text: string, advanceOf: (text: string) => number): readonly PlacedWord[] {
  let before = '';
  return (text.match(/\S+\s*|\s+/g) ?? []).map((word) => {
    const from = advanceOf(before);
    before += word;
    return { text: word, from, to: advanceOf(before) };
  });
}

function placedRuns(
  runs: readonly VisualRun[],
  advanceOf: (text: string) => number,
): readonly PlacedWord[] {
  let to = 0;
  return runs.map(({ said, seen }) => {
    const from = to;
    to += advanceOf(said);
    return { text: seen, from, to };
  });
}
