// Envelopes, each a page of its own size: the address where sorting machines look for it, the
// sender at the top left, and room for the stamp.

import { boxMark } from '#paper/box-marks.ts';
import { fitLines } from '#paper/fit-lines.ts';
import { sheetWith } from '#paper/flow-pages.ts';
import type { Box, Mark, Measure, PageSize, PaperSheet } from '#paper/marks.ts';
import { textStyle } from '#paper/text-blocks.ts';
import { labelText, type LetterAddress } from './label-sheets.ts';

export const envelopeSizes = {
  c6: { w: 162, h: 114 },
  c5: { w: 229, h: 162 },
  dl: { w: 220, h: 110 },
  '10': { w: 241.3, h: 104.8 },
  a2: { w: 146, h: 111 },
} as const satisfies Record<string, PageSize>;
export type EnvelopeSize = keyof typeof envelopeSizes;

export interface EnvelopeSheets<Key extends string = string> {
  readonly sheets: readonly PaperSheet[];
  readonly tooLong: readonly LetterAddress<Key>[];
  /** The sender's address does not fit; it is left out of all. */
  readonly isSenderTooLong: boolean;
}

/** Free of any writing, in millimetres: the top, the bottom, the sides, and the stamp. */
export const envelopeZones = { top: 40, bottom: 18, side: 15, stamp: { w: 74, h: 40 } } as const;
const addressFrom = 0.45;
const addressPt = 12;
const senderPt = 8;

export function envelopeSheets<Key extends string>(
  addressees: readonly LetterAddress<Key>[],
  { size, sender }: { readonly size: PageSize; readonly sender: readonly string[] },
  measure: Measure,
): EnvelopeSheets<Key> {
  const back = senderMarks(sender, size, measure);
  const drawn = addressees.map((each) => ({ each, marks: addressMarks(each, size, measure) }));
  return {
    sheets: drawn.flatMap(({ marks }) =>
      marks === null ? [] : [sheetWith(size, [...(back ?? []), ...marks], stampGuide(size))],
    ),
    tooLong: drawn.filter(({ marks }) => marks === null).map(({ each }) => each),
    isSenderTooLong: back === null,
  };
}

/** Where the address may stand. */
export function addressBox({ w, h }: PageSize): Box {
  const { top, bottom, side } = envelopeZones;
  const x = w * addressFrom;
  return { x, y: top, w: w - x - side, h: h - top - bottom };
}

function addressMarks(
  { lines }: LetterAddress,
  size: PageSize,
  measure: Measure,
): readonly Mark[] | null {
  const look = {
    style: textStyle(addressPt),
    minPt: labelText.smallest,
    place: 'middle',
  } as const;
  return fitLines(lines, { box: addressBox(size), look }, measure);
}

function senderMarks(
  lines: readonly string[],
  { w }: PageSize,
  measure: Measure,
): readonly Mark[] | null {
  const { side, stamp, top } = envelopeZones;
  const box = { x: side, y: side, w: w - side - stamp.w - 5, h: top - side - 3 };
  const look = { style: textStyle(senderPt), minPt: senderPt, place: 'top' } as const;
  return fitLines(lines, { box, look }, measure);
}

function stampGuide({ w }: PageSize): readonly Mark[] {
  const box = { x: w - 15 - 24, y: 10, w: 24, h: 28 };
  return [boxMark(box, { stroke: 'guide', width: 0.2, radius: 0.5 })];
}
