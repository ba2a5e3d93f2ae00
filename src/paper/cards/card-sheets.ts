// Cards on the sheets they are cut or folded from. Every position is a share of the paper, so that
// the same card fits A4, where it folds to A6, and Letter. The front is the right half and the back
// the left one in every language: that is how the paper folds.

import { lineMark } from '#paper/box-marks.ts';
import { sheetWith } from '#paper/flow-pages.ts';
import type { Box, Mark, Measure, PageSize, Point, PaperSheet } from '#paper/marks.ts';
import { landscape } from '#paper/page-sizes.ts';
import { textMark, textStyle } from '#paper/text-blocks.ts';
import { cardBackMarks, cardFrontMarks, cardInsideMarks, type CardContent } from './card-panels.ts';

/** What a card is made of: how it is folded or cut, and how many are on a sheet. */
export const cardFormats = ['two-up', 'quarter-fold', 'a5', 'pre-cut-a6', 'pre-cut-a5'] as const;
export type CardFormat = (typeof cardFormats)[number];

export interface CardPaper {
  readonly size: PageSize;
  readonly format: CardFormat;
  readonly guideWords: { readonly cut: string; readonly fold: string };
}

/** How many cards stand on a sheet. */
export const cardsPerSheet: Readonly<Record<CardFormat, number>> = {
  'two-up': 2,
  'quarter-fold': 1,
  a5: 1,
  'pre-cut-a6': 4,
  'pre-cut-a5': 2,
};

/**
 * All sheets in the order of printing. For A5 these are the outsides; the lines inside are a second
 * pass through the printer, if there are any.
 */
export function cardSheets(
  cards: readonly CardContent[],
  paper: CardPaper,
  measure: Measure,
): readonly PaperSheet[] {
  const perSheet = cardsPerSheet[paper.format];
  return Array.from({ length: Math.ceil(cards.length / perSheet) }, (_, number) =>
    layouts[paper.format](cards.slice(number * perSheet, (number + 1) * perSheet), paper, measure),
  );
}

/** The second pass of A5 cards: the inside of each, right of the fold. */
export function cardInsideSheets(
  cards: readonly CardContent[],
  { size }: CardPaper,
  measure: Measure,
): readonly PaperSheet[] {
  const page = landscape(size);
  return cards.map((card) => {
    const right = { x: page.w / 2, y: 0, w: page.w / 2, h: page.h };
    return sheetWith(page, cardInsideMarks(card, right, measure));
  });
}

type Layout = (cards: readonly CardContent[], paper: CardPaper, measure: Measure) => PaperSheet;

const layouts: Readonly<Record<CardFormat, Layout>> = {
  'two-up': twoUp,
  'quarter-fold': quarterFold,
  a5: folded,
  'pre-cut-a6': (cards, { size }, measure) => preCut(cards, gridBoxes(size, 2), measure),
  'pre-cut-a5': (cards, { size }, measure) => preCut(cards, gridBoxes(landscape(size), 1), measure),
};

function twoUp(cards: readonly CardContent[], paper: CardPaper, measure: Measure): PaperSheet {
  const { size, guideWords } = paper;
  const half = size.h / 2;
  const marks = cards.flatMap((card, place) => outside(card, halfBox(size, place), measure));
  const middle = size.w / 2;
  const folds = [5, half - 3.5, half + 0.5, size.h - 8].map((y) => upright({ x: middle, y }));
  const cuts = [5, size.w - 8].map((x) => level({ x, y: half }));
  const guides = [
    ...dashed({ x: 0, y: half }, { x: size.w, y: half }),
    ...dashed({ x: middle, y: 0 }, { x: middle, y: size.h }),
    guideWord(guideWords.cut, { x: size.w * 0.2, y: half - 1.5 }),
    guideWord(guideWords.fold, { x: middle + 2, y: 20 }),
  ];
  return sheetWith(size, [...marks, ...folds, ...cuts], guides);
}

function halfBox({ w, h }: PageSize, place: number): Box {
  return { x: 0, y: (place * h) / 2, w, h: h / 2 };
}

/** Back at the left, front at the right. */
function outside(card: CardContent, { x, y, w, h }: Box, measure: Measure): readonly Mark[] {
  return [
    ...cardBackMarks(card, { x, y, w: w / 2, h }, measure),
    ...cardFrontMarks(card, { x: x + w / 2, y, w: w / 2, h }, measure),
  ];
}

/** The top half folds to the back, then the right half to the left. */
function quarterFold(
  cards: readonly CardContent[],
  paper: CardPaper,
  measure: Measure,
): PaperSheet {
  const { size, guideWords } = paper;
  const [w, h] = [size.w / 2, size.h / 2];
  const marks = cards.flatMap((card) => [
    ...outside(card, { x: 0, y: h, w: size.w, h }, measure),
    // On its head at the upper left: after both folds it is the right page inside.
    ...cardInsideMarks(card, { x: 0, y: 0, w, h }, measure).map((mark) =>
      turned(mark, { x: w / 2, y: h / 2 }),
    ),
  ]);
  const ticks = [
    ...[5, size.h - 8].map((y) => upright({ x: w, y })),
    ...[5, size.w - 8].map((x) => level({ x, y: h })),
  ];
  const guides = [
    ...dashed({ x: 0, y: h }, { x: size.w, y: h }),
    ...dashed({ x: w, y: 0 }, { x: w, y: size.h }),
    guideWord(guideWords.fold, { x: size.w * 0.2, y: h - 1.5 }),
    guideWord(guideWords.fold, { x: w + 2, y: h + 20 }),
  ];
  return sheetWith(size, [...marks, ...ticks], guides);
}

function folded(cards: readonly CardContent[], paper: CardPaper, measure: Measure): PaperSheet {
  const page = landscape(paper.size);
  const marks = cards.flatMap((card) => outside(card, { x: 0, y: 0, ...page }, measure));
  const ticks = [5, page.h - 8].map((y) => upright({ x: page.w / 2, y }));
  const guides = [
    ...dashed({ x: page.w / 2, y: 0 }, { x: page.w / 2, y: page.h }),
    guideWord(paper.guideWords.fold, { x: page.w / 2 + 2, y: 20 }),
  ];
  return sheetWith(page, [...marks, ...ticks], guides);
}

/** Fronts alone, each with whose it is below the shop's name: the other side is written by hand. */
function preCut(
  cards: readonly CardContent[],
  { page, boxes }: { readonly page: PageSize; readonly boxes: readonly Box[] },
  measure: Measure,
): PaperSheet {
  const marks = cards.flatMap((card, place) => {
    const box = boxes[place];
    return box === undefined
      ? []
      : [...cardFrontMarks(card, box, measure), ...smallName(card, box)];
  });
  const guides = boxes
    .slice(1)
    .flatMap(({ x, y }) => [
      ...dashed({ x, y: 0 }, { x, y: page.h }),
      ...dashed({ x: 0, y }, { x: page.w, y }),
    ]);
  return sheetWith(page, marks, guides);
}

function smallName({ back }: CardContent, { x, y, w, h }: Box): readonly Mark[] {
  const style = textStyle(8, { face: 'serif', tone: 'brown' });
  return [textMark(back[0] ?? '', style, { x: x + w / 2, y: y + h - 7, align: 'middle' })];
}

function gridBoxes(
  page: PageSize,
  rows: number,
): { readonly page: PageSize; readonly boxes: readonly Box[] } {
  const [w, h] = [page.w / 2, page.h / rows];
  const boxes = Array.from({ length: 2 * rows }, (_, place) => ({
    x: (place % 2) * w,
    y: Math.floor(place / 2) * h,
    w,
    h,
  }));
  return { page, boxes };
}

function turned(mark: Mark, centre: Point): Mark {
  if (mark.kind !== 'text') return mark;
  return { ...mark, x: 2 * centre.x - mark.x, y: 2 * centre.y - mark.y, isTurned: true };
}

const tickLength = 3;
const hair = { tone: 'line', width: 0.15 } as const;

function upright({ x, y }: Point): Mark {
  return lineMark({ x, y }, { x, y: y + tickLength }, hair);
}

function level({ x, y }: Point): Mark {
  return lineMark({ x, y }, { x: x + tickLength, y }, hair);
}

function dashed(from: Point, to: Point): readonly Mark[] {
  return [lineMark(from, to, { tone: 'guide', width: 0.5, isDashed: true })];
}

function guideWord(word: string, at: Point): Mark {
  return textMark(word, textStyle(14, { tone: 'ink-2' }), at);
}
