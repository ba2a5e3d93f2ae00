// Labels on the sheets they are sold on, from the first free one. Whoever does not fit is named,
// never dropped.

import { boxMark, lineMark } from '#paper/box-marks.ts';
import { fitLines } from '#paper/fit-lines.ts';
import { sheetWith } from '#paper/flow-pages.ts';
import { labelBox, labelCount, printableBox, type LabelFormat } from '#paper/label-formats.ts';
import type { Mark, Measure, PaperSheet } from '#paper/marks.ts';
import { pageSizes } from '#paper/page-sizes.ts';
import { textStyle } from '#paper/text-blocks.ts';

/** What is written on one label or envelope: a name and an address, line by line. */
export interface LetterAddress<Key extends string = string> {
  readonly key: Key;
  readonly lines: readonly string[];
}

export interface LabelSheets<Key extends string = string> {
  readonly sheets: readonly PaperSheet[];
  /** Not even at the smallest size: these are written by hand. */
  readonly tooLong: readonly LetterAddress<Key>[];
  /** How many labels of the last sheet are used, those before the first free one too. */
  readonly usedOnLast: number;
}

/** Points; below eight nobody at a sorting office reads it. */
export const labelText = { largest: 11, smallest: 8 } as const;

export function labelSheets<Key extends string>(
  addressees: readonly LetterAddress<Key>[],
  { format, firstFree }: { readonly format: LabelFormat; readonly firstFree: number },
  measure: Measure,
): LabelSheets<Key> {
  const perSheet = labelCount(format);
  const fitting = addressees.filter((each) => fitsEverywhere(each, format, measure));
  const placed = fitting.map((each, place) => ({ each, place: firstFree + place }));
  const count = Math.max(1, Math.ceil((firstFree + fitting.length) / perSheet));
  const sheets = Array.from({ length: count }, (_, number) => {
    const marks = placed
      .filter(({ place }) => Math.floor(place / perSheet) === number)
      .flatMap(
        ({ each, place }) => labelMarks(each, { format, number: place % perSheet }, measure) ?? [],
      );
    return sheetWith(
      pageSizes[format.paper],
      marks,
      labelGuides(format, number === 0 ? firstFree : 0),
    );
  });
  return {
    sheets,
    tooLong: addressees.filter((each) => !fitting.includes(each)),
    usedOnLast: firstFree + fitting.length - (count - 1) * perSheet,
  };
}

interface LabelSpot {
  readonly format: LabelFormat;
  readonly number: number;
}

function labelMarks(
  { lines }: LetterAddress,
  { format, number }: LabelSpot,
  measure: Measure,
): readonly Mark[] | null {
  const look = {
    style: textStyle(labelText.largest),
    minPt: labelText.smallest,
    place: 'middle',
  } as const;
  return fitLines(withoutBlanks(lines), { box: printableBox(format, number), look }, measure);
}

/** Labels at the edges of the paper have the least room: who fits there fits on any. */
function fitsEverywhere(addressee: LetterAddress, format: LabelFormat, measure: Measure): boolean {
  const last = labelCount(format) - 1;
  const corners = [0, format.columns - 1, last - format.columns + 1, last];
  return corners.every((number) => labelMarks(addressee, { format, number }, measure) !== null);
}

function withoutBlanks(lines: readonly string[]): readonly string[] {
  return lines.map((line) => line.trim()).filter((line) => line !== '');
}

/** The edges of all labels, and strokes across those that are used up. */
function labelGuides(format: LabelFormat, firstFree: number): readonly Mark[] {
  return Array.from({ length: labelCount(format) }, (_, number) => {
    const box = labelBox(format, number);
    const edge = boxMark(box, { stroke: 'guide', width: 0.2, radius: 1.5 });
    return number < firstFree ? [edge, ...hatching(box)] : [edge];
  }).flat();
}

function hatching({ x, y, w, h }: ReturnType<typeof labelBox>): readonly Mark[] {
  const strokes = 5;
  return Array.from({ length: strokes }, (_, number) => {
    const from = { x: x + (w * number) / strokes, y: y + h };
    return lineMark(from, { x: from.x + w / strokes, y }, { tone: 'guide', width: 0.3 });
  });
}
