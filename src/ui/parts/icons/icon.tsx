import type { JSX } from 'preact';
import { firstDrawings, type FirstIconName } from './first-icon.tsx';
import { Glyph, type Drawing, type GlyphSize } from './glyph.tsx';

/** The icons of the Counter and the rail. The owner's are in `owner-icon.tsx`. */
export type IconName =
  | FirstIconName
  | 'cake'
  | 'chevron-down'
  | 'chevron-left'
  | 'clock'
  | 'feather'
  | 'friend-plus'
  | 'gift'
  | 'globe'
  | 'heart'
  | 'page'
  | 'pencil'
  | 'speech'
  | 'undo'
  | 'warning';

export interface IconProps {
  readonly name: IconName;
  readonly size?: GlyphSize;
  readonly filled?: boolean;
}

export function Icon({ name, size = 'own', filled = false }: IconProps): JSX.Element {
  return <Glyph drawing={drawings[name]} size={size} filled={filled} />;
}

const drawings: Readonly<Record<IconName, Drawing>> = {
  ...firstDrawings,
  cake: {
    body: 'M6.5 23.5v-7.3a2.2 2.2 0 0 1 2.2-2.2h10.6a2.2 2.2 0 0 1 2.2 2.2v7.3M14 3.8c1.6 1.7 1.6 3.2 0 3.8-1.6-.6-1.6-2.1 0-3.8z',
    lines:
      'M4.5 23.8h19M6.5 18.6c1.9 1.7 3.6 1.7 5 0 1.6 1.7 3.4 1.7 5 0 1.4 1.7 3.1 1.7 5 0M14 14v-3.5',
  },
  'chevron-down': { lines: 'M6 10.5l8 8 8-8' },
  'chevron-left': { lines: 'M17.5 6l-8 8 8 8', turns: true },
  clock: { body: 'M4 14a10 10 0 1 0 20 0 10 10 0 1 0-20 0z', lines: 'M14 8v6l4 3' },
  feather: {
    body: 'M22.8 5.2C15 4.4 9 8.4 9 16.5V19c7 .4 12.8-3.8 13.8-13.8z',
    lines: 'M4.8 23.8C8 18.2 11.4 14.4 16.5 11.2',
  },
  'friend-plus': {
    body: 'M6.3 9.5a4.2 4.2 0 1 0 8.4 0 4.2 4.2 0 1 0-8.4 0zM3 23.5c0-4.4 3.2-7 7.5-7 2.1 0 3.9.6 5.2 1.8',
    lines: 'M21 14.5v8M17 18.5h8',
  },
  gift: {
    body: 'M5.5 13.5h17V22a2 2 0 0 1-2 2h-13a2 2 0 0 1-2-2zM4 9h20v4.5H4z',
    lines:
      'M14 9v15M14 9c-.8-3.6-3-5.3-5-4.6-2.4.9-1.6 4.6 5 4.6zM14 9c.8-3.6 3-5.3 5-4.6 2.4.9 1.6 4.6-5 4.6z',
  },
  globe: {
    body: 'M4 14a10 10 0 1 0 20 0 10 10 0 1 0-20 0z',
    lines:
      'M4 14h20M14 4c3.2 2.9 4.6 6.2 4.6 10s-1.4 7.1-4.6 10c-3.2-2.9-4.6-6.2-4.6-10S10.8 6.9 14 4z',
  },
  heart: {
    body: 'M14 23.5S4 17.8 4 11.2A5.3 5.3 0 0 1 14 8.7a5.3 5.3 0 0 1 10 2.5c0 6.6-10 12.3-10 12.3z',
  },
  page: {
    body: 'M6.5 5h15a3 3 0 0 1 3 3v12a3 3 0 0 1-3 3h-15a3 3 0 0 1-3-3V8a3 3 0 0 1 3-3z',
    lines:
      'M7.9 11.8a2.6 2.6 0 1 0 5.2 0 2.6 2.6 0 1 0-5.2 0zM6.6 18.8c.4-2.1 2-3.2 3.9-3.2s3.5 1.1 3.9 3.2M18 11h3M18 15.5h3',
  },
  pencil: {
    body: 'M5 23l1.2-5.2L18.4 5.7a2.3 2.3 0 0 1 3.2 0l.7.7a2.3 2.3 0 0 1 0 3.2L10.2 21.8z',
    lines: 'M16.2 8l3.8 3.8',
  },
  speech: {
    body: 'M6.5 5h15A2.5 2.5 0 0 1 24 7.5v9a2.5 2.5 0 0 1-2.5 2.5H13.5L8 23.5V19H6.5A2.5 2.5 0 0 1 4 16.5v-9A2.5 2.5 0 0 1 6.5 5z',
    lines: 'M9.5 10.2h9M9.5 14h5.5',
  },
  undo: { lines: 'M9.5 6.5 4.5 11.5l5 5M5 11.5h12a5.8 5.8 0 0 1 0 11.5h-5.5' },
  warning: {
    body: 'M12.3 5.4 3.4 20.6a2 2 0 0 0 1.7 3h17.8a2 2 0 0 0 1.7-3L15.7 5.4a2 2 0 0 0-3.4 0z',
    lines: 'M14 11.5v5M14 20h.01',
  },
};
