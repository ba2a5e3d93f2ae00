import type { JSX } from 'preact';
import type { CardFront } from '#domain/week/card-front.ts';
import './card-drawing.css';
import { sprig } from './sprig.ts';

/** The drawing on the front of a card: green line, pale leaf, a little terracotta. */
export function CardDrawing({ front }: { readonly front: CardFront }): JSX.Element {
  return (
    <svg class="card-drawing" viewBox="0 0 200 190" aria-hidden="true">
      {drawings[front]()}
    </svg>
  );
}

const drawings: Readonly<Record<CardFront, () => JSX.Element>> = {
  'thank-you': Sprig,
  welcome: ShopFront,
  birthday: Cake,
  'good-to-see-you': CounterBell,
};

function Sprig(): JSX.Element {
  return (
    <>
      <path d={sprig.stem} />
      {sprig.leaves.map((leaf) => (
        <g key={leaf.transform} transform={leaf.transform}>
          <path class={leaf.isPale ? 'card-drawing_pale' : 'card-drawing_plain'} d={leaf.outline} />
          <path class="card-drawing_vein" d={leaf.vein} />
        </g>
      ))}
      {sprig.berries.map(({ x, y, stalk }) => (
        <g key={stalk}>
          <path d={stalk} />
          <circle class="card-drawing_clay" cx={x} cy={y} r="4.2" />
        </g>
      ))}
    </>
  );
}

function Bunting(): JSX.Element {
  return (
    <>
      <path d="M10 10C48 54 152 54 190 10" />
      <path class="card-drawing_clay" d="M14 14l-5 28 23-14z" />
      <path class="card-drawing_plain" d="M40 32l0 28 20-20z" />
      <path class="card-drawing_pale" d="M66 41l5 28 16-24z" />
      <path class="card-drawing_plain" d="M92 44l8 27 8-27z" />
      <path class="card-drawing_clay" d="M113 45l16 24 5-28z" />
      <path class="card-drawing_plain" d="M140 40l20 20 0-28z" />
      <path class="card-drawing_pale" d="M168 28l23 14-5-28z" />
    </>
  );
}

function ShopFront(): JSX.Element {
  return (
    <>
      <Bunting />
      <path d="M40 182h120M50 182v-60M150 182v-60" />
      <path class="card-drawing_plain" d="M52 92h96l6 10H46z" />
      {awning.map((d, place) => (
        <path key={d} class={place % 2 === 0 ? 'card-drawing_pale' : 'card-drawing_plain'} d={d} />
      ))}
      <path d="M60 138h46v29H60z" />
      <path d="M118 182v-45h20v45M133 160h.1" />
      <path class="card-drawing_clay" d="M83 167c-9 0-14-5-14-12h28c0 7-5 12-14 12z" />
      <path d="M76 150c0-4 4-4 4-8M86 150c0-4 4-4 4-8" />
    </>
  );
}

const awning = [46, 64, 82, 100, 118, 136].map((x) => `M${x} 102h18v14c0 5-4 9-9 9s-9-4-9-9z`);

function Cake(): JSX.Element {
  return (
    <>
      <Bunting />
      <path d="M38 182h124" />
      <path class="card-drawing_plain" d="M50 182v-34a6 6 0 0 1 6-6h88a6 6 0 0 1 6 6v34z" />
      <path
        class="card-drawing_pale"
        d="M50 156c8 10 17 10 25 0 8 10 17 10 25 0 8 10 17 10 25 0 8 10 17 10 25 0v-8a6 6 0 0 0-6-6H56a6 6 0 0 0-6 6z"
      />
      <path class="card-drawing_plain" d="M66 142v-18a5 5 0 0 1 5-5h58a5 5 0 0 1 5 5v18z" />
      {candles.map((x) => (
        <g key={x}>
          <path d={`M${x} 119v-17`} />
          <path class="card-drawing_clay" d={`M${x} 100c-5-4-4-9 0-14 4 5 5 10 0 14z`} />
        </g>
      ))}
    </>
  );
}

const candles = [80, 100, 120];

function CounterBell(): JSX.Element {
  return (
    <>
      <path class="card-drawing_pale" d="M42 146c0-34 26-58 58-58s58 24 58 58z" />
      <path class="card-drawing_plain" d="M32 146h136a5 5 0 0 1 5 5v9H27v-9a5 5 0 0 1 5-5z" />
      <path d="M18 172h164M100 88V76" />
      <path class="card-drawing_clay" d="M88 70a12 7 0 0 1 24 0 12 7 0 0 1-24 0z" />
      <path class="card-drawing_vein" d="M60 138c2-20 14-34 30-39" />
      <path
        class="card-drawing_ring"
        d="M100 46V28M64 56L54 41M136 56l10-15M36 80L21 71M164 80l15-9"
      />
    </>
  );
}
