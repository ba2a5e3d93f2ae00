import type { JSX } from 'preact';
import { Glyph, type Drawing, type GlyphSize } from './glyph.tsx';

/** The icons of the Counter and the rail: all that the first load draws. The owner's are in `owner-icon.tsx`. */
export type IconName =
  | 'backspace'
  | 'bell'
  | 'cake'
  | 'check'
  | 'chevron-down'
  | 'chevron-left'
  | 'chevron-right'
  | 'clock'
  | 'close'
  | 'eye'
  | 'feather'
  | 'friend-plus'
  | 'gift'
  | 'globe'
  | 'heart'
  | 'mail'
  | 'page'
  | 'pencil'
  | 'people'
  | 'person'
  | 'plus'
  | 'search'
  | 'shop'
  | 'space'
  | 'speech'
  | 'undo'
  | 'warning'
  | 'week';

export interface IconProps {
  readonly name: IconName;
  readonly size?: GlyphSize;
  readonly filled?: boolean;
}

export function Icon({ name, size = 'own', filled = false }: IconProps): JSX.Element {
  return <Glyph drawing={drawings[name]} size={size} filled={filled} />;
}

const drawings: Readonly<Record<IconName, Drawing>> = {
  backspace: {
    body: 'M10.8 6.5h11.7A2.5 2.5 0 0 1 25 9v10a2.5 2.5 0 0 1-2.5 2.5H10.8L3.5 14z',
    lines: 'M13.6 11l6 6M19.6 11l-6 6',
  },
  bell: { body: 'M5 20a9 9 0 0 1 18 0z', lines: 'M3 23.5h22M14 11V7.5M11.5 7h5' },
  cake: {
    body: 'M6.5 23.5v-7.3a2.2 2.2 0 0 1 2.2-2.2h10.6a2.2 2.2 0 0 1 2.2 2.2v7.3M14 3.8c1.6 1.7 1.6 3.2 0 3.8-1.6-.6-1.6-2.1 0-3.8z',
    lines:
      'M4.5 23.8h19M6.5 18.6c1.9 1.7 3.6 1.7 5 0 1.6 1.7 3.4 1.7 5 0 1.4 1.7 3.1 1.7 5 0M14 14v-3.5',
  },
  check: { lines: 'M5.5 14.8l5.8 5.7L22.5 8.5' },
  'chevron-down': { lines: 'M6 10.5l8 8 8-8' },
  'chevron-left': { lines: 'M17.5 6l-8 8 8 8' },
  'chevron-right': { lines: 'M10.5 6l8 8-8 8' },
  clock: { body: 'M4 14a10 10 0 1 0 20 0 10 10 0 1 0-20 0z', lines: 'M14 8v6l4 3' },
  close: { lines: 'M7 7l14 14M21 7L7 21' },
  eye: {
    body: 'M3 14c2.8-5 6.5-7.5 11-7.5S22.2 9 25 14c-2.8 5-6.5 7.5-11 7.5S5.8 19 3 14z',
    lines: 'M10.8 14a3.2 3.2 0 1 0 6.4 0 3.2 3.2 0 1 0-6.4 0z',
  },
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
  mail: {
    body: 'M6 6.5h16A2.5 2.5 0 0 1 24.5 9v10.5A2.5 2.5 0 0 1 22 22H6a2.5 2.5 0 0 1-2.5-2.5V9A2.5 2.5 0 0 1 6 6.5z',
    lines: 'M4.5 8.5l9.5 7 9.5-7',
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
  people: {
    body: 'M6.3 9.5a4.2 4.2 0 1 0 8.4 0 4.2 4.2 0 1 0-8.4 0zM3 23.5c0-4.4 3.2-7 7.5-7s7.5 2.6 7.5 7',
    lines: 'M18 5.6a4.2 4.2 0 0 1 0 7.8M21.2 17.2c2.4 1.1 3.8 3.3 3.8 6.3',
  },
  person: {
    body: 'M9.7 9.5a4.3 4.3 0 1 0 8.6 0 4.3 4.3 0 1 0-8.6 0z',
    dashes: 'M5.5 23.8c.4-4.7 3.9-7.3 8.5-7.3s8.1 2.6 8.5 7.3',
  },
  plus: { lines: 'M14 5.5v17M5.5 14h17' },
  search: { body: 'M5 12.5a7.5 7.5 0 1 0 15 0 7.5 7.5 0 1 0-15 0z', lines: 'M18 18l6 6' },
  shop: {
    body: 'M3.5 10.5 6.2 4.5h15.6l2.7 6a3.5 3.5 0 0 1-7 0 3.5 3.5 0 0 1-7 0 3.5 3.5 0 0 1-7 0z',
    lines: 'M5.5 14.5V24h17v-9.5M11.5 24v-5.5h5V24',
  },
  space: { lines: 'M5 12v6h18v-6' },
  speech: {
    body: 'M6.5 5h15A2.5 2.5 0 0 1 24 7.5v9a2.5 2.5 0 0 1-2.5 2.5H13.5L8 23.5V19H6.5A2.5 2.5 0 0 1 4 16.5v-9A2.5 2.5 0 0 1 6.5 5z',
    lines: 'M9.5 10.2h9M9.5 14h5.5',
  },
  undo: { lines: 'M9.5 6.5 4.5 11.5l5 5M5 11.5h12a5.8 5.8 0 0 1 0 11.5h-5.5' },
  warning: {
    body: 'M12.3 5.4 3.4 20.6a2 2 0 0 0 1.7 3h17.8a2 2 0 0 0 1.7-3L15.7 5.4a2 2 0 0 0-3.4 0z',
    lines: 'M14 11.5v5M14 20h.01',
  },
  week: {
    body: 'M7 6h14a3 3 0 0 1 3 3v12a3 3 0 0 1-3 3H7a3 3 0 0 1-3-3V9a3 3 0 0 1 3-3z',
    lines: 'M4 11.5h20M10 3.5v5M18 3.5v5M10 17.4l2.9 2.9 5.3-5.4',
  },
};
