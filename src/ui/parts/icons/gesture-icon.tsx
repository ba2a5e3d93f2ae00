import type { JSX } from 'preact';
import type { GestureKind } from '#domain/week/gesture.ts';
import { Icon, type IconName } from './icon.tsx';

export interface GestureIconProps {
  readonly kind: GestureKind;
}

/** An envelope, a parcel or a bubble: what the shop gives, beside the words for it. */
export function GestureIcon({ kind }: GestureIconProps): JSX.Element {
  return <Icon name={gestureIcons[kind]} size="beside" />;
}

export const gestureIcons: Readonly<Record<GestureKind, IconName>> = {
  card: 'mail',
  offer: 'gift',
  word: 'speech',
};
