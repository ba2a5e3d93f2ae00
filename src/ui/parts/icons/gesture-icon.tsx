import type { JSX } from 'preact';
import type { GestureKind } from '#domain/week/gesture.ts';
import { Icon, type IconName } from './icon.tsx';

/** An envelope, a parcel or a bubble: what the shop gives, beside the words for it. */
export function GestureIcon({ kind }: { readonly kind: GestureKind }): JSX.Element {
  return <Icon name={gestureIcons[kind]} size="beside" />;
}

export const gestureIcons: Readonly<Record<GestureKind, IconName>> = {
  card: 'mail',
  offer: 'gift',
  word: 'speech',
  perk: 'gift',
  message: 'speech',
};
