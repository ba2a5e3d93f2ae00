// Pages of words: what is held about somebody, how the shop is doing, what to do when a tablet is
// gone. They go on for as many pages as there is to say.

import { boxMark, lineMark } from '#paper/box-marks.ts';
import { flowPages, type FlowBlock } from '#paper/flow-pages.ts';
import type { Mark, Measure, PageSize, PaperSheet, TextStyle } from '#paper/marks.ts';
import {
  pageFoot,
  pageHead,
  pageMargin,
  type FootWords,
  type HeadWords,
} from '#paper/page-parts.ts';
import { baselineIn, mmPerPoint } from '#paper/points.ts';
import { gap, paragraph, stacked, textMark, textStyle, type Block } from '#paper/text-blocks.ts';

export type DocumentPart =
  | { readonly kind: 'heading'; readonly text: string }
  | { readonly kind: 'line'; readonly text: string }
  /** Letter by letter, to be typed again. */
  | { readonly kind: 'code'; readonly text: string }
  /** With a box to tick. */
  | { readonly kind: 'step'; readonly text: string }
  /** With a line to write on. */
  | { readonly kind: 'blank'; readonly text: string }
  /** Numbered, large, in a frame: words that are typed again one day. */
  | { readonly kind: 'numbered'; readonly words: readonly string[] }
  | { readonly kind: 'figures'; readonly rows: readonly FigureRow[] };

/** A name and numbers beside it; the first row is the heading. */
export interface FigureRow {
  readonly name: string;
  readonly figures: readonly string[];
}

export interface DocumentInput {
  readonly size: PageSize;
  readonly head: HeadWords;
  readonly foot: FootWords;
  readonly parts: readonly DocumentPart[];
}

export function documentSheets(
  { size, head, foot, parts }: DocumentInput,
  measure: Measure,
): readonly PaperSheet[] {
  const width = size.w - 2 * pageMargin;
  return flowPages(
    parts.map((part) => partBlock(part, width, measure)),
    {
      size,
      margin: pageMargin,
      head: pageHead(head, width, measure),
      again: gap(0),
      foot: pageFoot(foot, size),
    },
  );
}

const lineText = textStyle(12);
const codeText = textStyle(12, { face: 'mono' });
const headingText = textStyle(14, { face: 'serif', weight: 600 });

function partBlock(part: DocumentPart, width: number, measure: Measure): FlowBlock {
  switch (part.kind) {
    case 'heading': {
      const text = spoken(part.text, { style: headingText, width: width }, measure);
      return { ...stacked([gap(4.5), text, gap(0.5)]), leads: true };
    }
    case 'line':
      return stacked([spoken(part.text, { style: lineText, width: width }, measure), gap(1)]);
    case 'code':
      return stacked([
        gap(2),
        spoken(part.text, { style: codeText, width: width }, measure),
        gap(3),
      ]);
    case 'step':
      return stepBlock(spoken(part.text, { style: lineText, width: width - 9 }, measure));
    case 'blank':
      return blankBlock(spoken(part.text, { style: lineText, width: width }, measure), width);
    case 'numbered':
      return numberedBlock(part.words, width);
    case 'figures':
      return figuresBlock(part.rows, width);
  }
}

function spoken(
  text: string,
  look: { readonly style: TextStyle; readonly width: number },
  measure: Measure,
): Block {
  return paragraph(text, { ...look, leading: 1.45 }, measure);
}

function stepBlock(text: Block): Block {
  return {
    height: text.height + 5,
    draw: ({ x, y }) => [
      boxMark({ x: x + 0.2, y: y + 1, w: 4, h: 4 }),
      ...text.draw({ x: x + 9, y }),
    ],
  };
}

function blankBlock(text: Block, width: number): Block {
  const height = text.height + 10;
  return {
    height: height + 1,
    draw: ({ x, y }) => [
      ...text.draw({ x, y: y + 10 }),
      lineMark({ x, y: y + height }, { x: x + width, y: y + height }, { width: 0.3 }),
    ],
  };
}

const numberedText = textStyle(20, { weight: 600 });
const numberedRow = 13;
const framePadding = 8;

function numberedBlock(numbered: readonly string[], width: number): Block {
  const frame = Math.ceil(numbered.length / 2) * numberedRow + 2 * framePadding;
  return {
    height: frame + 16,
    draw: ({ x, y }) => [
      boxMark({ x: x + 0.2, y: y + 10, w: width - 0.4, h: frame }, { radius: 2 }),
      ...numbered.map((word, place) =>
        textMark(`${place + 1}. ${word}`, numberedText, {
          x: x + framePadding + ((place % 2) * width) / 2,
          y:
            y +
            10 +
            framePadding +
            Math.floor(place / 2) * numberedRow +
            baselineIn(numberedRow, numberedText.pt),
        }),
      ),
    ],
  };
}

const figureText = textStyle(10);
const nameWidth = 14;

function figuresBlock(rows: readonly FigureRow[], width: number): Block {
  const lineHeight = figureText.pt * mmPerPoint * 1.7;
  return {
    height: rows.length * lineHeight + 3,
    draw: ({ x, y }) =>
      rows.flatMap((row, number) =>
        figureMarks(row, { x, y: y + number * lineHeight + 2, lineHeight, width }),
      ),
  };
}

interface FigureLine {
  readonly x: number;
  readonly y: number;
  readonly lineHeight: number;
  readonly width: number;
}

function figureMarks(
  { name, figures }: FigureRow,
  { x, y, lineHeight, width }: FigureLine,
): readonly Mark[] {
  const base = y + baselineIn(lineHeight, figureText.pt);
  const column = Math.min(12, (width - nameWidth) / Math.max(1, figures.length));
  return [
    textMark(name, figureText, { x, y: base }),
    ...figures.map((figure, place) =>
      textMark(figure, figureText, {
        x: x + nameWidth + (place + 1) * column,
        y: base,
        align: 'end',
      }),
    ),
    lineMark({ x, y: y + lineHeight }, { x: x + width, y: y + lineHeight }, { width: 0.1 }),
  ];
}
