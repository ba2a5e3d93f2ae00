// A sheet to measure a printer with: two long rules, crosses near the edges, and the first and the
// last label of a sheet, to hold against it at the window.

import { boxMark, lineMark } from '#paper/box-marks.ts';
import { sheetWith } from '#paper/flow-pages.ts';
import { labelBox, labelCount, type LabelFormat } from '#paper/label-formats.ts';
import type { Mark, Measure, PageSize, PaperFit, PaperSheet, Point } from '#paper/marks.ts';
import { crossInset, ruleAcross, ruleDown } from '#paper/printer-fit.ts';
import { paragraph, stacked, textMark, textStyle } from '#paper/text-blocks.ts';

export interface TestSheetWords {
  readonly title: string;
  readonly across: string;
  readonly down: string;
  readonly steps: readonly string[];
}

export interface TestSheetInput {
  readonly size: PageSize;
  /** Whose first and last labels are outlined, or null. */
  readonly labels: LabelFormat | null;
  readonly words: TestSheetWords;
  /** What is known of the printer already: the second test sheet shows what is left. */
  readonly fit: PaperFit | null;
}

export function testSheet(
  { size, labels, words, fit }: TestSheetInput,
  measure: Measure,
): PaperSheet {
  const marks = [
    ...crosses(size).flatMap(cross),
    ...acrossRule(size, words.across),
    ...downRule(size, words.down),
    ...(labels === null ? [] : labelOutlines(labels)),
    ...instructions(size, words, measure),
  ];
  return { ...sheetWith(size, marks), fit };
}

function crosses({ w, h }: PageSize): readonly Point[] {
  const far = { x: w - crossInset, y: h - crossInset };
  return [
    { x: crossInset, y: crossInset },
    { x: far.x, y: crossInset },
    { x: crossInset, y: far.y },
    { x: far.x, y: far.y },
  ];
}

const arm = 4;

function cross({ x, y }: Point): readonly Mark[] {
  const look = { tone: 'ink', width: 0.15 } as const;
  return [
    lineMark({ x: x - arm, y }, { x: x + arm, y }, look),
    lineMark({ x, y: y - arm }, { x, y: y + arm }, look),
  ];
}

const look = { tone: 'ink', width: 0.2 } as const;
const tick = 3;

function acrossRule({ w, h }: PageSize, words: string): readonly Mark[] {
  const from = { x: (w - ruleAcross) / 2, y: h / 2 };
  const to = { x: from.x + ruleAcross, y: from.y };
  return [
    lineMark(from, to, look),
    ...[from, to].map(({ x, y }) => lineMark({ x, y: y - tick }, { x, y: y + tick }, look)),
    textMark(words, textStyle(11), { x: w / 2, y: from.y - 2, align: 'middle' }),
  ];
}

function downRule({ w, h }: PageSize, words: string): readonly Mark[] {
  const from = { x: w / 2 - 70, y: (h - ruleDown) / 2 };
  const to = { x: from.x, y: from.y + ruleDown };
  return [
    lineMark(from, to, look),
    ...[from, to].map(({ x, y }) => lineMark({ x: x - tick, y }, { x: x + tick, y }, look)),
    textMark(words, textStyle(11), { x: from.x + 3, y: h / 2 + 60 }),
  ];
}

function labelOutlines(format: LabelFormat): readonly Mark[] {
  return [0, 1, labelCount(format) - 1].map((number) =>
    boxMark(labelBox(format, number), { stroke: 'line', width: 0.15 }),
  );
}

function instructions(
  { w, h }: PageSize,
  words: TestSheetWords,
  measure: Measure,
): readonly Mark[] {
  const width = w - 90;
  const title = paragraph(
    words.title,
    { style: textStyle(16, { face: 'serif', weight: 600 }), width, leading: 1.5 },
    measure,
  );
  const steps = words.steps.map((step) =>
    paragraph(step, { style: textStyle(11), width, leading: 1.5 }, measure),
  );
  return stacked([title, ...steps]).draw({ x: w / 2 - 60, y: h / 2 + 10 });
}
