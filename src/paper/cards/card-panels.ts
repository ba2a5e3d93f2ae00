// The two sides of a card that are printed. The inside is for handwriting.

import type { CardFront } from '#domain/week/card-front.ts';
import type { Box, Mark, Measure, TextStyle } from '#paper/marks.ts';
import { mmPerPoint } from '#paper/points.ts';
import { gap, paragraph, stacked, textStyle, type Block } from '#paper/text-blocks.ts';
import { cardDrawing, drawingSize } from './card-drawings.ts';

export interface CardContent {
  /** Whose card it is, so that what cannot be drawn is known by name. */
  readonly key: string;
  readonly front: CardFront;
  /** The large words on the front, line by line. */
  readonly greeting: readonly string[];
  readonly shop: string;
  /** Below on the back: for whom it was made, and where. */
  readonly back: readonly string[];
  /** A line inside, or empty for handwriting. */
  readonly inside: string;
}

// A front of A6: everything else is drawn in proportion.
const a6 = { w: 105, h: 148.5 } as const;
const edges = { top: 14, side: 11, bottom: 12 } as const;
const largestGreeting = 38;

/** Greeting, drawing, and the shop's name below. */
export function cardFrontMarks(card: CardContent, panel: Box, measure: Measure): readonly Mark[] {
  const scale = Math.min(panel.w / a6.w, panel.h / a6.h);
  const width = panel.w - 2 * edges.side * scale;
  const x = panel.x + edges.side * scale;
  const shop = centred(card.shop, shopStyle(scale), { width, measure });
  const bottom = panel.y + panel.h - edges.bottom * scale - shop.height;
  const top = panel.y + edges.top * scale;
  const greeting = greetingBlock(card.greeting, { scale, width }, measure);
  const picture = drawingBlock(card.front, width, scale);
  const middle = stacked([greeting, gap(7 * scale), picture]);
  return [
    ...middle.draw({ x, y: top + Math.max(0, (bottom - top - middle.height) / 2) }),
    ...shop.draw({ x, y: bottom }),
  ];
}

/** For whom it was made, at the foot. */
export function cardBackMarks(
  { back }: CardContent,
  panel: Box,
  measure: Measure,
): readonly Mark[] {
  const scale = Math.min(panel.w / a6.w, panel.h / a6.h);
  const width = panel.w - 2 * edges.side * scale;
  const style = textStyle(9.5 * scale, { face: 'serif', tone: 'brown' });
  const lines = stacked(back.map((line) => centred(line, style, { width, measure })));
  const y = panel.y + panel.h - edges.bottom * scale - lines.height;
  return lines.draw({ x: panel.x + edges.side * scale, y });
}

/** The line inside, in the middle of its panel; nothing where the owner writes by hand. */
export function cardInsideMarks(
  { inside }: CardContent,
  panel: Box,
  measure: Measure,
): readonly Mark[] {
  const scale = Math.min(panel.w / a6.w, panel.h / a6.h);
  const width = panel.w - 2 * edges.side * scale;
  const style = textStyle(14 * scale, { face: 'serif', tone: 'brown' });
  const line = centred(inside, style, { width, measure });
  return line.draw({
    x: panel.x + edges.side * scale,
    y: panel.y + (panel.h - line.height) / 2,
  });
}

function greetingBlock(
  lines: readonly string[],
  { scale, width }: { readonly scale: number; readonly width: number },
  measure: Measure,
): Block {
  const style = textStyle(largestGreeting * scale, { face: 'card', tone: 'green' });
  const widest = Math.max(1, ...lines.map((line) => measure(style, line).advance));
  // By half points, so that a long word of another language still stands on one line.
  const pt = Math.min(style.pt, Math.floor((style.pt * width * 2) / widest) / 2);
  const look = { style: { ...style, pt }, width, leading: 1.06, align: 'middle' } as const;
  return stacked(lines.map((line) => paragraph(line, look, measure)));
}

function drawingBlock(front: CardFront, room: number, scale: number): Block {
  const width = Math.min(room, 60 * scale);
  return {
    height: (width * drawingSize.h) / drawingSize.w,
    draw: ({ x, y }) => cardDrawing(front, { x: x + (room - width) / 2, y }, width),
  };
}

function shopStyle(scale: number): TextStyle {
  return textStyle(10.5 * scale, { face: 'serif', tone: 'brown' });
}

interface CentredRoom {
  readonly width: number;
  readonly measure: Measure;
}

function centred(text: string, style: TextStyle, { width, measure }: CentredRoom): Block {
  const leading = 1.55;
  const block = paragraph(text, { style, width, leading, align: 'middle' }, measure);
  return text === '' ? { ...block, height: style.pt * mmPerPoint * leading } : block;
}
