import type { JSX } from 'preact';
import { Glyph, type Drawing, type GlyphSize } from './glyph.tsx';

/** What the Counter and the rail draw first; the rest is in `icon.tsx` and `owner-icon.tsx`. */
export type FirstIconName =
  | 'backspace'
  | 'bell'
  | 'check'
  | 'chevron-right'
  | 'close'
  | 'eye'
  | 'mail'
  | 'people'
  | 'person'
  | 'plus'
  | 'search'
  | 'shop'
  | 'space'
  | 'sprout'
  | 'week'
  | 'wipe';

export interface FirstIconProps {
  readonly name: FirstIconName;
  readonly size?: GlyphSize;
  readonly filled?: boolean;
}

export function FirstIcon({ name, size = 'own', filled = false }: FirstIconProps): JSX.Element {
  return <Glyph drawing={firstDrawings[name]} size={size} filled={filled} />;
}

export const firstDrawings: Readonly<Record<FirstIconName, Drawing>> = {
  backspace: {
    body: 'M10.8 6.5h11.7A2.5 2.5 0 0 1 25 9v10a2.5 2.5 0 0 1-2.5 2.5H10.8L3.5 14z',
    lines: 'M13.6 11l6 6M19.6 11l-6 6',
  },
  bell: { body: 'M5 20a9 9 0 0 1 18 0z', lines: 'M3 23.5h22M14 11V7.5M11.5 7h5' },
  check: { lines: 'M5.5 14.8l5.8 5.7L22.5 8.5' },
  'chevron-right': { lines: 'M10.5 6l8 8-8 8', turns: true },
  close: { lines: 'M7 7l14 14M21 7L7 21' },
  eye: {
    body: 'M3 14c2.8-5 6.5-7.5 11-7.5S22.2 9 25 14c-2.8 5-6.5 7.5-11 7.5S5.8 19 3 14z',
    lines: 'M10.8 14a3.2 3.2 0 1 0 6.4 0 3.2 3.2 0 1 0-6.4 0z',
  },
  mail: {
    body: 'M6 6.5h16A2.5 2.5 0 0 1 24.5 9v10.5A2.5 2.5 0 0 1 22 22H6a2.5 2.5 0 0 1-2.5-2.5V9A2.5 2.5 0 0 1 6 6.5z',
    lines: 'M4.5 8.5l9.5 7 9.5-7',
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
  sprout: {
    body: 'M14 17.5c0-4.6-3-7-9-7 0 5 3.4 7 9 7zM14 13c0-5 2.8-8 9-8.5 0 5.8-3.2 8.5-9 8.5z',
    lines: 'M14 24V12M8.5 24h11',
  },
  week: {
    body: 'M7 6h14a3 3 0 0 1 3 3v12a3 3 0 0 1-3 3H7a3 3 0 0 1-3-3V9a3 3 0 0 1 3-3z',
    lines: 'M4 11.5h20M10 3.5v5M18 3.5v5M10 17.4l2.9 2.9 5.3-5.4',
  },
  wipe: { body: 'M5 5h18v5.5H5z', lines: 'M14 10.5V24M7 14.5v3M21 14.5v3' },
};
