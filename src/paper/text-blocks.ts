// Pieces that pages are filled with: how high they are, and their marks at a place.

import { breakLines } from './break-lines.ts';
import type { Align, Mark, Measure, TextMark, TextStyle, Point } from './marks.ts';
import { baselineIn, mmPerPoint } from './points.ts';
import { textDirection } from './text-direction.ts';

export interface Block {
  readonly height: number;
  /** Its marks when its upper left corner is at `at`. */
  readonly draw: (at: Point) => readonly Mark[];
}

export interface ParagraphLook {
  readonly style: TextStyle;
  readonly width: number;
  /** Of a line, in sizes of its letters. */
  readonly leading: number;
  readonly align?: Align;
}

export function textStyle(pt: number, change: Partial<TextStyle> = {}): TextStyle {
  return { face: 'sans', weight: 400, pt, tone: 'ink', ...change };
}

export function textMark(text: string, style: TextStyle, at: Point & { align?: Align }): TextMark {
  const { x, y, align = 'start' } = at;
  return { ...style, kind: 'text', text, x, y, align, dir: textDirection(text), isTurned: false };
}

/** A text on as many lines as it needs; what is read from the right stands at the right. */
export function paragraph(text: string, look: ParagraphLook, measure: Measure): Block {
  const lines = text === '' ? [] : breakLines(text, look, measure);
  return linesBlock(lines, look);
}

/** Lines that are broken already. */
export function linesBlock(lines: readonly string[], look: ParagraphLook): Block {
  const { style, width, leading, align = 'start' } = look;
  const lineHeight = style.pt * mmPerPoint * leading;
  const dir = textDirection(lines.join(' '));
  const anchors = {
    start: dir === 'ltr' ? 0 : width,
    middle: width / 2,
    end: dir === 'ltr' ? width : 0,
  };
  return {
    height: lines.length * lineHeight,
    draw: ({ x, y }) =>
      lines.map((text, number) => ({
        ...textMark(text, style, {
          x: x + anchors[align],
          y: y + number * lineHeight + baselineIn(lineHeight, style.pt),
          align,
        }),
        dir,
      })),
  };
}

/** Blocks under one another. */
export function stacked(blocks: readonly Block[]): Block {
  return {
    height: blocks.reduce((sum, { height }) => sum + height, 0),
    draw(at) {
      let { y } = at;
      return blocks.flatMap((block) => {
        const marks = block.draw({ x: at.x, y });
        y += block.height;
        return marks;
      });
    },
  };
}

export function gap(height: number): Block {
  return { height, draw: () => [] };
}
