// Where the ink of a mark is, and whether it keeps to its place.
import type { Box, Measure, TextMark, PaperSheet } from '#paper/marks.ts';
import { leftEnd } from '#paper/pdf/text-picture.ts';

export function textMarks(sheet: PaperSheet): readonly TextMark[] {
  return sheet.marks.filter((mark) => mark.kind === 'text');
}

/** The box of a text's letters. */
export function textBox(mark: TextMark, measure: Measure): Box {
  const { advance, up, down } = measure(mark, mark.text);
  const x = leftEnd(mark, advance);
  return mark.isTurned
    ? { x: 2 * mark.x - x - advance, y: mark.y - down, w: advance, h: up + down }
    : { x, y: mark.y - up, w: advance, h: up + down };
}

/** Rounding of sums of millimetres. */
const little = 1e-6;

export function isInside(inner: Box, outer: Box): boolean {
  return (
    inner.x >= outer.x - little &&
    inner.y >= outer.y - little &&
    inner.x + inner.w <= outer.x + outer.w + little &&
    inner.y + inner.h <= outer.y + outer.h + little
  );
}

export function overlaps(a: Box, b: Box): boolean {
  return (
    a.x + a.w > b.x + little &&
    b.x + b.w > a.x + little &&
    a.y + a.h > b.y + little &&
    b.y + b.h > a.y + little
  );
}
