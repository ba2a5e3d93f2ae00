// A bent twig with leaves on both sides, drawn by a rule: leaves are longest in the middle and lean
// towards the tip.

import type { Point } from '#paper/marks.ts';

export interface Leaf {
  readonly at: Point;
  /** Degrees. */
  readonly turn: number;
  readonly outline: string;
  readonly vein: string;
  readonly isPale: boolean;
}

const foot: Point = { x: 50, y: 182 };
const bend: Point = { x: 74, y: 92 };
const tip: Point = { x: 156, y: 26 };
const pairs = 7;

export const sprig = {
  stem: `M${foot.x} ${foot.y}Q${bend.x} ${bend.y} ${tip.x} ${tip.y}`,
  leaves: leavesOf(),
  berries: [berryAt(0.05, 12), berryAt(0.1, -12), berryAt(0.16, 13)],
};

function leavesOf(): readonly Leaf[] {
  const leaves = Array.from({ length: pairs * 2 }, (_, number) => {
    const along = 0.22 + (0.74 * number) / (pairs * 2 - 1);
    return leafAt(along, number % 2 === 0 ? -1 : 1, Math.floor(number / 2) % 2 === 0);
  });
  return [...leaves, leafAt(1, 0, true)];
}

function leafAt(along: number, side: number, isPale: boolean): Leaf {
  const { x, y } = pointAt(along);
  const length = 24 + 30 * Math.sin(Math.PI * Math.min(1, along + 0.08));
  const angle = directionAt(along) + side * 52;
  return {
    at: { x: round(x), y: round(y) },
    turn: round(angle),
    outline: outlineOf(length),
    vein: `M${round(length * 0.14)} 0H${round(length * 0.72)}`,
    isPale,
  };
}

function outlineOf(length: number): string {
  const [near, far, wide] = [length * 0.28, length * 0.74, length * 0.26].map(round);
  const end = round(length);
  return `M0 0C${near} -${wide} ${far} -${wide} ${end} 0 ${far} ${wide} ${near} ${wide} 0 0z`;
}

function berryAt(along: number, reach: number): Point & { readonly stalk: string } {
  const from = pointAt(along);
  const x = round(from.x + reach);
  const y = round(from.y - 4);
  return { x, y, stalk: `M${round(from.x)} ${round(from.y)}L${x} ${y}` };
}

function pointAt(along: number): Point {
  const rest = 1 - along;
  const at = (a: number, b: number, c: number): number =>
    rest * rest * a + 2 * rest * along * b + along * along * c;
  return { x: at(foot.x, bend.x, tip.x), y: at(foot.y, bend.y, tip.y) };
}

/** Degrees from the x axis, as SVG turns. */
function directionAt(along: number): number {
  const rest = 1 - along;
  const x = rest * (bend.x - foot.x) + along * (tip.x - bend.x);
  const y = rest * (bend.y - foot.y) + along * (tip.y - bend.y);
  return (Math.atan2(y, x) * 180) / Math.PI;
}

function round(value: number): number {
  return Math.round(value * 10) / 10;
}
