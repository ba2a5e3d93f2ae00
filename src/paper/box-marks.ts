import type { LineMark, Point, RectMark, Tone, Box } from './marks.ts';

export function lineMark(from: Point, to: Point, look: Partial<LineMark> = {}): LineMark {
  return { kind: 'line', from, to, width: 0.2, tone: 'line', isDashed: false, ...look };
}

/** An empty box with an edge. */
export function boxMark(box: Box, look: Partial<RectMark> = {}): RectMark {
  const stroke: Tone = 'ink';
  return { kind: 'rect', ...box, radius: 0, fill: null, stroke, width: 0.4, ...look };
}
