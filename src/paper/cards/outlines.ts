// Drawings written as SVG outlines, as segments in millimetres: the screen and the PDF then draw
// the very same curves.

import type { Point, OutlineSegment } from '#paper/marks.ts';

/** How an outline's own units come onto the paper: turned, enlarged, moved, in this order. */
export interface Placement {
  readonly x: number;
  readonly y: number;
  readonly scale: number;
  /** Degrees, as SVG turns. */
  readonly turn: number;
}

/** The segments of an SVG outline of M, L, H, V, C, Q, A and Z, small letters too. */
export function outlineSegments(outline: string, placement: Placement): readonly OutlineSegment[] {
  const pen: Pen = { at: { x: 0, y: 0 }, start: { x: 0, y: 0 } };
  return commandsIn(outline)
    .flatMap((command) => drawn(command, pen))
    .map((segment) => placed(segment, placement));
}

interface Pen {
  at: Point;
  start: Point;
}

interface Command {
  readonly letter: string;
  readonly isRelative: boolean;
  readonly numbers: readonly number[];
}

const argumentCounts: Readonly<Record<string, number>> = {
  M: 2,
  L: 2,
  H: 1,
  V: 1,
  C: 6,
  Q: 4,
  A: 7,
  Z: 0,
};

function commandsIn(outline: string): readonly Command[] {
  return [...outline.matchAll(/([MLHVCQAZ])([^MLHVCQAZ]*)/gi)].flatMap(
    ([, sign = '', rest = '']) => {
      const letter = sign.toUpperCase();
      const isRelative = sign !== letter;
      const numbers = (rest.match(/-?(?:\d+\.?\d*|\.\d+)/g) ?? []).map(Number);
      const count = argumentCounts[letter] ?? 0;
      if (count === 0) return [{ letter, isRelative, numbers: [] }];
      return Array.from({ length: numbers.length / count }, (_, turn) => ({
        // Further pairs after a move are lines.
        letter: letter === 'M' && turn > 0 ? 'L' : letter,
        isRelative,
        numbers: numbers.slice(turn * count, (turn + 1) * count),
      }));
    },
  );
}

function drawn(command: Command, pen: Pen): readonly OutlineSegment[] {
  const segments = segmentsFor(command, pen);
  const last = segments.at(-1);
  if (last === undefined) return [];
  pen.at = last.kind === 'close' ? pen.start : last.to;
  if (last.kind === 'move') pen.start = last.to;
  return segments;
}

function segmentsFor(command: Command, { at }: Pen): readonly OutlineSegment[] {
  const { letter, isRelative, numbers } = command;
  const [a, b, c, d, e, f] = sixOf(numbers);
  const point = (x: number, y: number): Point =>
    isRelative ? { x: at.x + x, y: at.y + y } : { x, y };
  switch (letter) {
    case 'M':
      return [{ kind: 'move', to: point(a, b) }];
    case 'L':
      return [{ kind: 'straight', to: point(a, b) }];
    case 'H':
      return [{ kind: 'straight', to: { x: point(a, 0).x, y: at.y } }];
    case 'V':
      return [{ kind: 'straight', to: { x: at.x, y: point(0, a).y } }];
    case 'C':
      return [{ kind: 'curve', control1: point(a, b), control2: point(c, d), to: point(e, f) }];
    case 'Q':
      return [raised(at, point(a, b), point(c, d))];
    case 'A':
      return arcFor(command, at);
    default:
      return [{ kind: 'close' }];
  }
}

type Six = readonly [number, number, number, number, number, number];

function sixOf([a = 0, b = 0, c = 0, d = 0, e = 0, f = 0]: readonly number[]): Six {
  return [a, b, c, d, e, f];
}

function arcFor({ isRelative, numbers }: Command, at: Point): readonly OutlineSegment[] {
  const [rx = 1, ry = 1, , large, clockwise, x = 0, y = 0] = numbers;
  const to = isRelative ? { x: at.x + x, y: at.y + y } : { x, y };
  return arc(at, to, { rx, ry, isLarge: large === 1, isClockwise: clockwise === 1 });
}

/** A curve with one control point as a curve with two. */
function raised(from: Point, control: Point, to: Point): OutlineSegment {
  const towards = (end: Point): Point => ({
    x: end.x + (2 / 3) * (control.x - end.x),
    y: end.y + (2 / 3) * (control.y - end.y),
  });
  return { kind: 'curve', control1: towards(from), control2: towards(to), to };
}

interface Ellipse {
  readonly rx: number;
  readonly ry: number;
  readonly isLarge: boolean;
  readonly isClockwise: boolean;
}

/** An arc of an upright ellipse, in curves of a quarter turn at most. */
function arc(from: Point, to: Point, ellipse: Ellipse): readonly OutlineSegment[] {
  // On a circle of radius one everything is simpler.
  const flat = ({ x, y }: Point): Point => ({ x: x / ellipse.rx, y: y / ellipse.ry });
  const [start, end] = [flat(from), flat(to)];
  const half = { x: (end.x - start.x) / 2, y: (end.y - start.y) / 2 };
  const reach = Math.hypot(half.x, half.y);
  const rise = Math.sqrt(Math.max(0, 1 - reach * reach)) / (reach === 0 ? 1 : reach);
  const side = ellipse.isLarge === ellipse.isClockwise ? 1 : -1;
  const centre = {
    x: start.x + half.x + side * rise * half.y,
    y: start.y + half.y - side * rise * half.x,
  };
  const first = Math.atan2(start.y - centre.y, start.x - centre.x);
  const sweep = sweepBetween(first, Math.atan2(end.y - centre.y, end.x - centre.x), ellipse);
  const parts = Math.max(1, Math.ceil(Math.abs(sweep) / (Math.PI / 2) - 1e-6));
  const back = ({ x, y }: Point): Point => ({ x: x * ellipse.rx, y: y * ellipse.ry });
  return Array.from({ length: parts }, (_, part): OutlineSegment => {
    const begin = first + (sweep * part) / parts;
    const curve = unitCurve(centre, begin, sweep / parts);
    return {
      kind: 'curve',
      control1: back(curve.control1),
      control2: back(curve.control2),
      to: part === parts - 1 ? to : back(curve.to),
    };
  });
}

function sweepBetween(first: number, last: number, { isClockwise }: Ellipse): number {
  const whole = 2 * Math.PI;
  const turn = (last - first + whole) % whole;
  if (isClockwise) return turn;
  return turn === 0 ? 0 : turn - whole;
}

function unitCurve(
  centre: Point,
  begin: number,
  sweep: number,
): { readonly control1: Point; readonly control2: Point; readonly to: Point } {
  const pull = (4 / 3) * Math.tan(sweep / 4);
  const on = (angle: number): Point => ({
    x: centre.x + Math.cos(angle),
    y: centre.y + Math.sin(angle),
  });
  const [from, to] = [on(begin), on(begin + sweep)];
  return {
    control1: { x: from.x - pull * Math.sin(begin), y: from.y + pull * Math.cos(begin) },
    control2: {
      x: to.x + pull * Math.sin(begin + sweep),
      y: to.y - pull * Math.cos(begin + sweep),
    },
    to,
  };
}

function placed(segment: OutlineSegment, placement: Placement): OutlineSegment {
  const move = (point: Point): Point => placedPoint(point, placement);
  switch (segment.kind) {
    case 'close':
      return segment;
    case 'curve':
      return {
        kind: 'curve',
        control1: move(segment.control1),
        control2: move(segment.control2),
        to: move(segment.to),
      };
    case 'move':
    case 'straight':
      return { kind: segment.kind, to: move(segment.to) };
  }
}

function placedPoint({ x, y }: Point, { x: dx, y: dy, scale, turn }: Placement): Point {
  const angle = (turn * Math.PI) / 180;
  const [cos, sin] = [Math.cos(angle), Math.sin(angle)];
  return { x: dx + scale * (x * cos - y * sin), y: dy + scale * (x * sin + y * cos) };
}
