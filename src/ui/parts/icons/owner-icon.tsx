import type { JSX } from 'preact';
import { Glyph, type Drawing, type GlyphSize } from './glyph.tsx';

/** The icons of the owner's screens, kept apart so that the Counter does not wait for them. */
export type OwnerIconName =
  | 'arrow-up'
  | 'basket'
  | 'bread'
  | 'calendar'
  | 'cleaver'
  | 'cup'
  | 'download'
  | 'eye-off'
  | 'file'
  | 'hand'
  | 'help'
  | 'house'
  | 'join'
  | 'list'
  | 'lock'
  | 'moon'
  | 'more'
  | 'paper'
  | 'phone'
  | 'printer'
  | 'scissors'
  | 'share'
  | 'star'
  | 'sun'
  | 'tag'
  | 'trash'
  | 'upload'
  | 'wallet';

export interface OwnerIconProps {
  readonly name: OwnerIconName;
  readonly size?: GlyphSize;
  readonly filled?: boolean;
}

export function OwnerIcon({ name, size = 'own', filled = false }: OwnerIconProps): JSX.Element {
  return <Glyph drawing={drawings[name]} size={size} filled={filled} />;
}

const drawings: Readonly<Record<OwnerIconName, Drawing>> = {
  'arrow-up': { lines: 'M14 23.5v-18M6.5 12.5 14 5l7.5 7.5' },
  basket: {
    body: 'M4 12h20l-2 10a2 2 0 0 1-2 1.7H8A2 2 0 0 1 6 22z',
    lines: 'M9 12l3.5-7.5M19 12l-3.5-7.5M11 16v4M17 16v4',
  },
  bread: {
    body: 'M7 23h14a1.5 1.5 0 0 0 1.5-1.5v-8A4.5 4.5 0 0 0 20 5.5H8a4.5 4.5 0 0 0-2.5 8v8A1.5 1.5 0 0 0 7 23z',
    lines: 'M11 10.5l2.5 2.5M15.5 10.5l2.5 2.5',
  },
  calendar: {
    body: 'M7 6h14a3 3 0 0 1 3 3v12a3 3 0 0 1-3 3H7a3 3 0 0 1-3-3V9a3 3 0 0 1 3-3z',
    lines: 'M4 11.5h20M10 3.5v5M18 3.5v5',
    dots: 'M10 16h.01M14 16h.01M18 16h.01M10 20h.01M14 20h.01',
  },
  cleaver: {
    body: 'M3.5 7.5 16 5.5l1.5 9.8c-4.5 2.9-9 3.6-12.7 2.2z',
    lines: 'M17.2 13.2 24 22.5a1.6 1.6 0 0 1-2.6 1.9l-6.3-7.9M7.5 10.5h.01',
  },
  cup: {
    body: 'M5 10h14v6.5a6 6 0 0 1-6 6h-2a6 6 0 0 1-6-6z',
    lines: 'M19 12h2a3 3 0 0 1 0 6h-2.3M9.5 6.5V4.5M14.5 6.5V4.5',
  },
  download: {
    lines:
      'M14 4v11.5M9.3 11.2l4.7 4.6 4.7-4.6M4.5 17.5v4A2.5 2.5 0 0 0 7 24h14a2.5 2.5 0 0 0 2.5-2.5v-4',
  },
  'eye-off': {
    body: 'M3 14c2.8-5 6.5-7.5 11-7.5S22.2 9 25 14c-2.8 5-6.5 7.5-11 7.5S5.8 19 3 14z',
    lines: 'M10.8 14a3.2 3.2 0 1 0 6.4 0 3.2 3.2 0 1 0-6.4 0zM5 24L23 4',
  },
  file: {
    body: 'M8.5 4h8l5.5 5.5V22a2 2 0 0 1-2 2H8.5a2 2 0 0 1-2-2V6a2 2 0 0 1 2-2z',
    lines: 'M16 4.5V10h5.5M10.5 15h7.5M10.5 19.5h5',
  },
  hand: {
    body: 'M8.5 24v-5.5C6.8 16.8 5 14.6 4.4 12.6c-.5-1.8 1.8-2.6 2.7-1.1L8.8 14V6.3a1.7 1.7 0 0 1 3.4 0V11 4.9a1.7 1.7 0 0 1 3.4 0V11 6.2a1.7 1.7 0 0 1 3.4 0V12 9.2a1.7 1.7 0 0 1 3.4 0v7.3c0 1.6-.5 2.5-1.4 3.7V24z',
  },
  help: {
    body: 'M4 14a10 10 0 1 0 20 0 10 10 0 1 0-20 0z',
    lines: 'M11 11.5a3 3 0 1 1 4.5 2.6c-1 .6-1.5 1.2-1.5 2.4M14 20h.01',
  },
  house: {
    body: 'M5 12.5 14 4.5l9 8V22a2 2 0 0 1-2 2H7a2 2 0 0 1-2-2z',
    lines: 'M11 24v-6.5h6V24',
  },
  join: {
    body: 'M4 14a6.5 6.5 0 1 0 13 0 6.5 6.5 0 1 0-13 0z',
    lines: 'M11 14a6.5 6.5 0 1 0 13 0 6.5 6.5 0 1 0-13 0z',
  },
  list: { lines: 'M11 7.5h13M11 14h13M11 20.5h13M4.8 7.5h.01M4.8 14h.01M4.8 20.5h.01' },
  lock: {
    body: 'M8 12.5h12a2.5 2.5 0 0 1 2.5 2.5v6.5A2.5 2.5 0 0 1 20 24H8a2.5 2.5 0 0 1-2.5-2.5V15A2.5 2.5 0 0 1 8 12.5z',
    lines: 'M9.5 12.5V9a4.5 4.5 0 0 1 9 0v3.5M14 17v2.5',
  },
  moon: { body: 'M22.5 17A9.5 9.5 0 0 1 11 5.5a9.5 9.5 0 1 0 11.5 11.5z' },
  more: { dots: 'M6 14h.01M14 14h.01M22 14h.01' },
  paper: { body: 'M6.5 4h15v20h-15z', lines: 'M10 9h8M10 13.5h8M10 18h4.5' },
  phone: {
    body: 'M9.5 4.5H6.8a2.3 2.3 0 0 0-2.3 2.6c1 9 7.4 15.4 16.4 16.4a2.3 2.3 0 0 0 2.6-2.3v-2.7a1.5 1.5 0 0 0-1.2-1.5l-3.6-.8a1.5 1.5 0 0 0-1.5.6l-1 1.4a14.5 14.5 0 0 1-6.4-6.4l1.4-1a1.5 1.5 0 0 0 .6-1.5l-.8-3.6a1.5 1.5 0 0 0-1.5-1.2z',
  },
  printer: {
    body: 'M6.5 10.5h15a2.5 2.5 0 0 1 2.5 2.5v4.5a2.5 2.5 0 0 1-2.5 2.5h-2v-3.5h-11V20h-2A2.5 2.5 0 0 1 4 17.5V13a2.5 2.5 0 0 1 2.5-2.5z',
    lines: 'M8.5 10.5v-6h11v6M8.5 16.5h11V24h-11z',
  },
  scissors: {
    body: 'M4.5 8a3.2 3.2 0 1 0 6.4 0 3.2 3.2 0 1 0-6.4 0zM4.5 20a3.2 3.2 0 1 0 6.4 0 3.2 3.2 0 1 0-6.4 0z',
    lines: 'M10.4 9.8 24 19.5M10.4 18.2 24 8.5',
  },
  share: {
    lines:
      'M14 16.5V4.5M9.5 8.5l4.5-4.3 4.5 4.3M9 12.5H7A1.5 1.5 0 0 0 5.5 14v8.5A1.5 1.5 0 0 0 7 24h14a1.5 1.5 0 0 0 1.5-1.5V14a1.5 1.5 0 0 0-1.5-1.5h-2',
  },
  star: {
    body: 'M14 4.2l3 6.2 6.8.9-5 4.7 1.3 6.8L14 19.5l-6.1 3.3 1.3-6.8-5-4.7 6.8-.9z',
  },
  sun: {
    body: 'M9 14a5 5 0 1 0 10 0 5 5 0 1 0-10 0z',
    lines:
      'M14 3.5v2M14 22.5v2M3.5 14h2M22.5 14h2M6.6 6.6 8 8M20 20l1.4 1.4M6.6 21.4 8 20M20 8l1.4-1.4',
  },
  tag: {
    body: 'M4.5 13.5V6A1.5 1.5 0 0 1 6 4.5h7.5L24 15a1.5 1.5 0 0 1 0 2.1L17.1 24a1.5 1.5 0 0 1-2.1 0z',
    dots: 'M9.2 9.2h.01',
  },
  trash: {
    body: 'M6.5 8.5h15l-1 13.6a2 2 0 0 1-2 1.9h-9a2 2 0 0 1-2-1.9z',
    lines:
      'M4.5 8.5h19M10.5 8.5V6A1.5 1.5 0 0 1 12 4.5h4A1.5 1.5 0 0 1 17.5 6v2.5M11.7 13v6.5M16.3 13v6.5',
  },
  upload: {
    lines:
      'M14 16V4.5M9.3 8.8 14 4.2l4.7 4.6M4.5 17.5v4A2.5 2.5 0 0 0 7 24h14a2.5 2.5 0 0 0 2.5-2.5v-4',
  },
  wallet: {
    body: 'M5.5 9.5h15.7a2.3 2.3 0 0 1 2.3 2.3v9.4a2.3 2.3 0 0 1-2.3 2.3H7.3a2.8 2.8 0 0 1-2.8-2.8V8.5',
    lines: 'M4.5 8.5A2.5 2.5 0 0 1 7 6h13.5v3.5M19 16.5h.01',
  },
};
