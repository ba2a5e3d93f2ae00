// Lines in a box that must not grow: an address on a label. It shrinks by half points, then wraps,
// and is refused at last. Nothing is ever cut off, and names are never hyphenated.

import { breakLines } from './break-lines.ts';
import type { Box, Mark, Measure, TextStyle } from './marks.ts';
import { mmPerPoint } from './points.ts';
import { linesBlock } from './text-blocks.ts';

export interface FittedLook {
  readonly style: TextStyle;
  /** From the size of the style down to this one. */
  readonly minPt: number;
  readonly place: 'top' | 'middle';
}

const leading = 1.2;
const step = 0.5;

/** The marks of `lines` inside `box`, or null when they do not fit at the smallest size. */
export function fitLines(
  lines: readonly string[],
  { box, look }: { readonly box: Box; readonly look: FittedLook },
  measure: Measure,
): readonly Mark[] | null {
  const { style, minPt, place } = look;
  const sizes = Array.from(
    { length: Math.round((style.pt - minPt) / step) + 1 },
    (_, number) => style.pt - number * step,
  );
  const unwrapped = sizes.find((pt) => {
    const widest = Math.max(0, ...lines.map((line) => measure({ ...style, pt }, line).advance));
    return widest <= box.w && heightOf(lines.length, pt) <= box.h;
  });
  const fitted =
    unwrapped === undefined
      ? wrapped(lines, { box, style, sizes }, measure)
      : { pt: unwrapped, lines };
  if (fitted === null) return null;
  const height = heightOf(fitted.lines.length, fitted.pt);
  const y = place === 'top' ? box.y : box.y + (box.h - height) / 2;
  const sized = { ...style, pt: fitted.pt };
  return linesBlock(fitted.lines, { style: sized, width: box.w, leading }).draw({ x: box.x, y });
}

interface Wrapping {
  readonly box: Box;
  readonly style: TextStyle;
  readonly sizes: readonly number[];
}

function wrapped(
  lines: readonly string[],
  { box, style, sizes }: Wrapping,
  measure: Measure,
): { readonly pt: number; readonly lines: readonly string[] } | null {
  for (const pt of sizes) {
    const sized = { ...style, pt };
    const isBroken = lines.some((line) => widestWord(line, sized, measure) > box.w);
    const broken = lines.flatMap((line) =>
      breakLines(line, { style: sized, width: box.w }, measure),
    );
    if (!isBroken && heightOf(broken.length, pt) <= box.h) return { pt, lines: broken };
  }
  return null;
}

function widestWord(line: string, style: TextStyle, measure: Measure): number {
  return Math.max(0, ...line.split(/\s+/).map((word) => measure(style, word).advance));
}

function heightOf(lines: number, pt: number): number {
  return lines * pt * mmPerPoint * leading;
}
