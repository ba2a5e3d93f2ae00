// For the wall of the shop: the perks that everybody gets, and the wall of thanks.

import { lineMark } from '#paper/box-marks.ts';
import { sheetWith } from '#paper/flow-pages.ts';
import type { Mark, Measure, PageSize, PaperSheet, TextStyle } from '#paper/marks.ts';
import { gap, paragraph, stacked, textStyle, type Block } from '#paper/text-blocks.ts';

export interface PosterPerk {
  /** As it was published: "Every 10th visit: a coffee on us." */
  readonly sentence: string;
  /** From which day, or until which; empty for none. */
  readonly note: string;
}

export interface PosterInput {
  readonly size: PageSize;
  readonly shop: string;
  readonly title: string;
  readonly perks: readonly PosterPerk[];
  /** That it is for everybody. */
  readonly foot: string;
}

export interface Poster {
  readonly sheets: readonly PaperSheet[];
  /** Even in the smallest letters of a poster these did not fit; none of them is on it. */
  readonly leftOut: readonly PosterPerk[];
}

/** Nothing on a poster is smaller: it is read from across the counter. */
export const smallestPosterPt = 28;
const largestPosterPt = 48;
const posterMargin = 18;

/** One sheet with as many perks as stand on it. */
export function perksPoster(input: PosterInput, measure: Measure): Poster {
  const { size, perks } = input;
  const sizes = Array.from({ length: 11 }, (_, step) => largestPosterPt - 2 * step);
  for (const pt of sizes) {
    const body = posterBody(input, { pt, perks }, measure);
    if (body.height <= roomIn(size)) return { sheets: [posterSheet(input, body)], leftOut: [] };
  }
  for (let count = perks.length - 1; count >= 0; count -= 1) {
    const shown = { pt: smallestPosterPt, perks: perks.slice(0, count) };
    const body = posterBody(input, shown, measure);
    if (body.height <= roomIn(size) || count === 0)
      return { sheets: [posterSheet(input, body)], leftOut: perks.slice(count) };
  }
  return { sheets: [], leftOut: perks };
}

/** A3 as two sheets of A4 on their sides, to be put one above the other. */
export function halvedSheets(sheet: PaperSheet): readonly PaperSheet[] {
  const half = { w: sheet.w, h: sheet.h / 2 };
  return [0, half.h].map((from) =>
    sheetWith(
      half,
      sheet.marks.map((mark) => raised(mark, from)),
    ),
  );
}

function roomIn({ h }: PageSize): number {
  return h - 2 * posterMargin;
}

function posterSheet({ size }: PosterInput, body: Block): PaperSheet {
  const y = posterMargin + Math.max(0, (roomIn(size) - body.height) / 2);
  return sheetWith(size, body.draw({ x: posterMargin, y }));
}

function posterBody(
  input: PosterInput,
  { pt, perks }: { readonly pt: number; readonly perks: readonly PosterPerk[] },
  measure: Measure,
): Block {
  const width = input.size.w - 2 * posterMargin;
  const say = (text: string, style: TextStyle): Block =>
    paragraph(text, { style, width, leading: 1.15, align: 'middle' }, measure);
  const small = textStyle(smallestPosterPt, { face: 'serif', tone: 'brown' });
  const blocks = perks.flatMap(({ sentence, note }) => [
    gap(8),
    say(sentence, textStyle(pt, { face: 'serif' })),
    say(note, small),
  ]);
  return stacked([
    say(input.shop, small),
    gap(4),
    say(input.title, textStyle(pt + 16, { face: 'card', tone: 'green' })),
    ...blocks,
    gap(10),
    say(input.foot, small),
  ]);
}

export interface ThanksWall {
  readonly size: PageSize;
  readonly shop: string;
  readonly title: string;
  /** In the order of the wall, each with its names. */
  readonly groups: readonly { readonly heading: string; readonly names: readonly string[] }[];
  /** Until which day it hangs. */
  readonly until: string;
}

/** With fewer names under a heading everybody would see who is meant by it. */
export const minOnWall = 3;

/** The names of those who said yes, in alphabetical order, under headings that rank nobody. */
export function thanksWallSheets(
  wall: ThanksWall,
  collate: (a: string, b: string) => number,
  measure: Measure,
): readonly PaperSheet[] {
  const width = wall.size.w - 2 * posterMargin;
  const groups = wall.groups
    .filter(({ names }) => names.length >= minOnWall)
    .map(({ heading, names }) => ({ heading, names: names.toSorted(collate) }));
  const sizes = Array.from({ length: 25 }, (_, step) => 26 - step * 0.5);
  const bodies = sizes.map((pt) => wallBody({ ...wall, groups }, { pt, width }, measure));
  const fitting = bodies.find((body) => body.height <= roomIn(wall.size));
  if (fitting !== undefined) return [wallSheet(wall.size, fitting)];
  // More names than stand on one sheet: a sheet for each heading, and for each half of a long one.
  const [first, ...others] = groups;
  if (first === undefined) return [];

  if (others.length > 0)
    return groups.flatMap((group) =>
      thanksWallSheets({ ...wall, groups: [group] }, collate, measure),
    );
  if (first.names.length < 2 * minOnWall)
    return bodies.slice(-1).map((body) => wallSheet(wall.size, body));
  const middle = Math.ceil(first.names.length / 2);
  return [first.names.slice(0, middle), first.names.slice(middle)].flatMap((names) =>
    thanksWallSheets({ ...wall, groups: [{ ...first, names }] }, collate, measure),
  );
}

function wallSheet(size: PageSize, body: Block): PaperSheet {
  return sheetWith(size, body.draw({ x: posterMargin, y: posterMargin }));
}

function wallBody(
  wall: ThanksWall,
  { pt, width }: { readonly pt: number; readonly width: number },
  measure: Measure,
): Block {
  const say = (text: string, style: TextStyle): Block =>
    paragraph(text, { style, width, leading: 1.25, align: 'middle' }, measure);
  return stacked([
    say(wall.shop, textStyle(18, { face: 'serif', tone: 'brown' })),
    say(wall.title, textStyle(54, { face: 'card', tone: 'green' })),
    ...wall.groups.flatMap(({ heading, names }) => [
      gap(7),
      ruleBlock(width),
      gap(4),
      say(heading, textStyle(22, { face: 'serif', weight: 600 })),
      gap(2),
      namesBlock(names, { pt, width }, measure),
    ]),
    gap(8),
    say(wall.until, textStyle(12, { face: 'serif', tone: 'brown' })),
  ]);
}

function ruleBlock(width: number): Block {
  return {
    height: 0,
    draw: ({ x, y }) => [
      lineMark({ x: x + width / 3, y }, { x: x + (2 * width) / 3, y }, { tone: 'green' }),
    ],
  };
}

/** Names in two columns, read along the rows. */
function namesBlock(
  names: readonly string[],
  { pt, width }: { readonly pt: number; readonly width: number },
  measure: Measure,
): Block {
  const look = {
    style: textStyle(pt, { face: 'serif' }),
    width: width / 2 - 4,
    leading: 1.3,
    align: 'middle',
  } as const;
  const blocks = names.map((name) => paragraph(name, look, measure));
  const rows = Array.from({ length: Math.ceil(blocks.length / 2) }, (_, row) => {
    const pair = blocks.slice(row * 2, row * 2 + 2);
    return {
      height: Math.max(...pair.map(({ height }) => height)),
      draw: ({ x, y }: { readonly x: number; readonly y: number }) =>
        pair.flatMap((block, place) =>
          // The last of an odd number stands in the middle.
          block.draw({ x: pair.length === 1 ? x + width / 4 + 2 : x + place * (width / 2 + 4), y }),
        ),
    };
  });
  return stacked(rows);
}

function raised(mark: Mark, by: number): Mark {
  switch (mark.kind) {
    case 'text':
    case 'rect':
      return { ...mark, y: mark.y - by };
    case 'line':
      return {
        ...mark,
        from: { ...mark.from, y: mark.from.y - by },
        to: { ...mark.to, y: mark.to.y - by },
      };
    case 'path':
      // Posters have no drawings.
      return mark;
  }
}
