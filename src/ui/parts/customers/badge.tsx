import type { JSX } from 'preact';
import '#ui/style/people-colours.css';
import './badge.css';

/** What the badge says; each tone has a shape of its own, because colour is never alone. */
export type BadgeTone =
  | 'regular'
  | 'valued'
  | 'big'
  | 'more'
  | 'less'
  | 'spreads'
  | 'new'
  | 'sometimes'
  | 'away'
  | 'told';

export interface BadgeProps {
  readonly tone: BadgeTone;
  readonly word: string;
}

export function Badge({ tone, word }: BadgeProps): JSX.Element {
  return (
    <span class={`badge badge-${tone}`}>
      <BadgeShape tone={tone} />
      {word}
    </span>
  );
}

/** The shape without its pill, for lists that say the word elsewhere in the line. */
export function BadgeShape({ tone }: Pick<BadgeProps, 'tone'>): JSX.Element {
  return (
    <svg class={`badge_shape badge_shape-${tone}`} viewBox="0 0 14 14" aria-hidden="true">
      <path d={shapes[tone]} />
    </svg>
  );
}

const ring = 'M2 7a5 5 0 1 0 10 0 5 5 0 1 0-10 0z';

const shapes: Readonly<Record<BadgeTone, string>> = {
  regular: 'M1 7a6 6 0 1 0 12 0 6 6 0 1 0-12 0z',
  valued: 'M7 .5l2 4.4 4.7.5-3.5 3.2 1 4.7L7 10.9l-4.2 2.4 1-4.7L.3 5.4 5 4.9z',
  big: 'M1.5 1.5h11v11h-11z',
  more: 'M7 1l6.5 12H.5z',
  less: 'M7 13L.5 1h13z',
  spreads: 'M7 0l7 7-7 7-7-7z',
  new: 'M7 0c.7 4.2 2.8 6.3 7 7-4.2.7-6.3 2.8-7 7-.7-4.2-2.8-6.3-7-7 4.2-.7 6.3-2.8 7-7z',
  sometimes: ring,
  away: ring,
  told: 'M1 1h12v8.5H7.5L4 13V9.5H1z',
};
