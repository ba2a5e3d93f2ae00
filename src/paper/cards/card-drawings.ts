// The drawing on the front of a card: green line, pale leaf, a little terracotta.

import type { CardFront } from '#domain/week/card-front.ts';
import type { Mark, Point, Tone } from '#paper/marks.ts';
import { outlineSegments } from './outlines.ts';
import { sprig } from './sprig.ts';

/** Of a drawing, in its own units. */
export const drawingSize = { w: 200, h: 190 } as const;

/** The marks of the drawing for `front`, `width` mm wide, with its upper left corner at `at`. */
export function cardDrawing(front: CardFront, at: Point, width: number): readonly Mark[] {
  const scale = width / drawingSize.w;
  return drawings[front].map(({ outline, look = 'bare', at: own = origin, turn = 0 }) => ({
    kind: 'path',
    segments: outlineSegments(outline, {
      x: at.x + own.x * scale,
      y: at.y + own.y * scale,
      scale,
      turn,
    }),
    fill: looks[look].fill,
    stroke: looks[look].stroke,
    width: (look === 'vein' ? 0.7 : 1.5) * scale,
  }));
}

interface Stroke {
  readonly outline: string;
  readonly look?: Look;
  readonly at?: Point;
  readonly turn?: number;
}

type Look = 'bare' | 'plain' | 'pale' | 'clay' | 'vein' | 'ring';

const looks: Readonly<Record<Look, { readonly fill: Tone | null; readonly stroke: Tone }>> = {
  bare: { fill: null, stroke: 'green' },
  plain: { fill: 'white', stroke: 'green' },
  pale: { fill: 'green-soft', stroke: 'green' },
  clay: { fill: 'clay-soft', stroke: 'clay' },
  vein: { fill: null, stroke: 'green' },
  ring: { fill: null, stroke: 'clay' },
};

const origin: Point = { x: 0, y: 0 };

const twig: readonly Stroke[] = [
  { outline: sprig.stem },
  ...sprig.leaves.flatMap(({ at, turn, outline, vein, isPale }): readonly Stroke[] => [
    { outline, at, turn, look: isPale ? 'pale' : 'plain' },
    { outline: vein, at, turn, look: 'vein' },
  ]),
  ...sprig.berries.flatMap(({ x, y, stalk }): readonly Stroke[] => [
    { outline: stalk },
    {
      outline: `M${x - 4.2} ${y}a4.2 4.2 0 0 1 8.4 0a4.2 4.2 0 0 1 -8.4 0z`,
      look: 'clay',
    },
  ]),
];

const bunting: readonly Stroke[] = [
  { outline: 'M10 10C48 54 152 54 190 10' },
  { outline: 'M14 14l-5 28 23-14z', look: 'clay' },
  { outline: 'M40 32l0 28 20-20z', look: 'plain' },
  { outline: 'M66 41l5 28 16-24z', look: 'pale' },
  { outline: 'M92 44l8 27 8-27z', look: 'plain' },
  { outline: 'M113 45l16 24 5-28z', look: 'clay' },
  { outline: 'M140 40l20 20 0-28z', look: 'plain' },
  { outline: 'M168 28l23 14-5-28z', look: 'pale' },
];

const shopFront: readonly Stroke[] = [
  ...bunting,
  { outline: 'M40 182h120M50 182v-60M150 182v-60' },
  { outline: 'M52 92h96l6 10H46z', look: 'plain' },
  ...[46, 64, 82, 100, 118, 136].map((x, place): Stroke => ({
    outline: `M${x} 102h18v14c0 5-4 9-9 9c-5 0-9-4-9-9z`,
    look: place % 2 === 0 ? 'pale' : 'plain',
  })),
  { outline: 'M60 138h46v29H60z' },
  { outline: 'M118 182v-45h20v45M133 160h.1' },
  { outline: 'M83 167c-9 0-14-5-14-12h28c0 7-5 12-14 12z', look: 'clay' },
  { outline: 'M76 150c0-4 4-4 4-8M86 150c0-4 4-4 4-8' },
];

const cake: readonly Stroke[] = [
  ...bunting,
  { outline: 'M38 182h124' },
  { outline: 'M50 182v-34a6 6 0 0 1 6-6h88a6 6 0 0 1 6 6v34z', look: 'plain' },
  {
    outline:
      'M50 156c8 10 17 10 25 0 8 10 17 10 25 0 8 10 17 10 25 0 8 10 17 10 25 0v-8a6 6 0 0 0-6-6H56a6 6 0 0 0-6 6z',
    look: 'pale',
  },
  { outline: 'M66 142v-18a5 5 0 0 1 5-5h58a5 5 0 0 1 5 5v18z', look: 'plain' },
  ...[80, 100, 120].flatMap((x): readonly Stroke[] => [
    { outline: `M${x} 119v-17` },
    { outline: `M${x} 100c-5-4-4-9 0-14 4 5 5 10 0 14z`, look: 'clay' },
  ]),
];

const counterBell: readonly Stroke[] = [
  { outline: 'M42 146c0-34 26-58 58-58c32 0 58 24 58 58z', look: 'pale' },
  { outline: 'M32 146h136a5 5 0 0 1 5 5v9H27v-9a5 5 0 0 1 5-5z', look: 'plain' },
  { outline: 'M18 172h164M100 88V76' },
  { outline: 'M88 70a12 7 0 0 1 24 0 12 7 0 0 1-24 0z', look: 'clay' },
  { outline: 'M60 138c2-20 14-34 30-39', look: 'vein' },
  { outline: 'M100 46V28M64 56L54 41M136 56l10-15M36 80L21 71M164 80l15-9', look: 'ring' },
];

const drawings: Readonly<Record<CardFront, readonly Stroke[]>> = {
  'thank-you': twig,
  welcome: shopFront,
  birthday: cake,
  'good-to-see-you': counterBell,
};
